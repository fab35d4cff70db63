import type { ActionFunctionArgs } from '@remix-run/node'
import { parseUpload } from '../services/uploads.server.ts'

/** Takes the files of one request and answers with their ids once bytes and rows are safe. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const upload = await parseUpload(request)
  if ('error' in upload) return Response.json({ ids: [], error: upload.error }, { status: 400 })
  const ids: string[] = []
  for (const file of upload.files)
    ids.push((await house.intake.accept({ ...file, ...upload.fields, actor: user.email })).file.id)
  return Response.json({ ids, error: null }, { status: 201 })
}
