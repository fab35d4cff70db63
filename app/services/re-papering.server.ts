import { agreementById } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { filesOf } from '#db/files.ts'
import { gapWorkOf, insertGapComment, saveGapWork } from '#db/gap-work.ts'
import {
  insertRePapering,
  markScanned,
  type RePapering,
  rePaperings,
  versionsToScan,
} from '#db/re-paperings.ts'
import { addMonths } from '#domain/policy/calendar.ts'
import { gapChanges, isGraver } from '#domain/policy/gap-changes.ts'
import type { Agreement, AgreementFile } from '#domain/register/agreement.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { RePaperingView } from '../components/version-view.ts'
import { deploymentState } from './assessment.server.ts'
import { breathe } from './breathe.server.ts'
import { blankGapWork } from './gap-work.server.ts'
import type { House } from './house.server.ts'
import { papersUnder } from './paper-comparison.server.ts'
import { localDay } from './today.server.ts'

/**
 * Re-papering opens by itself: a new version of a paper, or of terms that a vendor may change at will, is held against every
 * deployment that rests on it, once. What it makes worse becomes somebody's work.
 */

/** Months to negotiate what a new version took away. */
const MONTHS = 1

export async function noticeNewVersions(house: House, now: Date): Promise<void> {
  const date = localDay(now)
  for (const { id, agreementId } of await versionsToScan(house.db)) {
    await breathe()
    const agreement = await agreementById(house.db, agreementId)
    const read = (await filesOf(house.db, agreementId)).filter((file) => file.state === 'read')
    const to = read.find((file) => file.id === id)
    const from = read.find((file) => file.version < (to?.version ?? 0))
    const worse = agreement && from && to ? await worsened(house, agreement, from, to, date) : []
    await house.db.transaction().execute(async (trx) => {
      await markScanned(trx, id)
      for (const { deployment, rules } of worse) {
        if (!agreement || !to) continue
        const version = to.version
        const found = { fileId: id, deploymentId: deployment.id, agreementId, version, rules, openedOn: date }
        await open(trx, found, agreement, deployment)
      }
    })
  }
}

/** The rules whose gaps the version opens or makes graver, by deployment. */
async function worsened(
  house: House,
  agreement: Agreement,
  from: AgreementFile,
  to: AgreementFile,
  date: string,
): Promise<{ deployment: Deployment; rules: string[] }[]> {
  const found = []
  for (const deployment of await deployments(house.db, { agreementId: agreement.id })) {
    if (deployment.status === 'retired') continue
    const gapsUnder = async (file: AgreementFile) => {
      const papers = await papersUnder(house, deployment, file)
      return (await deploymentState(house, deployment, date, { papers })).assessment.gaps
    }
    const { opened, shifted } = gapChanges(await gapsUnder(from), await gapsUnder(to))
    const rules = [...opened, ...shifted.filter(isGraver).map(({ after }) => after)].map(({ rule }) => rule)
    if (rules.length > 0) found.push({ deployment, rules })
  }
  return found
}

async function open(
  trx: House['db'],
  found: RePapering,
  agreement: Agreement,
  deployment: Deployment,
): Promise<void> {
  await insertRePapering(trx, found)
  for (const rule of found.rules) {
    const work = (await gapWorkOf(trx, deployment.id, rule)) ?? blankGapWork({ deployment, rule })
    // What was accepted was accepted of the paper as it stood.
    await saveGapWork(trx, {
      ...work,
      status: 'negotiating',
      acceptance: null,
      owner: work.owner ?? (agreement.owner || null),
      dueOn: work.dueOn ?? addMonths(found.openedOn, MONTHS),
    })
    await insertGapComment(trx, {
      deploymentId: deployment.id,
      rule,
      author: 'the register',
      body: `Re-papering: version ${found.version} of “${agreement.title}” made this worse.`,
    })
  }
  await recordEvent(trx, {
    actor: 'the register',
    action: 'opened re-papering of',
    subject: 'agreement',
    subjectId: agreement.id,
    detail: { deployment: deployment.name, version: found.version, rules: found.rules },
  })
}

/** What new versions of an agreement made worse and nobody has settled: for its own screen. */
export async function openRePaperings(house: House, agreement: Agreement): Promise<RePaperingView[]> {
  const all = await rePaperings(house.db, { agreementId: agreement.id })
  if (all.length === 0) return []
  const systems = await deployments(house.db, { agreementId: agreement.id })
  const rows = await Promise.all(
    all.map(async ({ deploymentId, rules, version, openedOn }) => {
      const deployment = systems.find((one) => one.id === deploymentId)
      const works = await Promise.all(rules.map((rule) => gapWorkOf(house.db, deploymentId, rule)))
      const open = works.filter(
        (work) => work && work.status !== 'closed' && work.status !== 'accepted',
      ).length
      return deployment && open > 0
        ? { deployment: { slug: deployment.slug, name: deployment.name }, open, version, openedOn }
        : null
    }),
  )
  return rows.filter((row) => row !== null)
}
