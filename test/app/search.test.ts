import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreements, updateAgreement } from '#db/agreements.ts'
import { insertComment } from '#db/comments.ts'
import { insertDeployment } from '#db/deployments.ts'
import { insertGapComment } from '#db/gap-work.ts'
import { deleteAgreement } from '#db/retention.ts'
import { forgetMaking } from '#db/search-making.ts'
import { termsOfFile } from '#db/terms.ts'
import { ensureUnit, setUnitOf } from '#db/units.ts'
import { updateVendor, vendorByName } from '#db/vendors.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import type { SearchHit } from '#domain/search/hit.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { decideTerm } from '../../app/services/review/decide.server.ts'
import { makeIndex } from '../../app/services/search/make-index.server.ts'
import { search } from '../../app/services/search/search.server.ts'
import { userAs } from './as.ts'
import { readersHere } from './readers-here.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'carveout-search-'))
const date = '2026-11-25'
let house: House
let retail: House
let lending: House

const paper = (words: string) => new TextEncoder().encode(`MASTER SERVICES AGREEMENT\n\n${words}`)
const till = paper(
  [
    '1. Liability. The aggregate liability of Vendor under this Agreement shall not exceed USD 500,000.',
    '2. Term. This Agreement renews automatically for successive periods of twelve (12) months unless either party gives written notice of non-renewal at least ninety (90) days before the end of the then-current term.',
    '3. Audit. Customer may audit the security of Vendor once a year on thirty (30) days written notice.',
    '4. Gherkins. The parties shall store all pickled cucumbers in oak barrels.',
  ].join('\n\n'),
)
const vault = paper(
  [
    '1. Liability. The aggregate liability of Vendor under this Agreement shall not exceed USD 5,000,000.',
    '2. Term. This Agreement renews automatically for successive periods of twelve (12) months unless either party gives written notice of non-renewal at least thirty (30) days before the end of the then-current term.',
    '3. Barrels. Vendor stores its own barrels of cucumbers.',
  ].join('\n\n'),
)

const ask = async (seen: House, question: string) => (await search(seen, question, { date, limit: 50 })).hits
const said = (segments: SearchHit['title']) => segments.map(({ text }) => text).join('')
const titles = async (seen: House, question: string) =>
  (await ask(seen, question)).map(({ title }) => said(title))
const addresses = async (seen: House, question: string) => (await ask(seen, question)).map(({ href }) => href)

const idOf = async (title: string) => (await agreements(house.db)).find((a) => a.title === title)?.id ?? ''

beforeAll(async () => {
  house = await openHouse(
    { dataFolder: folder },
    { root: path.resolve('.'), log: pino({ level: 'silent' }), readers: readersHere() },
  )
  for (const [vendor, bytes] of [
    ['Till', till],
    ['Vault', vault],
  ] as const)
    await house.intake.accept({
      fileName: `${vendor}.txt`,
      bytes,
      vendor,
      actor: 'a',
      details: { title: `${vendor} MSA`, kind: 'msa' },
    })
  await house.intake.idle()
  const units = {
    retail: await ensureUnit(house.db, 'Retail'),
    lending: await ensureUnit(house.db, 'Lending'),
  }
  for (const [name, unit] of [
    ['Till', units.retail],
    ['Vault', units.lending],
  ] as const)
    await setUnitOf(house.db, 'vendor', (await vendorByName(house.db, name))?.id ?? '', unit)
  const made = await insertDeployment(
    house.db,
    DeploymentInput.parse({
      name: 'Refund helper',
      purpose: 'Tells customers about refunds.',
      status: 'live',
      answers: {},
      riskClass: 'high',
      agreementIds: [await idOf('Till MSA')],
    }),
  )
  await setUnitOf(house.db, 'deployment', made.id, units.retail)
  await insertGapComment(house.db, {
    deploymentId: made.id,
    rule: 'audit',
    author: 'a',
    body: 'Their counsel promised a marmalade clause.',
  })
  retail = house.as({ units: [units.retail] })
  lending = house.as({ units: [units.lending] })
}, 60_000)
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

test('words that nearly every passage has are not asked of it beside others', async () => {
  const found = await addresses(house, 'barrels cucumbers')
  expect(found.length).toBeGreaterThan(0)
  expect(await addresses(house, 'the barrels with cucumbers')).toEqual(found)
})

test('a word is found in a clause, whatever its ending, with the words marked and the address of the place', async () => {
  const [hit] = await ask(house, 'pickle barrel')
  expect(hit).toMatchObject({
    kind: 'clause',
    about: 'Till · Till MSA',
    place: expect.stringMatching(/^clause 4/),
  })
  expect(hit?.text.filter((one) => one.hit).map((one) => one.text)).toEqual(['pickled', 'barrels'])
  expect(hit?.href).toMatch(/^\/agreements\/till-msa\?start=\d+&end=\d+$/)
})

test('phrases are found in a row only, prefixes with any ending, and words are left out', async () => {
  expect(await titles(house, '"pickled cucumbers"')).toEqual(['Gherkins'])
  expect(await titles(house, '"cucumbers pickled"')).toEqual([])
  expect(await titles(house, 'gherk*')).toEqual(['Gherkins'])
  expect(await titles(house, 'cucumbers -pickled')).toEqual(['Barrels'])
})

test('signs of the databases’ own languages do no harm', async () => {
  for (const question of ['"', '*', 'NEAR(', "a' OR '1", 'title:', '^', ':*', '\u0001 & | !', '-'])
    expect(await search(house, question, { date, limit: 5 })).toHaveProperty('hits')
})

