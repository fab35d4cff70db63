import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { loadSamples } from '../services/samples.server.ts'
import { localUser } from '../services/user.server.ts'

/** Takes the samples in and waits for their reading, so that the page that follows has something to show. */
export async function action({ context: { house } }: ActionFunctionArgs) {
  await loadSamples(house, localUser)
  return redirect('/')
}
