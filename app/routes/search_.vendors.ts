import type { LoaderFunctionArgs } from '@remix-run/node'
import { vendorsLike } from '../services/vendor-choices.server.ts'

/** Vendors called like what somebody types into a form. */
export const loader = async ({ request, context: { house } }: LoaderFunctionArgs) =>
  Response.json(await vendorsLike(house, new URL(request.url).searchParams.get('q') ?? ''))
