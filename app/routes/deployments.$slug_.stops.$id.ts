import type { LoaderFunctionArgs } from '@remix-run/node'
import { snapshotOf } from '#db/stops.ts'
import { requireDeployment } from '../services/deployment.server.ts'

/** The evidence frozen at a stop, byte for byte as it was hashed. */
export async function loader(args: LoaderFunctionArgs) {
  const deployment = await requireDeployment(args)
  const snapshot = await snapshotOf(args.context.house.db, deployment.id, args.params.id ?? '')
  if (!snapshot) throw new Response('There is no such stop.', { status: 404 })
  return new Response(snapshot.json, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${deployment.slug}-stop-${snapshot.hash.slice(0, 8)}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
