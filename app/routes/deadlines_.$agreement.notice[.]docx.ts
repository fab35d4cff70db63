import type { LoaderFunctionArgs } from '@remix-run/node'
import { localeOf } from '../services/locale.server.ts'
import { noticeReport } from '../services/notice.server.ts'
import { download } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

/** The letter against an agreement's next renewal. */
export async function loader({ request, params, context: { house, user } }: LoaderFunctionArgs) {
  const report = await noticeReport(house, params.agreement ?? '', {
    date: today(request),
    locale: localeOf(request),
    signer: user.name,
  })
  if (!report)
    throw new Response('No notice against a renewal is due on an agreement of this name.', { status: 404 })
  return download(report)
}
