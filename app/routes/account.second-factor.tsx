import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Page } from '../components/Page.tsx'
import { SecondFactorScreen } from '../components/SecondFactorScreen.tsx'
import { accountOf } from '../services/account.server.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  newBackupCodes,
  type SecondFactorStep,
  turnOffSecondFactor,
} from '../services/second-factor.server.ts'
import { settingCookies } from '../services/sign-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Second factor · Carveout' }]

export async function loader({ context: { house, user, sessionId } }: LoaderFunctionArgs) {
  const { withPassword, secondFactor, secondFactorRequired } = await accountOf(house, user, sessionId)
  if (!withPassword)
    throw new Response('You sign in without a password here, so there is no second factor to set up.', {
      status: 404,
    })
  return { secondFactor, secondFactorRequired }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const asked = { ...context, request }
  const password = String(form.get('password') ?? '')
  const step = await (async (): Promise<SecondFactorStep> => {
    switch (form.get('do')) {
      case 'begin':
        return beginSecondFactor(asked, password)
      case 'confirm':
        return confirmSecondFactor(asked, String(form.get('code') ?? ''))
      case 'new-codes':
        return newBackupCodes(asked, password)
      case 'off':
        return turnOffSecondFactor(asked, password)
      default:
        throw new Response('That is nothing that can be done with a second factor.', { status: 400 })
    }
  })()
  const headers = settingCookies('cookies' in step ? step.cookies : [])
  headers.set('Cache-Control', 'no-store')
  const seen = 'codes' in step ? { codes: step.codes } : step
  return data(seen, { status: 'error' in step ? 400 : 200, headers })
}

export default function SecondFactor() {
  const state = useLoaderData<typeof loader>()
  return (
    <Page title="Second factor" lead="Something you have beside the password you know" narrow>
      <SecondFactorScreen {...state} step={useActionData<typeof action>()} />
    </Page>
  )
}
