import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldErrors } from '../components/field-errors.ts'
import { Page } from '../components/Page.tsx'
import { PeopleScreen } from '../components/PeopleScreen.tsx'
import { Invitation, invite } from '../services/people.server.ts'
import { team } from '../services/team.server.ts'

export const meta: MetaFunction = () => [{ title: 'People · Carveout' }]

export const loader = ({ context: { house } }: LoaderFunctionArgs) => team(house)

/** Invites somebody. */
export async function action({ request, context: { house, access, user } }: ActionFunctionArgs) {
  const form = await request.formData()
  const given = Invitation.safeParse({ ...Object.fromEntries(form), units: form.getAll('units') })
  if (!given.success) return data({ errors: fieldErrors(given.error), handedOut: null }, 400)
  const made = await invite(house, access, given.data, user.email)
  if ('error' in made) {
    const errors: Record<string, string> = { email: made.error }
    return data({ errors, handedOut: null }, 400)
  }
  return data({ errors: {} as Record<string, string>, handedOut: made })
}

export default function People() {
  const result = useActionData<typeof action>()
  return (
    <Page title="People" lead="Who signs in, what they may do, and which business units they see">
      <PeopleScreen
        {...useLoaderData<typeof loader>()}
        errors={result?.errors}
        handedOut={result?.handedOut}
      />
    </Page>
  )
}
