import { type ActionFunctionArgs, redirect } from '@remix-run/node'

/** Reads a stored file once more and goes back to where that was asked for. */
export async function action({ request, params, context: { house, user } }: ActionFunctionArgs) {
  const id = params.id ?? ''
  await house.intake.readAgain(id, user.email)
  const from = new URL(request.headers.get('Referer') ?? `/upload?files=${id}`, request.url)
  // One slash: "//host" would be another web site.
  return redirect(`${from.pathname.replace(/^\/+/, '/')}${from.search}`)
}
