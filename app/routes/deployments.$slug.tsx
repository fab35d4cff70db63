import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { eventsOf } from '#db/events.ts'
import { DeploymentScreen } from '../components/DeploymentScreen.tsx'
import { deploymentBrief } from '../services/assessment.server.ts'
import { requireDeployment } from '../services/deployment.server.ts'
import { governanceBrief } from '../services/governance/brief.server.ts'
import { can } from '../services/permissions.ts'
import { reviewStates } from '../services/review/review-states.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.deployment.name ?? 'Deployment'} · Carveout` },
]

/** `?date=` holds it against another day than today. */
export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const deployment = await requireDeployment(args)
  const brief = await deploymentBrief(house, deployment, today(args.request))
  const reviews = await reviewStates(
    house,
    brief.agreements.map((agreement) => agreement.id),
  )
  return {
    ...brief,
    reviews: Object.fromEntries(reviews),
    governance: await governanceBrief(house, deployment, today(args.request)),
    mayStop: can(args.context.user.role, 'deployment.stop'),
    history: await eventsOf(house.db, 'deployment', deployment.id),
  }
}

export default function Deployment() {
  return <DeploymentScreen {...useLoaderData<typeof loader>()} />
}
