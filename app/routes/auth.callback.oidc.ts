import type { LoaderFunctionArgs } from '@remix-run/node'

/** Where the identity provider sends the browser back to. The only address of better-auth's own that is open. */
export const loader = ({ request, context: { access } }: LoaderFunctionArgs) => {
  const { search } = new URL(request.url)
  return access.auth.handler(
    new Request(`${access.address}/auth/callback/oidc${search}`, { headers: request.headers }),
  )
}
