import type { LoaderFunctionArgs } from '@remix-run/node'
import { download, registerReport } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

/** Vendors and agreements as the workbook that /import takes back. */
export const loader = async ({ request, context: { house } }: LoaderFunctionArgs) =>
  download(await registerReport(house, today(request)))
