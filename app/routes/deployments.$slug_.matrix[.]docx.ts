import type { LoaderFunctionArgs } from '@remix-run/node'
import { Language } from '#domain/register/document-style.ts'
import { requireDeployment } from '../services/deployment.server.ts'
import { localeOf } from '../services/locale.server.ts'
import { download, matrixReport } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

/** `?language=de`: in another language than documents have by default. */
export async function loader(args: LoaderFunctionArgs) {
  const language = Language.safeParse(new URL(args.request.url).searchParams.get('language')).data
  const asked = { date: today(args.request), locale: localeOf(args.request), language }
  return download(await matrixReport(args.context.house, await requireDeployment(args), asked))
}
