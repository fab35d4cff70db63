import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endToken } from '../services/tokens.server.ts'

/** Ends one of the reader's own tokens. */
export async function action({ params, context: { house, user } }: ActionFunctionArgs) {
  await endToken(house, user, params.id ?? '', user.email)
  return redirect('/account/tokens')
}
