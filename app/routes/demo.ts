import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signInAs } from '../services/demo.server.ts'
import { Role } from '../services/permissions.ts'
import { safePath, settingCookies } from '../services/sign-in.server.ts'

/** Signs a visitor of the demo in as the role they chose. */
export async function action({ request, context: { house, access } }: ActionFunctionArgs) {
  if (!access.demo) throw new Response('There is nothing at this address.', { status: 404 })
  const form = await request.formData()
  const role = Role.safeParse(form.get('role'))
  if (!role.success) throw new Response('Choose a role.', { status: 400 })
  const cookies = await signInAs(house, access.auth, role.data)
  return redirect(safePath(String(form.get('to') ?? '/')), { headers: settingCookies(cookies) })
}
