import { countBy, groupBy, sortBy } from 'es-toolkit'
import { again } from '#db/again.ts'
import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { keepReckoned, type Reckoned, type ToReckon } from '#db/standing.ts'
import type { Deadline, Undated } from '#domain/policy/deadlines.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { agreementDates } from '../agreement-dates.server.ts'
import { deploymentState } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import { termsForDates } from '../policy-terms.server.ts'
import { datedRow, gapRow, hrefOfDate } from './rows.server.ts'

/** Reckons some deployments and agreements anew for a day and keeps what came out. @param house the whole one */
export async function reckon(house: House, day: string, some: ToReckon[]): Promise<void> {
  const idsOf = (subject: ToReckon['subject']) =>
    some.filter((one) => one.subject === subject).map(({ id }) => id)
  const made = new Map<string, Reckoned>()
  const [systemIds, paperIds] = [idsOf('deployment'), idsOf('agreement')]
  if (paperIds.length > 0)
    for (const [id, reckoned] of await datesOfPapers(house, day, paperIds)) made.set(id, reckoned)
  if (systemIds.length > 0)
    for (const deployment of await deployments(house.db, { ids: systemIds }))
      made.set(deployment.id, await ofDeployment(house, day, deployment))
  await again(house.db, async (trx) => {
    // All in the same order, so that of two processes one waits for the other and not both. What was deleted comes to nothing.
    for (const one of sortBy(some, ['id'])) await keepReckoned(trx, day, one, made.get(one.id) ?? nothing)
  })
}

const nothing: Reckoned = { gaps: [], dates: [], unreviewed: 0 }

async function ofDeployment(house: House, day: string, deployment: Deployment): Promise<Reckoned> {
  if (deployment.status === 'retired') return nothing
  const { assessment, dated, undated } = await deploymentState(house, deployment, day)
  const own = (d: Deadline | Undated) => d.kind === 're_papering'
  const href = () => `/deployments/${deployment.slug}`
  return {
    ...nothing,
    gaps: assessment.gaps.map(gapRow),
    dates: [...dated.filter(own), ...undated.filter(own)].map((d) => datedRow(d, href)),
  }
}

async function datesOfPapers(house: House, day: string, ids: string[]): Promise<Map<string, Reckoned>> {
  const papers = await termsForDates(house.db, await agreements(house.db, { ids }))
  const { dated, undated } = agreementDates(papers, day, new Set(ids))
  const dates = groupBy([...dated, ...undated], (d) => d.agreement.id)
  const unreviewed = countBy(
    papers.terms.filter((term) => term.review === 'unreviewed'),
    (term) => term.agreement.id,
  )
  return new Map(
    ids.map((id) => [
      id,
      {
        ...nothing,
        dates: (dates[id] ?? []).map((d) => datedRow(d, hrefOfDate)),
        unreviewed: unreviewed[id] ?? 0,
      },
    ]),
  )
}
