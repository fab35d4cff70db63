import type { LoaderFunctionArgs } from '@remix-run/node'
import { assurances } from '#db/assurance.ts'
import { vendorBySlug } from '#db/vendors.ts'
import { downloadOriginal } from '../services/originals/download.server.ts'

/** The file of a report or certificate, always as a download. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { house } = context
  const vendor = await vendorBySlug(house.db, params.slug ?? '')
  const held = vendor ? await assurances(house.db, { vendorId: vendor.id }) : []
  const one = held.find(({ id }) => id === params.id)
  if (!one?.sha256) throw new Response('There is no such file.', { status: 404 })
  return downloadOriginal(context, { sha256: one.sha256, fileName: one.fileName ?? 'assurance' })
}
