import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { agreementById, insertAgreement } from '#db/agreements.ts'
import { absences, decisionsOn } from '#db/decisions.ts'
import { openDifferences } from '#db/differences.ts'
import { insertFile, setRead } from '#db/files.ts'
import { replaceTerms, standingTerms, termById, termsOfFile } from '#db/terms.ts'
import { insertVendor } from '#db/vendors.ts'
import { clauseTree } from '#domain/document/clauses.ts'
import { documentFromText } from '#domain/document/plain.ts'
import { cite } from '#domain/reading/citations.ts'
import { AgreementInput, type StoredTerm } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import type { Term } from '#domain/terms/term.ts'
import { agreementAssessment } from '../../app/services/assessment.server.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import {
  addTerm,
  decideAbsence,
  decideAbsences,
  decideTerm,
} from '../../app/services/review/decide.server.ts'
import { keepDecided, takeDifference } from '../../app/services/review/differences.server.ts'
import type { User } from '../../app/services/user.server.ts'

const root = path.resolve(import.meta.dirname, '../..')
const ada: User = { id: 'ada', name: 'Ada', email: 'ada@halden.example', role: 'legal', units: [] }
const ben: User = { id: 'ben', name: 'Ben', email: 'ben@halden.example', role: 'legal', units: [] }

const words =
  'The total liability of the Supplier shall not exceed the fees paid in the twelve months before the claim.\n' +
  'The Supplier may end this agreement on thirty days’ notice.'
const document = documentFromText(words, 'Master agreement')
const citationOf = (quote: string) => {
  const start = document.text.indexOf(quote)
  return cite({ document, ...clauseTree(document) }, { start, end: start + quote.length })
}
const read: Term[] = [
  {
    type: 'liability_cap',
    value: { form: 'fees_paid', lookback: 'P12M', party: 'vendor', per: 'aggregate', appliesTo: 'general' },
    citations: [citationOf('The total liability of the Supplier shall not exceed the fees paid')],
    confidence: 0.9,
    reader: 'liability_cap@1',
  },
  {
    type: 'termination_for_convenience',
    value: { by: 'vendor', notice: 'P30D' },
    citations: [citationOf('The Supplier may end this agreement')],
    confidence: 0.7,
    reader: 'termination_for_convenience@1',
  },
]

