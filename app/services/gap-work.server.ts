import { groupBy } from 'es-toolkit'
import { deploymentBySlug, deployments } from '#db/deployments.ts'
import { eventsOf, recordEvent } from '#db/events.ts'
import { gapComments, gapWork, gapWorkOf, insertGapComment, saveGapWork } from '#db/gap-work.ts'
import { gapStanding, hasLapsed, lacksSecond, needsSecondPerson } from '#domain/policy/gap-standing.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { Acceptance, AcceptanceInput, GapAssignment, GapWork } from '#domain/register/gap-work.ts'
import { deploymentBrief, deploymentState } from './assessment.server.ts'
import { breathe } from './breathe.server.ts'
import type { House } from './house.server.ts'
import { othersWho } from './second-person.server.ts'
import { localDay } from './today.server.ts'
import { differentPerson, type User } from './user.server.ts'

/** People's work on gaps: who has it, by when, negotiating it, accepting its risk. */

/** A gap by the parts of its address. */
export interface GapKey {
  deployment: Deployment
  rule: string
}

/** A gap that nobody has touched. */
export const blankGapWork = ({ deployment, rule }: GapKey): GapWork => ({
  deploymentId: deployment.id,
  rule,
  status: 'open',
  owner: null,
  dueOn: null,
  acceptance: null,
})

const subjectOf = (work: Pick<GapWork, 'deploymentId' | 'rule'>) => `${work.deploymentId} ${work.rule}`

/** @param address "refund-assistant/liability_cap" */
export async function gapKey(house: House, address: string): Promise<GapKey | undefined> {
  const [slug = '', rule = ''] = address.split('/')
  const deployment = await deploymentBySlug(house.db, slug)
  return deployment && rule ? { deployment, rule } : undefined
}

/** Everything the screen shows of one gap; undefined when there is no such deployment. */
export async function gapInHand(house: House, user: User, key: GapKey, date: string) {
  const { deployment, rule } = key
  const [brief, state, work, comments, history] = await Promise.all([
    deploymentBrief(house, deployment, date),
    deploymentState(house, deployment, date),
    gapWorkOf(house.db, deployment.id, rule),
    gapComments(house.db, deployment.id, rule),
    eventsOf(house.db, 'gap_work', subjectOf({ deploymentId: deployment.id, rule })),
  ])
  const gap = brief.gaps.find((one) => one.rule === rule)
  const acceptance = work?.acceptance ?? null
  return {
    deployment: { slug: deployment.slug, name: deployment.name, riskClass: deployment.riskClass },
    rule,
    /** Absent when the assessment no longer finds it. */
    gap,
    title: gap?.title ?? house.playbooks.playbook.rules.find((one) => one.id === rule)?.title ?? rule,
    trace: state.assessment.gaps.find((one) => one.rule === rule)?.trace ?? [],
    work: work ?? blankGapWork(key),
    acceptance,
    needsSecond: needsSecondPerson(deployment.riskClass),
    waiting: acceptance !== null && isWaiting(acceptance, deployment, date),
    mayApprove: acceptance !== null && differentPerson(user, acceptance.by),
    others: acceptance ? await othersWho(house, 'gap.accept', [acceptance.by]) : [],
    comments,
    history,
  }
}

async function change(
  house: House,
  user: Pick<User, 'email'>,
  key: GapKey,
  action: string,
  next: (work: GapWork) => GapWork,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const before = (await gapWorkOf(trx, key.deployment.id, key.rule)) ?? blankGapWork(key)
    const after = next(before)
    await saveGapWork(trx, after)
    await recordEvent(trx, {
      actor: user.email,
      action,
      subject: 'gap_work',
      subjectId: subjectOf(after),
      detail: { deployment: key.deployment.name, ...detail },
      before: { status: before.status, owner: before.owner, dueOn: before.dueOn },
      after: { status: after.status, owner: after.owner, dueOn: after.dueOn },
    })
  })
}

/** Owner, due date and status of one or many gaps; what is empty stays as it is. */
export async function assignGaps(house: House, user: User, keys: GapKey[], to: GapAssignment): Promise<void> {
  for (const key of keys)
    await change(house, user, key, 'assigned', (work) => ({
      ...work,
      owner: to.owner || work.owner,
      dueOn: to.dueOn || work.dueOn,
      status: to.status || work.status,
    }))
}

