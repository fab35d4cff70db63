import { checklistMarks, setChecklistMark } from '#db/checklist-marks.ts'
import { recordEvent } from '#db/events.ts'
import { gapWork } from '#db/gap-work.ts'
import { logChecks } from '#db/log-checks.ts'
import { signOffsOf } from '#db/sign-offs.ts'
import { escalationCard, stopsOf } from '#db/stops.ts'
import { usesOfDeployment } from '#db/uses.ts'
import { checklistOf, type LaunchFacts, launchGate, selfChecks } from '#domain/governance/launch.ts'
import { type Seen, seatStates } from '#domain/governance/sign-offs.ts'
import { isReady } from '#domain/governance/stop.ts'
import { useStates } from '#domain/governance/uses.ts'
import { gapStanding } from '#domain/policy/gap-standing.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { type DeploymentState, deploymentState } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { classApproval, classSeen } from './class-approval.server.ts'
import { controlsOf } from './controls.server.ts'
import { hashOf } from './hash.server.ts'
import { versionsInUseHash } from './versions.server.ts'

/** What a launch is signed for: when one of these changes, the signatures lapse. */
export async function launchSeen(
  house: House,
  deployment: Deployment,
  state: DeploymentState,
): Promise<Seen> {
  const { playbook, governance } = house.playbooks
  return {
    terms: hashOf(
      state.papers.terms
        .filter((term) => term.review !== 'rejected')
        .map(({ type, value, agreement }) => hashOf({ type, value, agreement: agreement.id }))
        .sort(),
    ),
    class: hashOf(classSeen(house, deployment)),
    playbook: `${playbook.id} ${playbook.version} ${hashOf(playbook).slice(0, 12)}`,
    versions: await versionsInUseHash(house, deployment),
    uses: hashOf((await usesOfDeployment(house.db, deployment.id)).map(({ id: _, ...use }) => use)),
    'control rules': hashOf(governance.controls),
    checklist: hashOf(governance.checklists),
  }
}

/** Everything the launch page and the gate show, as of a day. `state` saves reading the papers twice. */
export async function launchState(
  house: House,
  deployment: Deployment,
  date: string,
  known?: DeploymentState,
) {
  const state = known ?? (await deploymentState(house, deployment, date))
  const base = `/deployments/${deployment.slug}`
  const { checklists } = house.playbooks.governance
  const [seen, approval, controls, uses, checks, card, stops, marks, signOffs, works] = await Promise.all([
    launchSeen(house, deployment, state),
    classApproval(house, deployment),
    controlsOf(house, deployment, date),
    usesOfDeployment(house.db, deployment.id),
    logChecks(house.db, deployment.id),
    escalationCard(house.db, deployment.id),
    stopsOf(house.db, deployment.id),
    checklistMarks(house.db, deployment.id),
    signOffsOf(house.db, deployment.id, 'launch'),
    gapWork(house.db, { deploymentId: deployment.id }),
  ])
  const stop = stops.find((s) => s.resumedAt === null)
  const last = checks[0]
  const facts: LaunchFacts = {
    stopped: stop ? { why: stop.why, by: stop.stoppedBy, at: stop.stoppedAt } : null,
    gaps: state.assessment.gaps.map((gap) => {
      const work = works.find((one) => one.rule === gap.rule)
      const takes =
        gapStanding(gap.severity, work, date, deployment.riskClass).status === 'accepted'
          ? work?.acceptance
          : null
      return { ...gap, accepted: takes ? { by: takes.approvedBy ?? takes.by, until: takes.until } : null }
    }),
    unread: state.papers.unread,
    papers: state.papers.agreements.length,
    classSeats: approval.seats,
    controls,
    uses: useStates({ uses, terms: state.papers.terms, riskClass: deployment.riskClass }),
    logCheck: last ? { at: last.checkedAt, findings: last.report.findings.length } : null,
    cardReady: card !== undefined && isReady(card),
    launchSeats: seatStates(checklists.seats[deployment.riskClass], signOffs, seen),
  }
  const checklist = checklistOf(checklists, marks, selfChecks(facts, base))
  return { seen, facts, checklist, gate: launchGate(facts, checklist, base), stop: stop ?? null, signOffs }
}

/** May it launch or go on? @param date ISO date */
export const gateFor = async (house: House, deployment: Deployment, date: string) =>
  (await launchState(house, deployment, date)).gate

/** A person's tick on an item, with what they found. */
export async function markItem(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  mark: { item: string; done: boolean; note: string },
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await setChecklistMark(trx, deployment.id, { ...mark, markedBy: user.email })
    await recordEvent(trx, {
      actor: user.email,
      action: `${mark.done ? 'ticked' : 'unticked'} ${mark.item} on the launch checklist of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { ...mark },
    })
  })
}
