import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAgreement } from '#db/agreements.ts'
import { insertDeployment } from '#db/deployments.ts'
import { insertFile, setRead } from '#db/files.ts'
import { gapWork } from '#db/gap-work.ts'
import { rePaperings } from '#db/re-paperings.ts'
import { replaceTerms } from '#db/terms.ts'
import { insertVendor } from '#db/vendors.ts'
import { documentFromText } from '#domain/document/plain.ts'
import { readTerms } from '#domain/reading/read.ts'
import { AgreementInput } from '#domain/register/agreement.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { noticeNewVersions } from '../../app/services/re-papering.server.ts'

const root = path.resolve(import.meta.dirname, '../..')
let folder: string
let house: House
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-re-papering-'))
  house = await openHouse({ dataFolder: folder }, { root, log: pino({ level: 'silent' }) })
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const cap =
  'The total liability of the Supplier to the Customer under this Agreement shall not exceed the fees paid in the twelve months before the claim.'

test('a new version that takes a term away opens re-papering, once', async () => {
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
  const input = AgreementInput.parse({ title: 'Master agreement', kind: 'msa', status: 'active' })
  const agreementId = await insertAgreement(house.db, vendor.id, input)
  const { id: deploymentId } = await insertDeployment(
    house.db,
    DeploymentInput.parse({
      name: 'FAQ',
      purpose: 'Answers.',
      answers: {},
      riskClass: 'low',
      agreementIds: [agreementId],
    }),
  )
  const version = async (text: string) => {
    const id = await insertFile(house.db, { agreementId, fileName: 'msa.txt', sha256: text, size: 1 })
    const document = documentFromText(text, 'Master agreement')
    const { terms, absent } = readTerms(document)
    await setRead(house.db, id, { document, absent, warnings: [] })
    await house.db.transaction().execute((trx) => replaceTerms(trx, id, agreementId, terms))
  }
  await version(`1. Liability\n${cap}`)
  await version('1. Liability\nThe Supplier answers for its work.')
  const now = new Date('2027-01-10T12:00:00Z')
  await noticeNewVersions(house, now)
  await noticeNewVersions(house, now)
  const opened = await rePaperings(house.db, { deploymentId })
  expect(opened).toMatchObject([{ agreementId, version: 2, openedOn: '2027-01-10' }])
  expect(await gapWork(house.db, { deploymentId })).toMatchObject(
    opened[0]?.rules.map((rule) => ({ rule, status: 'negotiating', dueOn: '2027-02-10' })) ?? [],
  )
})
