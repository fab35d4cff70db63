import type { LoaderFunctionArgs } from '@remix-run/node'
import { xlsxMime } from '#exporters/xlsx.ts'
import { exportOf } from '../services/exports.server.ts'
import { downloadOriginal } from '../services/originals/download.server.ts'

/** The finished file, for whoever asked for it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { house, user } = context
  const found = await exportOf(house, user, params.id ?? '')
  if (!found?.file || !(await house.originals.has(found.file.sha256)))
    throw new Response('This export is not there any more. Ask for it again.', { status: 404 })
  return downloadOriginal(context, found.file, { 'Content-Type': xlsxMime })
}
