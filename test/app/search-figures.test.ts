import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreements, updateAgreement } from '#db/agreements.ts'
import { resetFile, setFailed } from '#db/files.ts'
import { standingTerms } from '#db/terms.ts'
import { ensureUnit, setUnitOf } from '#db/units.ts'
import { insertVendor, updateVendor, vendorByName } from '#db/vendors.ts'
import { type Agreement, AgreementInput } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { figuresOf, measureAsked } from '#domain/search/figures.ts'
import { type Comparison, parseQuery } from '#domain/search/query.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { decideTerm } from '../../app/services/review/decide.server.ts'
import { makeAllFigures } from '../../app/services/search/figures.server.ts'
import { search } from '../../app/services/search/search.server.ts'
import { userAs } from './as.ts'
import { newVersion, paperOf } from './papers.ts'

/** Questions about values are answered from an index: what it says is held against reading every term of every paper. */

const folder = mkdtempSync(path.join(tmpdir(), 'carveout-figures-'))
const date = '2026-11-25'
let house: House
let first: Agreement

const cap = (sum: string) =>
  `1. Liability. The aggregate liability of Vendor under this Agreement shall not exceed ${sum}.`
const notice = (days: string) =>
  `2. Term. This Agreement renews automatically for successive periods of twelve (12) months unless either party gives written notice of non-renewal at least ${days} days before the end of the then-current term.`
const audit =
  '3. Audit. Customer may audit the security of Vendor once a year on thirty (30) days written notice.'
const yearsFees = 'the fees paid in the twelve (12) months before the claim'

const papers = [
  ['Avon', 'Avon MSA', [cap('USD 500,000'), notice('ninety (90)'), audit]],
  ['Avon', 'Avon DPA', [cap('EUR 900,000')]],
  ['Brook', 'Brook MSA', [cap('USD 5,000,000'), notice('thirty (30)')]],
  ['Brook', 'Brook terms', [cap(yearsFees), notice('sixty (60)'), audit]],
  ['Creek', 'Creek MSA', ['1. Gherkins. The parties shall store all cucumbers in oak barrels.']],
] as const

