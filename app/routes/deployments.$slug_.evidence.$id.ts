import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidenceOf } from '#db/controls.ts'
import { requireDeployment } from '../services/deployment.server.ts'
import { downloadOriginal } from '../services/originals/download.server.ts'

/** The file behind a piece of evidence, always as a download. */
export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const deployment = await requireDeployment(args)
  const evidence = (await evidenceOf(house.db, deployment.id)).find((e) => e.id === args.params.id)
  if (!evidence?.sha256) throw new Response('There is no such file.', { status: 404 })
  return downloadOriginal(args.context, {
    sha256: evidence.sha256,
    fileName: evidence.fileName ?? 'evidence',
  })
}
