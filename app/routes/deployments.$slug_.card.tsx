import { Button } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { escalationCard } from '#db/stops.ts'
import { blankCard } from '#domain/governance/stop.ts'
import { Card } from '../components/governance/Card.tsx'
import { DeploymentPage } from '../components/governance/DeploymentHead.tsx'
import { requireDeployment } from '../services/deployment.server.ts'
import { can } from '../services/permissions.ts'

export const meta: MetaFunction = () => [{ title: 'Escalation card · Carveout' }]

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const deployment = await requireDeployment(args)
  const { webhook: _, ...card } = (await escalationCard(house.db, deployment.id)) ?? blankCard
  return { deployment, card, mayGovern: can(user.role, 'deployment.govern') }
}

export default function CardScreen() {
  const { deployment, card, mayGovern } = useLoaderData<typeof loader>()
  const base = `/deployments/${deployment.slug}`
  return (
    <DeploymentPage
      deployment={deployment}
      title="Escalation card"
      lead="prints on one page"
      narrow
      actions={
        <>
          <Button onClick={() => window.print()} size="compact-md">
            Print
          </Button>
          {mayGovern && (
            <Button component={Link} to={`${base}/card/edit`} size="compact-md" variant="default">
              Edit
            </Button>
          )}
        </>
      }
    >
      <Card deployment={deployment} card={card} />
    </DeploymentPage>
  )
}
