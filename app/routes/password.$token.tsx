import { Button, Stack } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DoorTitle } from '../components/Door.tsx'
import { fieldErrors } from '../components/field-errors.ts'
import { PasswordFields } from '../components/PasswordFields.tsx'
import { Text } from '../components/Words.tsx'
import { choosePassword, invited, NewPassword } from '../services/people.server.ts'
import { Role, roleTitles } from '../services/permissions.ts'

export const meta: MetaFunction = () => [{ title: 'Choose a password · Carveout' }]

const usedUp = () =>
  new Response('This address is used up or too old. An administrator can make a new one.', { status: 404 })

/** Where an invitation and a forgotten password lead. */
export async function loader({ params, context: { house } }: LoaderFunctionArgs) {
  const asked = await invited(house, params.token ?? '')
  if (!asked) throw usedUp()
  const { purpose, person } = asked
  return { purpose, name: person.name, email: person.email, role: roleTitles[Role.parse(person.role)] }
}

export async function action({ request, params, context: { house } }: ActionFunctionArgs) {
  const chosen = NewPassword.safeParse(Object.fromEntries(await request.formData()))
  if (!chosen.success) return data({ errors: fieldErrors(chosen.error) }, 400)
  const done = await choosePassword(house, params.token ?? '', chosen.data)
  if (!done) throw usedUp()
  if ('errors' in done) return data({ errors: done.errors }, 400)
  return redirect('/sign-in')
}

export default function ChoosePassword() {
  const { purpose, name, email, role } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  return (
    <>
      <DoorTitle
        lead={
          purpose === 'invitation'
            ? `You were invited as ${role}. Choose the password you will sign in with.`
            : 'The old password ends, and so does every session of yours.'
        }
      >
        {purpose === 'invitation' ? 'Welcome to Carveout' : 'A new password'}
      </DoorTitle>
      <Form method="post" reloadDocument>
        <Stack gap="sm">
          <Text>{email}</Text>
          <PasswordFields name={name} errors={errors} />
          <Button type="submit">Save and sign in</Button>
        </Stack>
      </Form>
    </>
  )
}
