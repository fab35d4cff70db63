import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type AccountOutcome, AccountScreen } from '../components/AccountScreen.tsx'
import { Page } from '../components/Page.tsx'
import {
  accountOf,
  changeName,
  changePassword,
  endOwnSessions,
  OwnName,
  PasswordChange,
} from '../services/account.server.ts'
import { parseForm } from '../services/form.server.ts'
import { settingCookies } from '../services/sign-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Your account · Carveout' }]

export const loader = ({ context: { house, user, sessionId } }: LoaderFunctionArgs) =>
  accountOf(house, user, sessionId)

const outcome = (given: Partial<AccountOutcome>): AccountOutcome => ({ done: null, errors: {}, ...given })

export async function action({ request, context }: ActionFunctionArgs) {
  const { house, user, sessionId } = context
  const form = await request.formData()
  switch (form.get('do')) {
    case 'name': {
      const given = parseForm(form, OwnName)
      if (!given.ok) return data(outcome({ errors: given.errors }), 400)
      await changeName(house, user, given.value.name)
      return outcome({ done: 'Your name is saved.' })
    }
    case 'password': {
      const given = parseForm(form, PasswordChange)
      if (!given.ok) return data(outcome({ errors: given.errors }), 400)
      const changed = await changePassword(context, request, user, given.value)
      if ('errors' in changed) return data(outcome({ errors: changed.errors }), 400)
      const done = 'Your password is changed, and your other sessions have ended.'
      return data(outcome({ done }), { headers: settingCookies(changed.cookies) })
    }
    case 'end-session':
      await endOwnSessions(house, user, { id: String(form.get('session')) })
      return outcome({ done: 'That session has ended.' })
    case 'end-others':
      await endOwnSessions(house, user, { butId: sessionId ?? '' })
      return outcome({ done: 'Your other sessions have ended.' })
    default:
      throw new Response('That is nothing that can be done with an account.', { status: 400 })
  }
}

export default function Account() {
  const account = useLoaderData<typeof loader>()
  return (
    <Page title="Your account" lead={account.email} narrow>
      <AccountScreen account={account} outcome={useActionData<typeof action>()} />
    </Page>
  )
}