test('vendors, deployments and notes are found, each at its page', async () => {
  expect(await addresses(house, 'vault in:vendor')).toEqual(['/vendors/vault'])
  expect(await addresses(house, 'refunds in:deployments')).toEqual(['/deployments/refund-helper'])
  expect(await addresses(house, 'marmalade')).toEqual(['/gaps/refund-helper/audit'])
})

test('gaps are found as they stand on the day', async () => {
  const hits = await ask(house, 'in:gaps insurance')
  expect(hits.length).toBeGreaterThan(0)
  expect(hits[0]?.href).toMatch(/^\/gaps\/refund-helper\//)
})

test('filters leave one vendor, one kind of paper, one class, one type of term', async () => {
  expect(await titles(house, 'cucumbers vendor:vault')).toEqual(['Barrels'])
  expect(await titles(house, 'cucumbers kind:dpa')).toEqual([])
  expect(await titles(house, 'cucumbers class:high')).toEqual(['Gherkins'])
  expect(await titles(house, 'type:audit_right')).toEqual(['Audit right'])
})

test('cap below 1M', async () => {
  const hits = await ask(house, 'cap below 1M')
  expect(hits.map((hit) => hit.about)).toEqual(['Till · Till MSA'])
  expect(hits[0]).toMatchObject({ kind: 'term', href: '/agreements/till-msa/terms/liability-cap' })
})

test('notice longer than 60 days', async () => {
  expect((await ask(house, 'notice longer than 60 days')).map((hit) => hit.about)).toEqual([
    'Till · Till MSA',
  ])
})

test('no audit right', async () => {
  expect(await addresses(house, 'no audit right')).toEqual(['/agreements/vault-msa/absent/audit-right'])
})

test('conditions and words together: words are looked for in what fulfils the conditions', async () => {
  expect(await titles(house, 'cucumbers cap above 1M')).toEqual(['Barrels'])
})

test('a unit finds its own and nothing else, by words, by conditions and by filters', async () => {
  expect(await titles(retail, 'cucumbers')).toEqual(['Gherkins'])
  expect(await titles(lending, 'cucumbers')).toEqual(['Barrels'])
  expect(await addresses(lending, 'marmalade')).toEqual([])
  expect(await addresses(retail, 'no audit right')).toEqual([])
  expect((await search(lending, 'cucumbers', { date, limit: 5 })).counts).toEqual([
    { kind: 'clause', count: 1 },
  ])
})

test('what is edited is found under its new words at once, and under the old ones no more', async () => {
  const vendor = await vendorByName(house.db, 'Vault')
  const input = VendorInput.parse({ name: 'Vault', notes: 'Once called Strongbox.' })
  await updateVendor(house.db, vendor?.id ?? '', input)
  expect(await addresses(house, 'strongbox')).toEqual(['/vendors/vault'])
  await updateVendor(house.db, vendor?.id ?? '', { ...input, notes: '' })
  expect(await addresses(house, 'strongbox')).toEqual([])
})

test('a change that is rolled back leaves no trace in the index', async () => {
  const id = await idOf('Till MSA')
  const failing = house.db.transaction().execute(async (trx) => {
    const input = AgreementInput.parse({ title: 'Quincunx', kind: 'msa', status: 'active' })
    await updateAgreement(trx, id, input)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await titles(house, 'quincunx')).toEqual([])
})

test('what was indexed long ago is found beside what is new', async () => {
  const found = async () => (await addresses(house, 'barrels')).toSorted()
  const before = await found()
  await house.db
    .updateTable('search_entry')
    .set((w) => ({ number: w('number', '+', 1_000_000) }))
    .where('subject_id', '=', await idOf('Vault MSA'))
    .execute()
  expect(await found()).toEqual(before)
  expect(before.length).toBeGreaterThan(1)
})

test('a rejected term is no longer found; its clause is', async () => {
  const [file] = await house.db
    .selectFrom('agreement_file')
    .select('id')
    .where('agreement_id', '=', await idOf('Till MSA'))
    .execute()
  const term = (await termsOfFile(house.db, file?.id ?? '')).find((one) => one.type === 'audit_right')
  if (!term) throw new Error('The paper has an audit clause.')
  await decideTerm(house, term, { kind: 'rejected', reason: 'other', version: 0 }, userAs('legal'))
  expect(await ask(house, 'type:audit_right')).toEqual([])
  expect((await ask(house, 'no audit right')).map((hit) => hit.about).sort()).toEqual(['Till', 'Vault'])
  expect(await titles(house, 'audit in:clauses vendor:till')).toEqual(['Audit'])
})

test('an index that is missing is made again, the same', async () => {
  const agreementId = await idOf('Till MSA')
  await insertComment(house.db, {
    subjectId: 'x:insurance',
    agreementId,
    body: 'Ask the broker about sousaphones.',
    by: 'a',
  })
  // Hits that fit equally well come in the order in which their papers were read, and two are read at once.
  const found = async () => (await addresses(house, 'cucumbers')).toSorted()
  const before = await found()
  await forgetMaking(house.db)
  await house.db.deleteFrom('search_entry').execute()
  expect(await found()).toEqual([])
  await makeIndex(house)
  await makeIndex(house)
  expect(await found()).toEqual(before)
  expect(await addresses(house, 'marmalade')).toEqual(['/gaps/refund-helper/audit'])
  expect(await addresses(house, 'sousaphone')).toEqual(['/agreements/till-msa/absent/insurance'])
})

test('a deleted agreement is found no more', async () => {
  const id = await idOf('Vault MSA')
  await house.db
    .transaction()
    .execute((trx) => deleteAgreement(trx, id, { by: 'a', at: date, reason: 'over' }))
  expect(await titles(house, 'cucumbers')).toEqual(['Gherkins'])
})
