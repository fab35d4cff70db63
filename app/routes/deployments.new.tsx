import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeploymentForm } from '../components/DeploymentForm.tsx'
import { Page } from '../components/Page.tsx'
import { paperChoices } from '../services/agreement-choices.server.ts'
import { describeDeployment, parseDeployment } from '../services/deployment.server.ts'

export const meta: MetaFunction = () => [{ title: 'Describe a deployment · Carveout' }]

export const loader = async ({ context: { house } }: LoaderFunctionArgs) => ({
  papers: await paperChoices(house, []),
  matrix: house.playbooks.riskMatrix,
})

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseDeployment(house, await request.formData())
  if (!form.ok) return data({ errors: form.errors }, 400)
  const deployment = await describeDeployment(house, user, form.input)
  return redirect(`/deployments/${deployment.slug}`)
}

export default function NewDeployment() {
  const { papers, matrix } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page
      title="Describe a deployment"
      lead="What the system does and what it may touch decides its risk class; the class decides what the contracts must give."
      narrow
    >
      <DeploymentForm papers={papers} matrix={matrix} linked={[]} errors={result?.errors} />
    </Page>
  )
}
