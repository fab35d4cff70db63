import type { LoaderFunctionArgs } from '@remix-run/node'
import { readingOf } from '#db/files.ts'
import { requireAgreement } from '../services/agreement.server.ts'
import { paperOf } from '../services/review/bench.server.ts'
import { wordsOnPages } from '../services/review/words.server.ts'

/** The text of a paper and where each run of it is printed: what lets a browser search it and select from it. */
export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const version = Number(new URL(args.request.url).searchParams.get('version')) || undefined
  const { file } = await paperOf(house, await requireAgreement(args), version)
  const reading = file && (await readingOf(house.db, file.id))
  if (!reading) throw new Response('This paper has not been read.', { status: 404 })
  return Response.json(wordsOnPages(reading.document), {
    headers: { 'Cache-Control': 'private, max-age=300', ETag: `"${file.id} ${file.readAt}"` },
  })
}
