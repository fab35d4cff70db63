import type { ActionFunctionArgs } from '@remix-run/node'
import { takeUpload } from '../services/uploads.server.ts'

/** Takes the files of one request and answers with their ids once bytes and rows are safe. */
export async function action({ request, context }: ActionFunctionArgs) {
  const taken = await takeUpload(request, context)
  return 'error' in taken
    ? Response.json({ ids: [], error: taken.error }, { status: taken.status })
    : Response.json({ ids: taken.ids, error: null }, { status: 201 })
}
