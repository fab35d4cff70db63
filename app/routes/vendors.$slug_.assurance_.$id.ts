import type { LoaderFunctionArgs } from '@remix-run/node'
import contentDisposition from 'content-disposition'
import { assurances } from '#db/assurance.ts'
import { vendorBySlug } from '#db/vendors.ts'

/** The file of a report or certificate, always as a download. */
export async function loader({ params, context: { house } }: LoaderFunctionArgs) {
  const vendor = await vendorBySlug(house.db, params.slug ?? '')
  const held = vendor ? await assurances(house.db, { vendorId: vendor.id }) : []
  const one = held.find(({ id }) => id === params.id)
  if (!one?.sha256) throw new Response('There is no such file.', { status: 404 })
  return new Response(new Uint8Array(await house.originals.get(one.sha256)), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': contentDisposition(one.fileName ?? 'assurance'),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
