import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../services/reports.server.ts'
import { trailFile } from '../services/trail.server.ts'

/** The trail as `trail.csv` or `trail.jsonl`, with the same filters as its screen. */
export async function loader({ request, params, context: { house, user } }: LoaderFunctionArgs) {
  const file = await trailFile(house, params.file, new URL(request.url).searchParams, user.email)
  if (!file) throw new Response('There is nothing at this address.', { status: 404 })
  return download(file)
}
