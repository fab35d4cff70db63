import type { LoaderFunctionArgs } from '@remix-run/node'
import { readiness } from '../services/ready.server.ts'

/** 200 when a request can be served in full: the database answers, originals can be stored, files can be read; else 503. */
export async function loader({ context: { house } }: LoaderFunctionArgs) {
  const checks = await readiness(house)
  const ready = Object.values(checks).every((check) => check === 'ok')
  return Response.json({ status: ready ? 'ready' : 'not ready', checks }, { status: ready ? 200 : 503 })
}
