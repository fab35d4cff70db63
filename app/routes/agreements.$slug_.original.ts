import type { LoaderFunctionArgs } from '@remix-run/node'
import contentDisposition from 'content-disposition'
import { filesOf } from '#db/files.ts'
import { mimeOf, requireAgreement } from '../services/agreement.server.ts'
import { downloadOriginal } from '../services/originals/download.server.ts'

/** The original's bytes, of the newest version or of `?version=`. Anything but a PDF is a download, never a page. */
export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const agreement = await requireAgreement(args)
  const wanted = Number(new URL(args.request.url).searchParams.get('version'))
  const files = await filesOf(house.db, agreement.id)
  const file = wanted ? files.find((f) => f.version === wanted) : files[0]
  if (!file) throw new Response('This agreement has no such version.', { status: 404 })
  const type = file.format === 'pdf' ? 'inline' : 'attachment'
  return downloadOriginal(args.context, file, {
    'Content-Type': mimeOf(file.format),
    'Content-Disposition': contentDisposition(file.fileName, { type }),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, max-age=3600, no-transform',
    ETag: `"${file.sha256}"`,
  })
}
