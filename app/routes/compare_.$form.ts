import type { LoaderFunctionArgs } from '@remix-run/node'
import { comparisonReport, parseComparison } from '../services/comparison.server.ts'
import { localeOf } from '../services/locale.server.ts'
import { download } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

/** `/compare/xlsx?of=…` and `/compare/docx?of=…`: what the screen shows, as a file. */
export async function loader({ request, params, context: { house } }: LoaderFunctionArgs) {
  const { form } = params
  if (form !== 'xlsx' && form !== 'docx') throw new Response('There is nothing here.', { status: 404 })
  const asked = parseComparison(new URL(request.url).searchParams)
  const report = await comparisonReport(house, asked, {
    date: today(request),
    locale: localeOf(request),
    form,
  })
  if (!report) throw new Response('Choose at least two agreements or vendors to compare.', { status: 400 })
  return download(report)
}
