import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireSecondFactor } from '../services/second-factor.server.ts'

/** Says whether everybody needs a second factor. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  await requireSecondFactor(house, (await request.formData()).get('required') === 'yes', user)
  return redirect('/settings/people')
}