let folder: string
let house: House
let fileId: string
let agreementId: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-review-'))
  house = await openHouse({ dataFolder: folder }, { root, log: pino({ level: 'silent' }) })
  house.playbooks.riskMatrix.termReview.spotChecks = 0
})
beforeEach(async () => {
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
  const input = AgreementInput.parse({ title: 'Master agreement', kind: 'msa', status: 'active' })
  agreementId = await insertAgreement(house.db, vendor.id, input)
  fileId = await insertFile(house.db, { agreementId, fileName: 'msa.txt', sha256: randomUUID(), size: 1 })
  await setRead(house.db, fileId, { document, absent: ['insurance'], warnings: [] })
  await file(read)
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Files a reading of the paper, as the intake does. */
const file = (terms: Term[]) =>
  house.db.transaction().execute((trx) => replaceTerms(trx, fileId, agreementId, terms))

async function cap(): Promise<StoredTerm> {
  const term = (await termsOfFile(house.db, fileId)).find((one) => one.type === 'liability_cap')
  if (!term) throw new Error('The sample has no cap.')
  return term
}
const lower = {
  form: 'fixed',
  amount: { amount: 50_000, currency: 'USD' },
  party: 'vendor',
  per: 'aggregate',
  appliesTo: 'general',
}

test('a correction is what holds, everywhere, and keeps who, when and the reading before it', async () => {
  const before = await cap()
  await decideTerm(house, before, { kind: 'corrected', version: 0, value: lower }, ada)
  const after = await cap()
  expect(after).toMatchObject({ value: lower, review: 'corrected', people: [ada.email], version: 1 })
  expect(after.read?.value).toEqual(before.value)
  const [decision] = await decisionsOn(house.db, before.id)
  expect(decision).toMatchObject({
    by: ada.email,
    before: { value: before.value, reader: before.reader, confidence: before.confidence },
  })
  const agreement = await agreementById(house.db, agreementId)
  if (!agreement) throw new Error('The agreement is gone.')
  const { assessment } = await agreementAssessment(house, agreement, '2026-06-01')
  expect(assessment.gaps.find((gap) => gap.term?.id === before.id)?.found).toContain('USD 50,000')
})

test('an undo is a decision of its own, and what stood before holds again', async () => {
  const term = await cap()
  await decideTerm(house, term, { kind: 'corrected', version: 0, value: lower }, ada)
  await decideTerm(house, await cap(), { kind: 'undone', version: 1 }, ben)
  expect(await cap()).toMatchObject({ value: term.value, review: 'unreviewed', people: [], version: 2 })
  expect((await decisionsOn(house.db, term.id)).map((d) => [d.kind, d.by])).toEqual([
    ['corrected', ada.email],
    ['undone', ben.email],
  ])
})

test('decisions can’t be changed or deleted, not even in the database', async () => {
  const term = await cap()
  await decideTerm(house, term, { kind: 'confirmed', version: 0 }, ada)
  await expect(house.db.updateTable('decision').set({ reason: 'x' }).execute()).rejects.toThrow(
    'only ever added',
  )
  await expect(house.db.deleteFrom('decision').execute()).rejects.toThrow('only ever added')
})

test('whoever decides on what they had not seen is told what the other decided, and nothing is overwritten', async () => {
  const seen = await cap()
  await decideTerm(house, seen, { kind: 'corrected', version: 0, value: lower }, ada)
  const late = await decideTerm(house, seen, { kind: 'confirmed', version: 0 }, ben)
  expect(late).toMatchObject({ ok: false, since: [{ kind: 'corrected', by: ada.email, value: lower }] })
  expect(await cap()).toMatchObject({ value: lower, people: [ada.email] })
})

test('two who decide in the same instant: one is first, the other is told', async () => {
  const term = await cap()
  const both = await Promise.all([
    decideTerm(house, term, { kind: 'confirmed', version: 0 }, ada),
    decideTerm(house, term, { kind: 'rejected', version: 0, reason: 'No cap.' }, ben),
  ])
  expect(both.map((one) => one.ok).toSorted()).toEqual([false, true])
  expect(await decisionsOn(house.db, term.id)).toHaveLength(1)
})

test('a second person who confirms a correction stands behind it too; another value begins anew', async () => {
  const term = await cap()
  await decideTerm(house, term, { kind: 'corrected', version: 0, value: lower }, ada)
  await decideTerm(house, await cap(), { kind: 'confirmed', version: 1 }, ben)
  expect(await cap()).toMatchObject({ review: 'corrected', people: [ada.email, ben.email] })
  const value = { ...lower, per: 'claim' }
  await decideTerm(house, await cap(), { kind: 'corrected', version: 2, value }, ben)
  expect(await cap()).toMatchObject({ value, people: [ben.email] })
})

describe('a later reading of the same file', () => {
  const twice = (term: Term): Term =>
    term.type === 'liability_cap' ? { ...term, value: { ...term.value, per: 'claim' } } : term

  test('leaves a decision as it is and raises what differs', async () => {
    const term = await cap()
    await decideTerm(house, term, { kind: 'confirmed', version: 0 }, ada)
    await file(read.map(twice))
    expect(await termById(house.db, term.id)).toMatchObject({ value: term.value, review: 'confirmed' })
    const [difference] = await openDifferences(house.db, fileId)
    expect(difference).toMatchObject({ termId: term.id, source: 'reading', value: { per: 'claim' } })
    await keepDecided(house, difference?.id ?? '', ben)
    expect(await openDifferences(house.db, fileId)).toEqual([])
    expect((await cap()).value).toEqual(term.value)
  })

  test('is taken over by a person, as a decision', async () => {
    const term = await cap()
    await decideTerm(house, term, { kind: 'confirmed', version: 0 }, ada)
    await file(read.map(twice))
    const [difference] = await openDifferences(house.db, fileId)
    expect(await takeDifference(house, difference?.id ?? '', ben)).toBe(true)
    expect(await cap()).toMatchObject({ value: { per: 'claim' }, review: 'corrected', people: [ben.email] })
    expect(await takeDifference(house, difference?.id ?? '', ada)).toBe(false)
  })

  test('that agrees with the correction is no difference', async () => {
    const term = await cap()
    await decideTerm(
      house,
      term,
      { kind: 'corrected', version: 0, value: { ...term.value, per: 'claim' } },
      ada,
    )
    await file(read.map(twice))
    expect(await openDifferences(house.db, fileId)).toEqual([])
  })

  test('that no longer finds what was confirmed is a difference', async () => {
    const term = await cap()
    await decideTerm(house, term, { kind: 'confirmed', version: 0 }, ada)
    await file(read.slice(1))
    expect(await termById(house.db, term.id)).toMatchObject({ review: 'confirmed' })
    expect(await openDifferences(house.db, fileId)).toMatchObject([{ termId: term.id, value: null }])
  })

  test('that reads the same changes nothing', async () => {
    await decideTerm(house, await cap(), { kind: 'confirmed', version: 0 }, ada)
    const before = (await termsOfFile(house.db, fileId)).map(({ id: _, ...term }) => term)
    await file(read)
    expect((await termsOfFile(house.db, fileId)).map(({ id: _, ...term }) => term)).toEqual(before)
    expect(await openDifferences(house.db, fileId)).toEqual([])
  })
})

test('a term that a person adds counts, and takes back "looked, not there"', async () => {
  const type = 'insurance'
  const paper = { fileId, agreementId }
  await decideAbsence(house, { ...paper, type }, { kind: 'absent', version: 0 }, ada)
  expect(await absences(house.db, [fileId])).toMatchObject([{ type, by: ada.email }])
  const citation = citationOf('thirty days')
  const value = { kinds: ['cyber'], amounts: [] }
  const added = await addTerm(house, paper, { type, value, citations: [citation] }, ben)
  expect(added).toMatchObject({ review: 'added', people: [ben.email], read: null, slug: 'insurance' })
  expect(await absences(house.db, [fileId])).toEqual([])
  expect((await standingTerms(house.db, [agreementId])).map((term) => term.id)).toContain(added.id)
  await decideTerm(house, added, { kind: 'undone', version: 1 }, ben)
  expect((await standingTerms(house.db, [agreementId])).map((term) => term.id)).not.toContain(added.id)
})

describe('what is not there, said for all of it at once', () => {
  const paper = () => ({ fileId, agreementId })
  const seen = ['insurance', 'audit_right', 'subprocessors'].map((type) => ({ type, version: 0 }))
  const looked = async () => (await absences(house.db, [fileId])).map(({ type, by }) => [type, by]).toSorted()

  test('stands for each, and is taken back as one', async () => {
    expect(await decideAbsences(house, paper(), seen, 'absent', ada)).toMatchObject({ left: [] })
    expect(await looked()).toEqual(seen.map(({ type }) => [type, ada.email]).toSorted())
    const moments = (await absences(house.db, [fileId])).map(({ at }) => at)
    expect(new Set(moments).size).toBe(1)
    const again = seen.map(({ type }) => ({ type, version: 1 }))
    await decideAbsences(house, paper(), again, 'undone', ada)
    expect(await looked()).toEqual([])
  })

  test('leaves what somebody decided meanwhile: an absence, or a term that they found', async () => {
    await decideAbsence(house, { ...paper(), type: 'audit_right' }, { kind: 'absent', version: 0 }, ben)
    const citations = [citationOf('thirty days')]
    const value = { kinds: ['cyber'], amounts: [] }
    await addTerm(house, paper(), { type: 'insurance', value, citations }, ben)
    expect(await decideAbsences(house, paper(), seen, 'absent', ada)).toEqual({
      decided: ['subprocessors'],
      left: ['insurance', 'audit_right'],
    })
    expect(await looked()).toEqual([
      ['audit_right', ben.email],
      ['subprocessors', ada.email],
    ])
  })
})

describe('a paper that prints a clause twice', () => {
  const twice = `1.1 ${words}\n\n1.1 ${words}`
  const printed = documentFromText(twice, 'Printed twice')
  const both = (quote: string) =>
    [printed.text.indexOf(quote), printed.text.lastIndexOf(quote)].map((start): Term[] => [
      {
        type: 'termination_for_convenience',
        value: { by: 'vendor', notice: 'P30D' },
        citations: [
          cite({ document: printed, ...clauseTree(printed) }, { start, end: start + quote.length }),
        ],
        confidence: 0.7,
        reader: 'termination_for_convenience@1',
      },
    ])
  const printings = async () =>
    (await termsOfFile(house.db, fileId)).filter((one) => one.type === 'termination_for_convenience')

  beforeEach(async () => {
    await setRead(house.db, fileId, { document: printed, absent: [], warnings: [] })
    await file(both('The Supplier may end this agreement').flat())
  })

  test('is decided on once, for every printing', async () => {
    const [first] = await printings()
    if (!first) throw new Error('The paper has no such term.')
    await decideTerm(house, first, { kind: 'confirmed', version: 0 }, ada)
    expect((await printings()).map(({ review, people }) => [review, people])).toEqual([
      ['confirmed', [ada.email]],
      ['confirmed', [ada.email]],
    ])
    const [confirmed] = await printings()
    if (confirmed) await decideTerm(house, confirmed, { kind: 'undone', version: 1 }, ada)
    expect((await printings()).map(({ review }) => review)).toEqual(['unreviewed', 'unreviewed'])
  })
})
