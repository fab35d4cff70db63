import type { LoaderFunctionArgs } from '@remix-run/node'
import { incidentBySlug } from '#db/incidents.ts'
import type { Incident } from '#domain/governance/incidents.ts'

/** The incident that the address names. @throws Response 404 */
export async function requireIncident({ params, context }: LoaderFunctionArgs): Promise<Incident> {
  const incident = await incidentBySlug(context.house.db, params.slug ?? '')
  if (!incident) throw new Response('There is no incident at this address.', { status: 404 })
  return incident
}