export async function commentOnGap(house: House, user: User, key: GapKey, body: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await insertGapComment(trx, {
      deploymentId: key.deployment.id,
      rule: key.rule,
      author: user.email,
      body,
    })
    await recordEvent(trx, {
      actor: user.email,
      action: 'commented on',
      subject: 'gap_work',
      subjectId: subjectOf({ deploymentId: key.deployment.id, rule: key.rule }),
    })
  })
}

/** Takes the risk for a time, or asks a second person to, where the class wants one. */
export async function acceptGap(
  house: House,
  user: User,
  key: GapKey,
  { reason, until }: AcceptanceInput,
  date: string,
): Promise<string | undefined> {
  if (until <= date) return 'The last day it holds lies in the past. Choose a later one.'
  const { assessment } = await deploymentState(house, key.deployment, date)
  const gap = assessment.gaps.find((one) => one.rule === key.rule)
  if (!gap) return 'The assessment no longer finds this gap: there is nothing to accept.'
  const needsSecond = needsSecondPerson(key.deployment.riskClass)
  const acceptance: Acceptance = {
    reason,
    until,
    severity: gap.severity,
    by: user.email,
    at: new Date().toISOString(),
    needsSecond,
    approvedBy: null,
    approvedAt: null,
  }
  await change(
    house,
    user,
    key,
    needsSecond ? 'asked to accept' : 'accepted',
    (work) => ({ ...work, acceptance, status: needsSecond ? work.status : 'accepted' }),
    { reason, until, severity: gap.severity },
  )
  return undefined
}

const isWaiting = (acceptance: Acceptance, { riskClass }: Deployment, date: string) =>
  lacksSecond(acceptance, riskClass) && !hasLapsed(acceptance, riskClass, date)

/** The second person's word. @returns why it isn't theirs to give */
export async function approveAcceptance(
  house: House,
  user: User,
  key: GapKey,
  date: string,
): Promise<string | undefined> {
  const acceptance = (await gapWorkOf(house.db, key.deployment.id, key.rule))?.acceptance
  if (!acceptance || !lacksSecond(acceptance, key.deployment.riskClass))
    return 'There is nothing to approve any more.'
  if (!isWaiting(acceptance, key.deployment, date))
    return `It was asked for until ${acceptance.until}, which is past. Ask again with a later day.`
  if (!differentPerson(user, acceptance.by))
    return 'You asked for this. Somebody else approves it: that is what the second person is for.'
  await change(house, user, key, 'approved accepting', (work) => ({
    ...work,
    status: 'accepted',
    acceptance: { ...acceptance, approvedBy: user.email, approvedAt: new Date().toISOString() },
  }))
  return undefined
}

/** Takes an acceptance back, or refuses it: the gap is open again. */
export const reopenGap = (house: House, user: User, key: GapKey, reason: string): Promise<void> =>
  change(house, user, key, 'reopened', (work) => ({ ...work, status: 'open', acceptance: null }), { reason })

/**
 * Writes down what the assessment decided by itself: a gap that is no longer found is closed, one that is found again
 * and one whose acceptance ended are open. Doing it twice changes nothing.
 */
export async function settleGaps(house: House, now: Date): Promise<void> {
  const date = localDay(now)
  const worked = groupBy(await gapWork(house.db), (work) => work.deploymentId)
  for (const [deploymentId, works] of Object.entries(worked)) {
    const [deployment] = await deployments(house.db, { ids: [deploymentId] })
    if (!deployment) continue
    await breathe()
    const { assessment } = await deploymentState(house, deployment, date)
    for (const work of works) {
      const gap = assessment.gaps.find((one) => one.rule === work.rule)
      const { status } = gapStanding(gap?.severity ?? null, work, date, deployment.riskClass)
      if (status === work.status) continue
      const action = status === 'closed' ? 'closed' : 'reopened'
      await change(house, { email: 'the register' }, { deployment, rule: work.rule }, action, (current) => ({
        ...current,
        status,
        acceptance: status === 'closed' ? null : current.acceptance,
      }))
    }
  }
}
