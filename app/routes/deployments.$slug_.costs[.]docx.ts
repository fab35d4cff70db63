import type { LoaderFunctionArgs } from '@remix-run/node'
import { lossReport } from '#exporters/loss-report.ts'
import { requireDeployment } from '../services/deployment.server.ts'
import { lossState } from '../services/governance/costs.server.ts'
import { localeOf } from '../services/locale.server.ts'
import { download, organisationOf } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const deployment = await requireDeployment(args)
  const date = today(args.request)
  const { now, organisationPapers, entered, ...state } = await lossState(args.context.house, deployment, date)
  const bytes = await lossReport.write({
    ...state,
    organisation: organisationOf(organisationPapers),
    deployment: deployment.name,
    ownNumbers: entered !== null,
    result: now,
    preparedOn: date,
    locale: localeOf(args.request),
  })
  return download({ fileName: `${deployment.slug}-costs.docx`, mime: lossReport.mime, bytes })
}
