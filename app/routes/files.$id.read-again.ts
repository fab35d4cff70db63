import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { localUser } from '../services/user.server.ts'

/** Reads a stored file once more and goes back to where that was asked for. */
export async function action({ request, params, context: { house } }: ActionFunctionArgs) {
  const id = params.id ?? ''
  await house.intake.readAgain(id, localUser)
  const from = new URL(request.headers.get('Referer') ?? `/upload?files=${id}`, request.url)
  // One slash: "//host" would be another web site.
  return redirect(`${from.pathname.replace(/^\/+/, '/')}${from.search}`)
}
