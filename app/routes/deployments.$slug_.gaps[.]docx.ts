import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireDeployment } from '../services/deployment.server.ts'
import { localeOf } from '../services/locale.server.ts'
import { deploymentGapReport, download } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const asked = { date: today(args.request), locale: localeOf(args.request) }
  return download(await deploymentGapReport(args.context.house, await requireDeployment(args), asked))
}
