import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReviewQueue } from '../components/review/ReviewQueue.tsx'
import { can } from '../services/permissions.ts'
import { reviewQueue } from '../services/review/queue.server.ts'

export const meta: MetaFunction = () => [{ title: 'Review · Carveout' }]

export async function loader({ context: { house, user } }: LoaderFunctionArgs) {
  const day = new Date().toISOString().slice(0, 10)
  return {
    ...(await reviewQueue(house, user, day)),
    me: user.email,
    mayReview: can(user.role, 'term.review'),
  }
}

export default function Review() {
  return <ReviewQueue {...useLoaderData<typeof loader>()} />
}
