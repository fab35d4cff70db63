import slugify from '@sindresorhus/slugify'
import { recordEvent } from '#db/events.ts'
import { removeUse, setUse, usesOfDeployment } from '#db/uses.ts'
import { type Stance, type Use, useStates } from '#domain/governance/uses.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { intents } from '#playbooks/governance.ts'
import { deploymentState } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import { hrefOf } from '../standing/rows.server.ts'
import type { User } from '../user.server.ts'

/** The deployment's intents with the clauses that forbid them. */
export async function usesView(house: House, deployment: Deployment, date: string) {
  const { papers } = await deploymentState(house, deployment, date)
  const uses = await usesOfDeployment(house.db, deployment.id)
  return useStates({ uses, terms: papers.terms, riskClass: deployment.riskClass }).map(
    ({ conflicts, ...use }) => ({
      ...use,
      clauses: conflicts.map(({ term }) => ({
        where: whereOf(term),
        href: hrefOf(term),
        quote: term.citations[0]?.quote ?? '',
      })),
    }),
  )
}

interface Choice {
  stance: Stance
  reviewer: string
  triggers: string[]
}

/** Lists an intent of the library; the library's triggers always count. */
export async function saveUse(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  choice: Choice & { intent: string },
): Promise<void> {
  const intent = intents.intents.find((i) => i.id === choice.intent)
  if (!intent) throw new Response('There is no such intent.', { status: 404 })
  await keepUse(house, user, deployment, {
    intent: intent.id,
    title: intent.title,
    riskClass: intent.class,
    uses: intent.uses,
    stance: choice.stance,
    reviewer: choice.reviewer,
    triggers: [...new Set([...intent.triggers, ...choice.triggers])],
  })
}

/** Lists an intent of our own, with its class and what it does in the words of the vendors' acceptable use. */
export async function saveOwnUse(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  { title, riskClass, uses, ...choice }: Choice & { title: string; riskClass: RiskClass; uses: string[] },
): Promise<void> {
  const intent = slugify(title, { separator: '_' })
  const { stance, reviewer, triggers } = choice
  await keepUse(house, user, deployment, { intent, title, riskClass, uses, stance, reviewer, triggers })
}

async function keepUse(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  use: Omit<Use, 'id'>,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await setUse(trx, deployment.id, use)
    await recordEvent(trx, {
      actor: user.email,
      action: `set the use ${use.intent} of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { ...use },
    })
  })
}

export async function dropUse(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  intent: string,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await removeUse(trx, deployment.id, intent)
    await recordEvent(trx, {
      actor: user.email,
      action: `took the use ${intent} off`,
      subject: 'deployment',
      subjectId: deployment.id,
    })
  })
}
