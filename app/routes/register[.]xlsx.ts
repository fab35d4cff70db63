import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { askForRegister } from '../services/exports.server.ts'
import { download } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

/** Vendors and agreements as the workbook that /import takes back; of a large register a job makes it. */
export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  const made = await askForRegister(house, user, today(request))
  return 'id' in made ? redirect(`/exports/${made.id}`) : download(made)
}
