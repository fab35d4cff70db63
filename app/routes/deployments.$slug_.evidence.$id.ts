import type { LoaderFunctionArgs } from '@remix-run/node'
import contentDisposition from 'content-disposition'
import { evidenceOf } from '#db/controls.ts'
import { requireDeployment } from '../services/deployment.server.ts'

/** The file behind a piece of evidence, always as a download. */
export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const deployment = await requireDeployment(args)
  const evidence = (await evidenceOf(house.db, deployment.id)).find((e) => e.id === args.params.id)
  if (!evidence?.sha256) throw new Response('There is no such file.', { status: 404 })
  return new Response(new Uint8Array(await house.originals.get(evidence.sha256)), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': contentDisposition(evidence.fileName ?? 'evidence'),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
