import { expect, test } from 'vitest'
import { type ComparedColumn, compare } from '#domain/policy/compare.ts'
import { parseWhatIf, suppose, whatIfWords } from '#domain/policy/what-if.ts'
import { loadPlaybooks } from '#playbooks/index.ts'
import { term } from './terms.ts'

const { playbook } = loadPlaybooks()
const usd = (amount: number) => ({ amount, currency: 'USD' })
const fees = (multiple: number) => ({
  party: 'vendor',
  form: 'fees_multiple',
  multiple,
  lookback: 'P12M',
  per: 'aggregate',
  appliesTo: 'general',
})
const column = (key: string, terms: ComparedColumn['terms'], unread: string[] = []): ComparedColumn => ({
  key,
  title: key,
  terms,
  unread,
  annualFees: usd(2_000_000),
})

const generous = column('generous', [
  term('liability_cap', fees(6)),
  term('training_use', { permitted: 'no', material: ['prompts'] }),
])
const plain = column('plain', [term('liability_cap', fees(2))])
const silent = column('silent', [])

const compared = (columns: ComparedColumn[], more: Partial<Parameters<typeof compare>[0]> = {}) =>
  compare({ columns, riskClass: 'medium_high', playbook, date: '2026-11-25', ...more })
const rule = (id: string, comparison: ReturnType<typeof compare>) =>
  comparison.rows.flatMap((row) => row.rules).find((r) => r.rule === id)

test('better than asked, enough, and missing are told apart, and the best of the row is marked', () => {
  const cap = rule('liability_cap', compared([generous, plain, silent]))
  expect(cap?.standings.map((s) => [s.standing, s.best])).toEqual([
    ['better', true],
    ['meets', false],
    ['missing', false],
  ])
  expect(cap?.standings[0]?.why).toMatch(/would do for class/)
})

test('nothing is best where all are alike, and such a row can be folded', () => {
  const comparison = compared([plain, column('twin', [term('liability_cap', fees(2))])])
  expect(rule('liability_cap', comparison)?.standings.some((s) => s.best)).toBe(false)
  expect(comparison.rows.find((row) => row.type === 'liability_cap')?.differs).toBe(false)
})

test('what a page nobody could read may say is not missing', () => {
  const comparison = compared([plain, column('scan', [], ['Scan, page 2'])])
  expect(rule('liability_cap', comparison)?.standings[1]?.standing).toBe('unsure')
})

test('a weight counts in the score as it says', () => {
  const only = Object.fromEntries(playbook.rules.map((r) => [r.id, r.id === 'liability_cap' ? 4 : 0]))
  expect(compared([generous, plain, silent], { weights: only }).scores).toEqual([
    { reached: 12, possible: 12, of100: 100 },
    { reached: 8, possible: 12, of100: 67 },
    { reached: 0, possible: 12, of100: 0 },
  ])
})

test('a class that asks nothing of a rule keeps it out of the score', () => {
  const comparison = compared([generous, plain], { riskClass: 'low' })
  expect(rule('super_cap', comparison)?.standings.map((s) => s.standing)).toEqual(['not_asked', 'not_asked'])
})

test('a supposed super-cap counts beside the general cap that stands', () => {
  const whatIf = parseWhatIf('plain~super_cap~3')
  if (!whatIf) throw new Error('It can be supposed.')
  expect(whatIfWords(whatIf)).toBe('a super-cap for data breach and confidentiality of 3× the year’s fees')
  const comparison = compared([suppose(plain, [whatIf]), suppose(silent, [whatIf])])
  expect(rule('super_cap', comparison)?.standings.map((s) => s.standing)).toEqual(['meets', 'missing'])
  expect(rule('liability_cap', comparison)?.standings[0]?.standing).toBe('meets')
})

test.each(['', 'plain', 'plain~wish~3', 'plain~cap~-1', 'plain~cap~many', 'plain~cap~1e9'])(
  'an address that supposes nothing: %j',
  (text) => expect(parseWhatIf(text)).toBeNull(),
)
