import type { LoaderFunctionArgs } from '@remix-run/node'
import { comparableLike } from '../services/comparison.server.ts'

/** What can be compared and is called like what somebody types. */
export const loader = async ({ request, context: { house } }: LoaderFunctionArgs) =>
  comparableLike(house, new URL(request.url).searchParams.get('q') ?? '')
