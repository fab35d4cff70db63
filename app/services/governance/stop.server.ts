import { controlRecords, evidenceOf } from '#db/controls.ts'
import { recordEvent } from '#db/events.ts'
import { signOffsOf } from '#db/sign-offs.ts'
import { endStop, escalationCard, insertStop, setTold, stopsOf } from '#db/stops.ts'
import { usesOfDeployment } from '#db/uses.ts'
import { type SeatState, type Seen, seatStates } from '#domain/governance/sign-offs.ts'
import type { Stop } from '#domain/governance/stop.ts'
import { type Deployment, DeploymentStatus } from '#domain/register/deployment.ts'
import { deploymentState } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import { sha256Of } from '../originals/originals.server.ts'
import type { User } from '../user.server.ts'
import { canonical } from './hash.server.ts'
import { launchSeen } from './launch.server.ts'
import { tellOfStop } from './tell.server.ts'
import { versionHistory } from './versions.server.ts'

/** Something stands in the way of stopping or resuming; the message says what. */
export class StopProblem extends Error {
  override name = 'StopProblem'
}

/**
 * Stops the line: the deployment is suspended and its gate fails from this moment, what stood is frozen under a hash,
 * and those on its card are told. A stop that stands already is given back, and nobody is told twice.
 */
export async function stopDeployment(
  house: House,
  user: Pick<User, 'email' | 'name'>,
  deployment: Deployment,
  why: string,
  sending: { allowInside?: boolean } = {},
): Promise<{ id: string; hash: string; already: boolean }> {
  const standing = await openStop(house, deployment)
  if (standing) return { id: standing.id, hash: standing.snapshotHash, already: true }
  const at = new Date().toISOString()
  const snapshot = canonical(await standsNow(house, deployment, at))
  const hash = sha256Of(new TextEncoder().encode(snapshot))
  const { id, raced } = await house.db.transaction().execute(async (trx) => {
    const first = (await stopsOf(trx, deployment.id)).find((s) => s.resumedAt === null)
    if (first) return { id: first.id, raced: first }
    const stopId = await insertStop(trx, deployment, { why, by: user.email, at, snapshot, hash })
    await recordEvent(trx, {
      actor: user.email,
      action: 'stopped',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { stop: stopId, why, hash },
    })
    return { id: stopId, raced: null }
  })
  if (raced) return { id, hash: raced.snapshotHash, already: true }
  const card = await escalationCard(house.db, deployment.id)
  const news = { id, deployment, why, by: user.name, at, hash }
  await setTold(house.db, id, await tellOfStop(house, news, card, sending))
  return { id, hash, already: false }
}

/** Tells those again whom the news of the open stop did not reach, or who are on the card only now. */
export async function tellAgain(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  sending: { allowInside?: boolean } = {},
): Promise<void> {
  const stop = await openStop(house, deployment)
  const card = await escalationCard(house.db, deployment.id)
  if (!stop || !card) throw new StopProblem('There is nobody to tell.')
  const reached = stop.told.filter((one) => one.ok)
  const waiting = {
    ...card,
    contacts: card.contacts.filter((c) => !reached.some((one) => one.who === c.email)),
    webhook: reached.some((one) => one.how === 'webhook') ? null : card.webhook,
  }
  const { id, why, stoppedBy: by, stoppedAt: at, snapshotHash: hash } = stop
  const told = await tellOfStop(house, { id, deployment, why, by, at, hash }, waiting, sending)
  await setTold(house.db, id, [...reached, ...told])
  await house.db.transaction().execute((trx) =>
    recordEvent(trx, {
      actor: user.email,
      action: 'told again of the stop of',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { stop: id, reached: told.filter((one) => one.ok).length, of: told.length },
    }),
  )
}

export const openStop = async (house: House, deployment: Deployment): Promise<Stop | undefined> =>
  (await stopsOf(house.db, deployment.id)).find((s) => s.resumedAt === null)

/** Versions of prompts, policies and models, terms, assessment, controls and decisions: the evidence at the moment. */
async function standsNow(house: House, deployment: Deployment, at: string) {
  const state = await deploymentState(house, deployment, at.slice(0, 10))
  const { inUse } = await versionHistory(house, deployment)
  return {
    at,
    deployment,
    versions: inUse.map(({ content: _, ...version }) => version),
    playbook: { id: house.playbooks.playbook.id, version: house.playbooks.playbook.version },
    agreements: state.papers.agreements,
    terms: state.papers.terms,
    assessment: {
      gaps: state.assessment.gaps.map(({ term, ...gap }) => ({ ...gap, term: term?.id ?? null })),
      met: state.assessment.met.map(({ term, ...met }) => ({ ...met, term: term?.id ?? null })),
    },
    responsibilities: state.responsibilities.map(({ terms: _, ...row }) => row),
    controls: await controlRecords(house.db, deployment.id),
    evidence: await evidenceOf(house.db, deployment.id),
    uses: await usesOfDeployment(house.db, deployment.id),
    signOffs: await signOffsOf(house.db, deployment.id, 'launch'),
  }
}

/** What taking it up again is bound to. */
export async function resumeSeen(house: House, deployment: Deployment, stop: Stop): Promise<Seen> {
  const state = await deploymentState(house, deployment, new Date().toISOString().slice(0, 10))
  return { ...(await launchSeen(house, deployment, state)), evidence: stop.snapshotHash }
}

/** Who has signed that it is taken up again. */
export async function resumeSeats(house: House, deployment: Deployment, stop: Stop): Promise<SeatState[]> {
  return seatStates(
    house.playbooks.governance.checklists.resumeSeats[deployment.riskClass],
    await signOffsOf(house.db, deployment.id, `resume:${stop.id}`),
    await resumeSeen(house, deployment, stop),
  )
}

/** Takes the deployment up again. @throws StopProblem while a sign-off that its class asks for is missing */
export async function resumeDeployment(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  why: string,
): Promise<void> {
  const stop = await openStop(house, deployment)
  if (!stop) throw new StopProblem('It is not stopped.')
  const missing = (await resumeSeats(house, deployment, stop)).filter((seat) => seat.state !== 'signed')
  if (missing.length > 0) throw new StopProblem('The sign-offs that its class asks for are not all there.')
  await house.db.transaction().execute(async (trx) => {
    const statusBefore = DeploymentStatus.parse(stop.statusBefore)
    await endStop(trx, deployment.id, { id: stop.id, statusBefore }, { by: user.email, why })
    await recordEvent(trx, {
      actor: user.email,
      action: 'resumed',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { stop: stop.id, why },
    })
  })
}
