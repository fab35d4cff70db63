import { Button, Stack, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { openLink } from '#db/links.ts'
import { DoorTitle } from '../components/Door.tsx'
import { fieldErrors } from '../components/field-errors.ts'
import { PasswordFields } from '../components/PasswordFields.tsx'
import { FirstPerson, setUp } from '../services/people.server.ts'
import { settingCookies, signIn } from '../services/sign-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Set up · Carveout' }]

const usedUp = () =>
  new Response('This address is used up or too old. Start Carveout again and it prints a new one.', {
    status: 404,
  })

export async function loader({ params, context: { house } }: LoaderFunctionArgs) {
  const link = await openLink(house.db, params.token ?? '', new Date())
  if (link?.purpose !== 'set-up') throw usedUp()
  return null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const first = FirstPerson.safeParse(Object.fromEntries(await request.formData()))
  if (!first.success) return data({ errors: fieldErrors(first.error) }, 400)
  const made = await setUp(context.house, params.token ?? '', first.data)
  if (!made) throw usedUp()
  if ('errors' in made) return data({ errors: made.errors }, 400)
  const result = await signIn(context, request, first.data)
  return redirect('/', { headers: 'cookies' in result ? settingCookies(result.cookies) : undefined })
}

export default function SetUp() {
  const errors = useActionData<typeof action>()?.errors
  return (
    <>
      <DoorTitle lead="You become the administrator: you invite the others and say what they may do.">
        Set up Carveout
      </DoorTitle>
      <Form method="post" reloadDocument>
        <Stack gap="sm" align="stretch">
          <TextInput
            name="email"
            type="email"
            label="Your e-mail"
            autoComplete="username"
            required
            error={errors?.email}
          />
          <PasswordFields name="" errors={errors} />
          <Button type="submit">Begin</Button>
        </Stack>
      </Form>
    </>
  )
}
