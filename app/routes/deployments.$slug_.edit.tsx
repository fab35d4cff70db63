import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { agreements } from '#db/agreements.ts'
import { DeploymentForm } from '../components/DeploymentForm.tsx'
import { Page } from '../components/Page.tsx'
import { paperChoices } from '../services/agreement-choices.server.ts'
import { editDeployment, parseDeployment, requireDeployment } from '../services/deployment.server.ts'

export const meta: MetaFunction = () => [{ title: 'Edit deployment · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const deployment = await requireDeployment(args)
  const linked = (await agreements(house.db, { deploymentId: deployment.id })).map((a) => a.id)
  return {
    deployment,
    papers: await paperChoices(house, linked),
    linked,
    matrix: house.playbooks.riskMatrix,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const form = parseDeployment(house, await args.request.formData())
  if (!form.ok) return data({ errors: form.errors }, 400)
  await editDeployment(house, user, deployment, form.input)
  return redirect(`/deployments/${deployment.slug}`)
}

export default function EditDeployment() {
  const { deployment, papers, linked, matrix } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page title={deployment.name} narrow>
      <DeploymentForm
        deployment={deployment}
        papers={papers}
        matrix={matrix}
        linked={linked}
        errors={result?.errors}
      />
    </Page>
  )
}
