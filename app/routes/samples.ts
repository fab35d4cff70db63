import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { loadSamples } from '../services/samples.server.ts'

/** Takes the samples in and waits for their reading, so that the page that follows has something to show. */
export async function action({ context: { house, user } }: ActionFunctionArgs) {
  await loadSamples(house, user.email)
  return redirect('/')
}