beforeAll(async () => {
  house = await openHouse({ dataFolder: folder }, { root: '.', log: pino({ level: 'silent' }), work: false })
  const vendors = new Map<string, string>()
  for (const [vendor, title, words] of papers) {
    const id = vendors.get(vendor) ?? (await insertVendor(house.db, VendorInput.parse({ name: vendor }))).id
    vendors.set(vendor, id)
    const paper = await paperOf(house, id, { title, kind: 'msa' }, ['AGREEMENT', ...words].join('\n\n'))
    if (title === 'Avon MSA') first = paper
  }
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const compares: Record<Comparison, (found: number, asked: number) => boolean> = {
  below: (found, asked) => found < asked,
  at_most: (found, asked) => found <= asked,
  above: (found, asked) => found > asked,
  at_least: (found, asked) => found >= asked,
  exactly: (found, asked) => found === asked,
}

/** The answer as somebody would work it out who reads everything: a line for each term or silence, in order. */
async function readingEverything(seen: House, question: string): Promise<string[]> {
  const { conditions } = parseQuery(question)
  const lines: string[] = []
  for (const paper of await agreements(seen.db)) {
    const terms = await standingTerms(seen.db, [paper.id])
    const answers = conditions.map((condition) => ({
      condition,
      terms: terms.filter((term) =>
        figuresOf(term, paper.annualFees ?? undefined).some(
          ({ measure, amount, currencies }) =>
            measure === measureAsked(condition) &&
            (condition.form !== 'compares' ||
              (amount !== null &&
                compares[condition.comparison](amount, condition.value) &&
                (!condition.currency || currencies.includes(condition.currency)))),
        ),
      ),
    }))
    if (!answers.every(({ condition, terms }) => terms.length > 0 === (condition.form !== 'lacks'))) continue
    for (const { condition, terms } of answers)
      if (condition.form === 'lacks') lines.push(`${paper.title} has no ${condition.measure}`)
      else lines.push(...terms.map((term) => `${paper.title} ${term.slug}`))
  }
  return lines
}

const asked = async (seen: House, question: string): Promise<string[]> => {
  const titleOf = new Map((await agreements(house.db)).map(({ slug, title }) => [slug, title]))
  const { hits, total } = await search(seen, question, { date, limit: 100 })
  expect(total).toBe(hits.length)
  return hits.map(({ href, text }) => {
    const [, , slug = '', , term] = href.split('/')
    const silence = /^No (.+?) was found/.exec(text.map((part) => part.text).join(''))
    return `${titleOf.get(slug)} ${silence ? `has no ${silence[1]}` : term}`
  })
}

const questions = [
  'cap below 1M',
  'cap below USD 1M',
  'cap at most EUR 900,000',
  'cap exactly USD 5,000,000',
  'cap above 100k',
  'notice longer than 60 days',
  'notice at least 60 days',
  'notice is 30 days',
  'notice below 2 months',
  'non_renewal_notice above 1 day',
  'has cap',
  'no cap',
  'no audit right',
  'no audit right no super-cap',
  'cap below 1M no audit right',
  'has audit right notice above 70 days',
  'automatic renewal at least 1 day',
  'has automatic renewal',
  'no insurance',
]

async function sameAsReadingEverything(seen = house) {
  const answers = new Map<string, string[]>()
  for (const question of questions) {
    const answer = await asked(seen, question)
    expect(answer, question).toEqual(await readingEverything(seen, question))
    answers.set(question, answer)
  }
  return (question: string) => answers.get(question)
}

test('the index answers as reading everything would', async () => {
  const answers = await sameAsReadingEverything()
  expect(answers('cap below 1M')).toEqual(['Avon DPA liability-cap', 'Avon MSA liability-cap'])
  expect(answers('no cap')).toEqual(['Creek MSA has no cap'])
})

test('a page of the answer is a part of it', async () => {
  const some = await search(house, 'has cap', { date, limit: 2, offset: 1 })
  const all = await search(house, 'has cap', { date, limit: 100 })
  expect(some.hits).toEqual(all.hits.slice(1, 3))
  expect(some.total).toBe(all.total)
  expect(some.counts).toEqual(all.counts)
})

test('of a silence and a term, one kind can be asked for alone', async () => {
  const { total, counts, hits } = await search(house, 'no audit right cap below 1M in:agreements', {
    date,
    limit: 10,
  })
  expect(counts).toEqual([
    { kind: 'agreement', count: 1 },
    { kind: 'term', count: 1 },
  ])
  expect([total, hits.map((hit) => hit.kind)]).toEqual([1, ['agreement']])
})

test('what a person corrected or threw out counts at once', async () => {
  const terms = await standingTerms(house.db, [first.id])
  const termOf = (type: string) => terms.find((term) => term.type === type) ?? expect.fail(type)
  const capped = termOf('liability_cap')
  const value = { ...capped.value, amount: { amount: 7_000_000, currency: 'USD' } }
  const legal = userAs('legal')
  await decideTerm(house, capped, { kind: 'corrected', value, reason: 'misread', version: 0 }, legal)
  await decideTerm(house, termOf('audit_right'), { kind: 'rejected', reason: 'other', version: 0 }, legal)
  const answers = await sameAsReadingEverything()
  expect(answers('cap below 1M')).toEqual(['Avon DPA liability-cap'])
  expect(answers('no audit right')).toContain('Avon MSA has no audit right')
})

test('a cap in fees is a sum from when the fees are entered', async () => {
  const paper = (await agreements(house.db)).find(({ title }) => title === 'Brook terms')
  if (!paper) throw new Error('The paper was filed.')
  const input = AgreementInput.parse({
    ...paper,
    counterparty: '',
    owner: '',
    signedOn: '',
    effectiveOn: '',
  })
  await updateAgreement(house.db, paper.id, { ...input, annualFees: { amount: 40_000, currency: 'USD' } })
  expect((await sameAsReadingEverything())('cap below 1M')).toContain('Brook terms liability-cap')
})

test('an answer is sorted by the names that papers and vendors have now', async () => {
  const avon = await vendorByName(house.db, 'Avon')
  await updateVendor(house.db, avon?.id ?? '', VendorInput.parse({ name: 'Yare' }))
  expect((await sameAsReadingEverything())('has cap')?.[0]).toBe('Brook MSA liability-cap')
})

test('the newest version that was read counts, and the one before it where that fails', async () => {
  const fileId = await newVersion(house, first.id, `AGREEMENT\n\n${notice('ten (10)')}`)
  expect((await sameAsReadingEverything())('notice longer than 60 days')).toEqual([])
  await resetFile(house.db, fileId)
  await setFailed(house.db, fileId, { code: 'damaged', message: 'It is damaged.' })
  expect((await sameAsReadingEverything())('notice longer than 60 days')).toEqual([
    'Avon MSA non-renewal-notice',
  ])
})

test('a unit is answered from what it sees', async () => {
  const retail = await ensureUnit(house.db, 'Retail')
  const lending = await ensureUnit(house.db, 'Lending')
  for (const { vendorId, vendorName } of await agreements(house.db))
    await setUnitOf(house.db, 'vendor', vendorId, vendorName === 'Brook' ? retail : lending)
  const answers = await sameAsReadingEverything(house.as({ units: [retail] }))
  expect(answers('no audit right')).toEqual(['Brook MSA has no audit right'])
})

test('while much waits to be looked through, the answer says so', async () => {
  const { id } = await insertVendor(house.db, VendorInput.parse({ name: 'Delta' }))
  for (let nth = 1; nth <= 41; nth++)
    await paperOf(house, id, { title: `Form ${nth}`, kind: 'order_form' }, `FORM\n\n${cap('USD 10,000')}`)
  const early = await search(house, 'cap below 20k', { date, limit: 1 })
  expect(early.query.problems).toEqual([expect.stringContaining('not in this answer yet')])
  await makeAllFigures(house)
  const late = await search(house, 'cap below 20k', { date, limit: 1 })
  expect([late.query.problems, late.total]).toEqual([[], 41])
})
