import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarReport, download } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

export const loader = async ({ request, context: { house } }: LoaderFunctionArgs) =>
  download(await calendarReport(house, { date: today(request) }))
