import type { LoaderFunctionArgs } from '@remix-run/node'
import { claimNoticeReport } from '../services/governance/claim-notice.server.ts'
import { requireIncident } from '../services/governance/incident-of.server.ts'
import { localeOf } from '../services/locale.server.ts'
import { download } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const asked = { date: today(args.request), locale: localeOf(args.request) }
  return download(await claimNoticeReport(args.context.house, await requireIncident(args), asked))
}
