import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { safePath, settingCookies } from '../services/sign-in.server.ts'

/** Sends the browser to the identity provider; it comes back to /auth/callback/oidc. */
export async function loader({ request, context: { access } }: LoaderFunctionArgs) {
  if (!access.singleSignOn) throw new Response('Single sign-on is not set up.', { status: 404 })
  const { headers, response } = await access.auth.api.signInSocial({
    body: {
      provider: 'oidc',
      callbackURL: safePath(new URL(request.url).searchParams.get('to')),
      errorCallbackURL: '/sign-in',
    },
    headers: request.headers,
    returnHeaders: true,
  })
  if (!response.url) throw new Response('The identity provider can’t be reached.', { status: 503 })
  return redirect(response.url, { headers: settingCookies(headers.getSetCookie()) })
}
