import { createHash } from 'node:crypto'
import { insertAgreement } from '#db/agreements.ts'
import type { Db } from '#db/connect.ts'
import { insertDeployment } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { insertFile, setRead } from '#db/files.ts'
import { saveScan } from '#db/incorporated.ts'
import { replaceTerms } from '#db/terms.ts'
import { insertVendor } from '#db/vendors.ts'
import type { Document } from '#domain/document/document.ts'
import { addMonths } from '#domain/policy/calendar.ts'
import { riskClasses } from '#domain/policy/risk.ts'
import type { AgreementKind } from '#domain/reading/kind.ts'
import type { DocumentReading } from '#domain/reading/read.ts'
import { agreementKindTitles } from '#domain/register/agreement.ts'
import { DeploymentInput } from '#domain/register/deployment.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import type { House } from '../../app/services/house.server.ts'
import { type Chance, createChance } from './chance.ts'
import { nameOf } from './papers.ts'

/** A paper as it was read: what a register is filled with many times over. */
export interface ReadPaper {
  kind: AgreementKind
  document: Document
  reading: DocumentReading
  /** Papers that it names. */
  named: Parameters<typeof saveScan>[2]
}

/** The register's size after a filling. */
export interface Size {
  agreements: number
  deployments: number
}

const papersOfAVendor = 12
const inOneTransaction = 100
const actor = 'bench@example.com'

/**
 * Fills a register up to a size. Vendors have a dozen papers each, of several kinds; a deployment rests on two to six papers
 * of one vendor. Each agreement has days, fees and a title of its own, and the text and terms of one of `papers`.
 */
export function createFiller({ db }: House, papers: ReadPaper[], today: string) {
  const chance = createChance(11)
  const byVendor: { id: string; agreements: string[] }[] = []
  let agreements = 0
  let deployments = 0

  async function addAgreement(trx: Db): Promise<void> {
    const place = Math.floor(agreements / papersOfAVendor)
    const vendor = byVendor[place] ?? { id: await addVendor(trx, place), agreements: [] }
    byVendor[place] = vendor
    const paper = papers[agreements % papers.length]
    if (!paper) throw new Error('There is no paper to fill the register with.')
    const name = `${nameOf(place)} ${agreementKindTitles[paper.kind].toLowerCase()} ${agreements + 1}`
    const id = await insertAgreement(trx, vendor.id, detailsOf(paper.kind, name, today, chance))
    const fileId = await insertFile(trx, {
      agreementId: id,
      fileName: `${name}.pdf`,
      sha256: createHash('sha256').update(name).digest('hex'),
      size: paper.document.text.length,
    })
    const { document, reading } = paper
    await setRead(trx, fileId, { document, absent: reading.absent, warnings: reading.warnings })
    await replaceTerms(trx, fileId, id, reading.terms)
    // Or the server would look through all papers in its first minutes.
    await saveScan(trx, { id: fileId, agreementId: id }, paper.named)
    await recordEvent(trx, { actor, action: 'read', subject: 'agreement', subjectId: id })
    vendor.agreements.push(id)
    agreements++
  }

  async function addDeployment(trx: Db): Promise<void> {
    const vendor = chance.of(byVendor)
    const input = deploymentOf(deployments, vendor.agreements.slice(0, chance.int(2, 6)), today, chance)
    const { id } = await insertDeployment(trx, input)
    await recordEvent(trx, { actor, action: 'described', subject: 'deployment', subjectId: id })
    deployments++
  }

  return {
    async upTo(size: Size): Promise<void> {
      while (agreements < size.agreements)
        await db.transaction().execute(async (trx) => {
          for (let n = 0; n < inOneTransaction && agreements < size.agreements; n++) await addAgreement(trx)
        })
      await db.transaction().execute(async (trx) => {
        while (deployments < size.deployments) await addDeployment(trx)
      })
    },
  }
}

async function addVendor(trx: Db, place: number): Promise<string> {
  const { id } = await insertVendor(trx, VendorInput.parse({ name: `${nameOf(place)} AI` }))
  return id
}

const detailsOf = (kind: AgreementKind, title: string, today: string, chance: Chance) => {
  const signedOn = addMonths(today, -chance.int(0, 40))
  return {
    title,
    kind,
    status: chance.int(1, 20) === 1 ? ('expired' as const) : ('active' as const),
    counterparty: 'Halden Mutual plc',
    owner: `owner${chance.int(1, 300)}@example.com`,
    signedOn,
    effectiveOn: signedOn,
    annualFees: chance.int(1, 3) === 1 ? { amount: chance.int(5, 900) * 1000, currency: 'GBP' } : null,
  }
}

const deploymentOf = (n: number, agreementIds: string[], today: string, chance: Chance) =>
  DeploymentInput.parse({
    name: `${chance.of(['Refund', 'Claims', 'Search', 'Triage', 'Onboarding', 'Billing'])} assistant ${n + 1}`,
    purpose: 'Answers customers and hands over to a person where the policy says so.',
    status: chance.of(['planned', 'pilot', 'live', 'live']),
    owner: `owner${chance.int(1, 300)}@example.com`,
    answers: { money: chance.of(['no', 'says', 'small', 'moves']), identity: chance.of(['no', 'assists']) },
    riskClass: chance.of(riskClasses),
    classException: 'Of the benchmark.',
    lastReviewedOn: addMonths(today, -chance.int(1, 30)),
    agreementIds,
  })
