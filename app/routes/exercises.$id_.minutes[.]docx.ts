import type { LoaderFunctionArgs } from '@remix-run/node'
import { minutesReport, requireExercise } from '../services/governance/exercises.server.ts'
import { localeOf } from '../services/locale.server.ts'
import { download } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const asked = { date: today(args.request), locale: localeOf(args.request) }
  return download(await minutesReport(args.context.house, await requireExercise(args), asked))
}
