import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Stance } from '#domain/governance/uses.ts'
import { RiskClass } from '#domain/policy/risk.ts'
import { intents } from '#playbooks/governance.ts'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { AddUse, UseLine } from '../components/governance/Uses.tsx'
import { Empty, Section } from '../components/Page.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { parseForm } from '../services/form.server.ts'
import { dropUse, saveOwnUse, saveUse, usesView } from '../services/governance/uses.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Uses · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  return {
    deployment,
    library: intents,
    uses: await usesView(house, deployment, today(args.request)),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

const Change = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('save'),
    intent: z.string().min(1, 'Choose an intent.'),
    stance: Stance,
    reviewer: z.string().trim().max(200),
  }),
  z.object({
    do: z.literal('save_own'),
    title: z.string().trim().min(1, 'Say what is asked, in a few words.').max(120),
    riskClass: RiskClass,
    stance: Stance,
    reviewer: z.string().trim().max(200),
  }),
  z.object({ do: z.literal('remove'), intent: z.string().min(1) }),
])

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = await args.request.formData()
  const change = parseForm(form, Change)
  if (!change.ok) return data({ errors: change.errors }, 400)
  const triggers = form.getAll('triggers').map(String)
  const { value } = change
  if (value.do === 'remove') await dropUse(house, user, deployment, value.intent)
  else if (value.do === 'save') await saveUse(house, user, deployment, { ...value, triggers })
  else
    await saveOwnUse(house, user, deployment, { ...value, triggers, uses: form.getAll('uses').map(String) })
  return redirect(`/deployments/${deployment.slug}/uses`)
}

export default function Uses() {
  const { deployment, library, uses, mayGovern } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const allowed = uses.filter((use) => use.stance === 'allowed')
  const prohibited = uses.filter((use) => use.stance === 'prohibited')
  const blocked = allowed.filter((use) => use.problems.length > 0).length
  return (
    <DeploymentPage
      deployment={deployment}
      title="Uses"
      lead={`${allowed.length} served, ${prohibited.length} refused${blocked > 0 ? `, ${blocked} blocked` : ''}`}
    >
      <Section title="What it serves" aside="held against what the vendors forbid">
        {allowed.length === 0 && (
          <Empty>
            Nobody has said what it may be used for, so it cannot launch. Add the intents it serves.
          </Empty>
        )}
        {allowed.map((use) => (
          <UseLine key={use.intent} use={use} library={library} mayGovern={mayGovern} />
        ))}
      </Section>
      <Section title="What it must refuse">
        {prohibited.length === 0 && <Empty>No intent is listed to be refused.</Empty>}
        {prohibited.map((use) => (
          <UseLine key={use.intent} use={use} library={library} mayGovern={mayGovern} />
        ))}
      </Section>
      {mayGovern && <AddUse key={uses.length} library={library} errors={errors} />}
    </DeploymentPage>
  )
}
