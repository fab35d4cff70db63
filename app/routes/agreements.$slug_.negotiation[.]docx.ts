import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireAgreement } from '../services/agreement.server.ts'
import { localeOf } from '../services/locale.server.ts'
import { negotiationReport } from '../services/negotiation.server.ts'
import { download } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const asked = { date: today(args.request), locale: localeOf(args.request) }
  return download(await negotiationReport(args.context.house, await requireAgreement(args), asked))
}
