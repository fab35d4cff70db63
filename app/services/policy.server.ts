import { deployments } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import {
  deleteDraft,
  insertPolicyVersion,
  type PolicyDraft,
  policyContent,
  policyDraft,
  policyNumber,
  policyVersions,
  saveDraft,
} from '#db/policy.ts'
import { dutiesChanged } from '#domain/governance/rules.ts'
import type { Gap } from '#domain/policy/assess.ts'
import { gapChanges, isGraver } from '#domain/policy/gap-changes.ts'
import type { Policy } from '#domain/policy/policy.ts'
import { type PolicyChange, policyChanges } from '#domain/policy/policy-changes.ts'
import { editPolicy, type PolicyEdit } from '#domain/policy/policy-edit.ts'
import { classify } from '#domain/policy/risk.ts'
import type { DeploymentEffect, EffectGap } from '../components/policy-view.ts'
import { deploymentState } from './assessment.server.ts'
import type { House } from './house.server.ts'
import { parsePolicy } from './policy-shelf.server.ts'
import { othersWho } from './second-person.server.ts'
import { differentPerson, type User } from './user.server.ts'

/** The rules' versions, the draft of the next one, and what publishing it would do. */

export interface PolicyInWork {
  /** Absent while nobody has changed anything. */
  draft?: Omit<PolicyDraft, 'content'>
  /** The draft's rules, or those in force. */
  policy: Policy
  changes: PolicyChange[]
}

export async function policyInWork(house: House): Promise<PolicyInWork> {
  const row = await policyDraft(house.db)
  if (!row) return { policy: house.playbooks, changes: [] }
  const { content, ...draft } = row
  const policy = parsePolicy(content)
  return { draft, policy, changes: policyChanges(house.playbooks, policy) }
}

/** Makes one change in the draft, and begins one if there is none. @returns what is wrong with it, if anything is */
export async function changeDraft(house: House, user: User, edit: PolicyEdit): Promise<string | undefined> {
  const { draft, policy } = await policyInWork(house)
  const edited = editPolicy(policy, edit)
  if (!edited.ok) return edited.error
  await keepDraft(house, user, draft, edited.policy, { edit })
  return undefined
}

async function keepDraft(
  house: House,
  user: User,
  before: PolicyInWork['draft'],
  content: Policy,
  detail: Record<string, unknown>,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await saveDraft(trx, {
      basedOn: before?.basedOn ?? house.policy.number,
      content,
      draftedBy: [...new Set([...(before?.draftedBy ?? []), user.email])],
      note: before?.note ?? '',
      revision: (before?.revision ?? 0) + 1,
    })
    await recordEvent(trx, {
      actor: user.email,
      action: 'changed the draft of',
      subject: 'policy_draft',
      subjectId: 'draft',
      detail,
    })
  })
}

export async function discardDraft(house: House, user: User): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await deleteDraft(trx)
    await recordEvent(trx, {
      actor: user.email,
      action: 'discarded the draft of',
      subject: 'policy_draft',
      subjectId: 'draft',
    })
  })
}

/** The way back: an earlier version becomes the draft; publishing it takes a second person as every draft does. */
export async function draftFromVersion(house: House, user: User, number: number): Promise<boolean> {
  const content = await policyContent(house.db, number)
  if (content === undefined) return false
  const { draft } = await policyInWork(house)
  await keepDraft(house, user, draft, parsePolicy(content), { from: number })
  return true
}

// ---- what publishing would do ------------------------------------------------------------------------------------

const short = ({ rule, title, severity, required, found }: Gap): EffectGap => ({
  rule,
  title,
  severity,
  required,
  found,
})

