import { Button } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LossModel } from '#domain/governance/loss.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { Costs } from '../components/governance/Costs.tsx'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { LossModelForm } from '../components/governance/LossModelForm.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { lossModelFields, lossState, saveLossModel } from '../services/governance/costs.server.ts'
import { can } from '../services/permissions.ts'
import { hrefOf } from '../services/standing/rows.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'What a failure costs · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const {
    recoveries,
    organisationPapers: _,
    ...state
  } = await lossState(house, deployment, today(args.request))
  return {
    deployment,
    ...state,
    limits: recoveries.map(({ head, limit, indemnity, excluded, doubtful }) => ({
      head,
      kind: limit.kind,
      words: limit.words,
      clause: limit.term && { where: whereOf(limit.term), href: hrefOf(limit.term) },
      indemnity: indemnity && { where: whereOf(indemnity), href: hrefOf(indemnity) },
      excluded: excluded.map(({ kind, why }) => ({ kind, why })),
      doubtful,
    })),
    mayGovern: can(user.role, 'deployment.govern'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const model = LossModel.safeParse(lossModelFields(await args.request.formData()))
  if (!model.success) {
    const issue = model.error.issues[0]
    const row = typeof issue?.path[1] === 'number' ? `Scenario ${issue.path[1] + 1}: ` : ''
    return data({ error: `${row}${issue?.message ?? 'A number is missing.'}` }, 400)
  }
  await saveLossModel(house, user, deployment, model.data)
  return redirect(`/deployments/${deployment.slug}/costs`)
}

export default function CostsScreen() {
  const view = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const { deployment } = view
  return (
    <DeploymentPage
      deployment={deployment}
      title="What a failure costs"
      narrow
      actions={
        <Button component="a" href={`/deployments/${deployment.slug}/costs.docx`} size="compact-md">
          For the CFO (Word)
        </Button>
      }
    >
      <Costs view={view} />
      {view.mayGovern && <LossModelForm model={view.model} problem={problem?.error} />}
    </DeploymentPage>
  )
}
