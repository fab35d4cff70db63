import type { LoaderFunctionArgs } from '@remix-run/node'
import { incidentEntries } from '#db/incidents.ts'
import { requireIncident } from '../services/governance/incident-of.server.ts'
import { downloadOriginal } from '../services/originals/download.server.ts'

/** Preserved evidence byte for byte, always as a download. */
export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const incident = await requireIncident(args)
  const entry = (await incidentEntries(house.db, incident.id)).find((e) => e.id === args.params.id)
  if (!entry?.sha256) throw new Response('There is no such file.', { status: 404 })
  return downloadOriginal(args.context, { sha256: entry.sha256, fileName: entry.fileName ?? 'evidence' })
}
