import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { severities } from '#domain/policy/assess.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { exporters } from '#exporters/index.ts'
import type { NegotiationListModel } from '#exporters/negotiation-list.ts'
import { severityTitles } from '../../exporters/docx/severity.ts'
import { gapModel } from './model.ts'

const { gaps } = gapModel.assessment
const model: NegotiationListModel = {
  organisation: 'Harbour & Vale Retail',
  vendor: 'Brightwater AI',
  agreement: 'Brightwater AI Master Agreement',
  playbook: { title: 'Default playbook', version: '1.0' },
  // The mildest first: the document puts them right.
  items: gaps.toReversed().map((gap) => ({ gap, neededBy: ['Refund assistant'], owner: null })),
  accepted: [],
  preparedOn: '2026-11-24',
}

/** The Word file's text, read back from its bytes. */
async function textOf(more: Partial<NegotiationListModel> = {}): Promise<string> {
  const bytes = await exporters.negotiationList.write({ ...model, ...more })
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
}

test('asks for the gravest first, each under a number of its own', async () => {
  const text = await textOf()
  const told = Object.values(severityTitles)
  const order = text
    .split('\n')
    .flatMap((line) => told.find((one) => line.startsWith(`${one}. Required`)) ?? [])
  expect(order).toHaveLength(gaps.length)
  const ranks = order.map((one) => severities.findIndex((severity) => severityTitles[severity] === one))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  const numbers = [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
  expect(numbers).toEqual(gaps.map((_, i) => i + 1))
})

test('sets the present wording beside the wording to ask for and what to settle for', async () => {
  const gap = gaps.find((one) => one.rule === 'liability_cap')
  if (!gap?.term) throw new Error('The sample has a cap that is too low.')
  const text = await textOf({ items: [{ gap, neededBy: ['Refund assistant', 'FAQ'], owner: 'Imogen Park' }] })
  const [, present = ''] = text.split('What to settle for')
  const places = [gap.term.citations[0]?.quote ?? '', whereOf(gap.term), gap.ask, gap.fallback].map((words) =>
    present.indexOf(words),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(text).toContain('Needed by Refund assistant and FAQ. With Imogen Park.')
})

test('marks what no person has confirmed', async () => {
  const gap = gaps.find((one) => one.term !== null)
  if (!gap?.term) throw new Error('The sample has a term that falls short.')
  const unread = { ...gap, term: { ...gap.term, review: 'unreviewed' as const, people: [] } }
  expect(await textOf({ items: [{ gap: unread, neededBy: [], owner: null }] })).toContain('○ Not confirmed')
})

test('says so where the paper is silent', async () => {
  const gap = gaps.find((one) => one.term === null)
  if (!gap) throw new Error('The sample lacks something.')
  expect(await textOf({ items: [{ gap, neededBy: [], owner: null }] })).toContain('Nothing: not found')
})

test('with nothing left to ask for says so, and what was accepted', async () => {
  const text = await textOf({
    items: [],
    accepted: [{ title: 'Insurance', deployment: 'FAQ', until: '2027-03-31' }],
  })
  expect(text).toContain('Nothing is left to ask for.')
  expect(text).toContain('0 changes')
  expect(text).toContain('Insurance, for FAQ, until 31 March 2027')
  expect(text).not.toContain('What to settle for')
})
