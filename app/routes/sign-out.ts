import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { recordEvent } from '#db/events.ts'
import { settingCookies } from '../services/sign-in.server.ts'

export async function action({ request, context: { house, access, user } }: ActionFunctionArgs) {
  const { headers } = await access.auth.api.signOut({ headers: request.headers, returnHeaders: true })
  await recordEvent(house.db, {
    actor: user.email,
    action: 'signed out',
    subject: 'person',
    subjectId: user.id,
  })
  return redirect('/sign-in', { headers: settingCookies(headers.getSetCookie()) })
}
