import type { LoaderFunctionArgs } from '@remix-run/node'
import { papersLike } from '../services/agreement-choices.server.ts'

/** Papers called like what somebody types into a form. */
export const loader = async ({ request, context: { house } }: LoaderFunctionArgs) =>
  Response.json(await papersLike(house, new URL(request.url).searchParams.get('q') ?? ''))
