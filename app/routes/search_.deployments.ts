import type { LoaderFunctionArgs } from '@remix-run/node'
import { deploymentsLike } from '../services/deployment-choices.server.ts'

/** Deployments called like what somebody types into a form. */
export const loader = async ({ request, context: { house } }: LoaderFunctionArgs) =>
  Response.json(await deploymentsLike(house, new URL(request.url).searchParams.get('q') ?? ''))
