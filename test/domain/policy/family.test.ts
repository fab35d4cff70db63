import { describe, expect, test } from 'vitest'
import { effectiveTerms } from '#domain/policy/family/effective.ts'
import { type ConfirmedOrder, familyOrder, precedences } from '#domain/policy/family/order.ts'
import { type FamilyPaper, familiesOf, familyTree } from '#domain/policy/family/tree.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import { term } from './terms.ts'

const paper = (id: string, kind: string, title: string, more: Partial<FamilyPaper> = {}): FamilyPaper => ({
  id,
  kind,
  title,
  vendorId: 'v',
  counterparty: 'Halden Mutual plc',
  signedOn: '2026-01-01',
  ...more,
})

const msa = paper('msa', 'msa', 'MSA')
const dpa = paper('dpa', 'dpa', 'DPA')
const order = paper('order', 'order_form', 'Order form')
const amendment = paper('amendment', 'amendment', 'Amendment 1 to the DPA', {
  signedOn: '2026-03-01',
  effectiveOn: '2026-06-01',
})

const said = (
  of: FamilyPaper,
  type: string,
  value: Record<string, unknown>,
  clause = '8',
  quote = 'The words',
) => term(type, value, { agreement: of, citations: [{ page: 1, clause, start: 0, end: 9, quote }] })

const precedence = (of: FamilyPaper, names: string[], quote = names.join(' before ')) =>
  said(of, 'order_of_precedence', { order: names }, '14.2', quote)

function hold(papers: FamilyPaper[], terms: PolicyTerm[], date = '2026-05-01', confirmed?: ConfirmedOrder) {
  const family = familiesOf(papers)[0]
  if (!family) throw new Error('A family of these papers was expected.')
  const found = familyOrder(family, terms, confirmed)
  const places = precedences(family, found)
  const placed = terms.map((t) => ({
    ...t,
    agreement: { ...t.agreement, precedence: places.get(t.agreement.id) },
  }))
  return { order: found, ...effectiveTerms(placed, found, date) }
}

const notice = (within: string) => ({ by: 'vendor', within, trigger: 'security_incident' })

test('papers of one vendor and one entity are a family; a paper without an entity joins the only one', () => {
  const bare = paper('bare', 'sla', 'SLA', { counterparty: null })
  const other = paper('other', 'msa', 'MSA of another entity', { counterparty: 'Halden Life Ltd' })
  expect(familiesOf([msa, dpa, bare]).map((f) => f.papers.length)).toEqual([3])
  expect(familiesOf([msa, other, bare]).map((f) => f.papers.length)).toEqual([1, 1, 1])
})

test('an amendment stands under the paper that its title names, the rest under the master agreement', () => {
  const [family] = familiesOf([dpa, amendment, msa, order])
  const [root] = family ? familyTree(family) : []
  expect(root?.paper.id).toBe('msa')
  expect(root?.children.map((c) => [c.paper.id, c.children.map((g) => g.paper.id)])).toEqual([
    ['order', []],
    ['dpa', ['amendment']],
  ])
})

describe('what holds', () => {
  const terms = [
    said(msa, 'incident_notice', notice('PT72H'), '12'),
    said(dpa, 'incident_notice', notice('PT24H'), '8'),
  ]

  test('the usual order when no paper says anything: the DPA for its own subject', () => {
    const { effective } = hold([msa, dpa], terms)
    expect(effective).toMatchObject([
      { terms: [{ value: { within: 'PT24H' } }], yields: [{ value: { within: 'PT72H' } }] },
    ])
    expect(effective[0]?.trace).toEqual([
      'DPA s.8 prevails over MSA s.12 for incident notice, vendor, security incident: as papers of these kinds usually stand; nobody has confirmed the order yet.',
    ])
  })

  test('a clause on precedence goes before what is usual', () => {
    const { effective } = hold(
      [msa, dpa],
      [...terms, precedence(msa, ['this Agreement', 'Data Processing Addendum'])],
    )
    expect(effective[0]?.trace[0]).toMatch(/^MSA s\.12 prevails over DPA s\.8 .* so says MSA s\.14\.2/)
  })

  test('a clause about personal data goes first for that alone', () => {
    const cap = { party: 'vendor', form: 'fees_multiple', multiple: 1, appliesTo: 'general' }
    const { effective } = hold(
      [msa, dpa],
      [
        ...terms,
        said(msa, 'liability_cap', cap),
        said(dpa, 'liability_cap', { ...cap, multiple: 2 }),
        precedence(msa, ['this Agreement', 'the DPA', 'the Order Form']),
        precedence(
          dpa,
          ['DPA', 'Agreement'],
          'In a conflict about personal data the DPA prevails over the Agreement.',
        ),
      ],
    )
    const holds = (type: string) => effective.find((e) => e.type === type)?.terms.map((t) => t.agreement.id)
    expect([holds('incident_notice'), holds('liability_cap')]).toEqual([['dpa'], ['msa']])
  })

  test('an amendment changes the terms from the day it takes effect', () => {
    const all = [...terms, said(amendment, 'incident_notice', notice('PT12H'), '2')]
    const on = (date: string) => hold([msa, dpa, amendment], all, date).effective[0]?.terms[0]?.value.within
    expect([on('2026-05-31'), on('2026-06-01')]).toEqual(['PT24H', 'PT12H'])
  })

  test('what equal papers say differently is not settled', () => {
    const second = paper('second', 'order_form', 'Second order form')
    const level = (of: FamilyPaper, uptime: number) => said(of, 'service_level', { uptime })
    const { conflicts } = hold([msa, order, second], [level(order, 99.5), level(second, 99.9)])
    expect(conflicts).toMatchObject([{ why: expect.stringContaining('no order of precedence settles') }])
    const { conflicts: same } = hold([msa, order, second], [level(order, 99.9), level(second, 99.9)])
    expect(same).toEqual([])
  })

  test('clauses that contradict each other about the order are told', () => {
    const { order: found } = hold(
      [msa, order],
      [
        precedence(msa, ['this Agreement', 'Order Form']),
        precedence(order, ['this Order Form', 'Master Agreement']),
      ],
    )
    expect(found.conflicts).toHaveLength(1)
  })

  test('a person’s order goes before all; a paper that joins later is told', () => {
    const confirmed = {
      groups: [['msa'], ['dpa']],
      firstFor: {},
      by: 'a@example.com',
      at: '2026-02-01T00:00:00Z',
    }
    const { effective, order: found } = hold([msa, dpa, order], terms, '2026-05-01', confirmed)
    expect(effective[0]?.terms[0]?.agreement.id).toBe('msa')
    expect(found.joined).toEqual(['order'])
    expect(found.groups.map((g) => g[0])).toContain('order')
  })

  test('carve-outs add up over papers', () => {
    const heads = (of: FamilyPaper, head: string) =>
      said(of, 'liability_uncapped', { party: 'vendor', heads: [head] })
    expect(
      hold([msa, dpa], [heads(msa, 'fraud'), heads(dpa, 'data_breach')]).effective[0]?.terms,
    ).toHaveLength(2)
  })
})