/** What other rules would change on the day, for each deployment that isn't retired; untouched ones are left out. */
export async function policyEffect(house: House, rules: Policy, date: string): Promise<DeploymentEffect[]> {
  const effects: DeploymentEffect[] = []
  for (const deployment of await deployments(house.db)) {
    if (deployment.status === 'retired') continue
    const now = await deploymentState(house, deployment, date)
    const then = await deploymentState(house, deployment, date, { rules, papers: now.papers })
    const { opened, closed, shifted } = gapChanges(now.assessment.gaps, then.assessment.gaps)
    const asks = classify(deployment.answers, rules.riskMatrix).riskClass
    const asked = classify(deployment.answers, house.playbooks.riskMatrix).riskClass
    const duties = dutiesChanged(house.playbooks.governance, rules.governance, deployment.riskClass)
    const touched = [opened, closed, shifted, duties.more, duties.fewer].some((some) => some.length > 0)
    if (!touched && asks === asked) continue
    const { name, slug, riskClass } = deployment
    effects.push({
      deployment: { name, slug, riskClass },
      opened: opened.map(short),
      closed: closed.map(short),
      shifted: shifted.map((shift) => ({
        title: shift.after.title,
        before: shift.before.severity,
        after: shift.after.severity,
        graver: isGraver(shift),
      })),
      duties,
      asksFor: asks === asked ? null : asks,
    })
  }
  return effects
}

// ---- publishing --------------------------------------------------------------------------------------------------

/** Who may publish the draft, for the person in front of it. */
export async function publication(house: House, user: User, draftedBy: string[]) {
  const others = await othersWho(house, 'policy.publish', draftedBy)
  const drafted = draftedBy.some((drafter) => !differentPerson(user, drafter))
  return {
    /** False for a drafter, except where nobody else could. */
    may: !drafted || others.length === 0,
    alone: drafted && others.length === 0,
    others,
  }
}

export type Published = { ok: true; number: number } | { ok: false; error: string }

/**
 * Puts the draft in force. A second person does it: nobody publishes what they drafted, except with a recorded reason
 * where the register has nobody else.
 */
export async function publishDraft(
  house: House,
  user: User,
  asked: { revision: number; note: string; aloneReason: string },
): Promise<Published> {
  const { draft, policy, changes } = await policyInWork(house)
  if (!draft || changes.length === 0)
    return { ok: false, error: 'The draft changes nothing: there is nothing to publish.' }
  if (draft.revision !== asked.revision)
    return { ok: false, error: 'The draft was changed since you looked at it. Look at the changes again.' }
  if (draft.basedOn !== house.policy.number)
    return {
      ok: false,
      error: `Version ${house.policy.number} was published after this draft began. Discard the draft and begin from that version.`,
    }
  const { may, alone, others } = await publication(house, user, draft.draftedBy)
  if (!may) return { ok: false, error: `You drafted this. ${others.join(' or ')} can publish it.` }
  if (alone && !asked.aloneReason)
    return {
      ok: false,
      error: 'You drafted this and nobody else can publish. Say why it goes out without a second person.',
    }
  const number = house.policy.number + 1
  const version = `${number}.0`
  const content: Policy = {
    ...policy,
    playbook: { ...policy.playbook, version },
    riskMatrix: { ...policy.riskMatrix, version },
  }
  await house.db.transaction().execute(async (trx) => {
    if ((await policyNumber(trx)) !== number - 1)
      throw new Error('Somebody else published at the same moment.')
    await insertPolicyVersion(trx, {
      number,
      content,
      note: asked.note,
      draftedBy: draft.draftedBy,
      publishedBy: user.email,
      aloneReason: alone ? asked.aloneReason : null,
    })
    await deleteDraft(trx)
    await recordEvent(trx, {
      actor: user.email,
      action: 'published',
      subject: 'policy_version',
      subjectId: String(number),
      detail: {
        note: asked.note,
        draftedBy: draft.draftedBy,
        changes: changes.length,
        ...(alone && { aloneReason: asked.aloneReason }),
      },
    })
  })
  await house.policy.refresh()
  return { ok: true, number }
}

/** Two versions side by side; the first against the rules in force when left out. */
export async function versionChanges(
  house: House,
  from: number,
  to: number,
): Promise<PolicyChange[] | undefined> {
  const [before, after] = await Promise.all([policyContent(house.db, from), policyContent(house.db, to)])
  if (before === undefined || after === undefined) return undefined
  return policyChanges(parsePolicy(before), parsePolicy(after))
}

export const versionsOfPolicy = (house: House) => policyVersions(house.db)
