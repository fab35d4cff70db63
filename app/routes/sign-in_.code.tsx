import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { DoorTitle } from '../components/Door.tsx'
import { giveCode, safePath, settingCookies } from '../services/sign-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Second factor · Carveout' }]

export async function action({ request, context }: ActionFunctionArgs) {
  const code = String((await request.formData()).get('code') ?? '')
  const result = await giveCode(context, request, code)
  if ('error' in result) return data({ error: result.error }, result.status)
  const to = safePath(new URL(request.url).searchParams.get('to'))
  return redirect(to, { headers: settingCookies(result.cookies) })
}

export default function SecondFactor() {
  const result = useActionData<typeof action>()
  return (
    <>
      <DoorTitle lead="Your app shows six digits for Carveout. A backup code does as well, once.">
        Second factor
      </DoorTitle>
      <Form method="post" reloadDocument>
        <Stack gap="sm" align="flex-start">
          {result?.error && (
            <Alert color="red" role="alert" w="100%">
              {result.error}
            </Alert>
          )}
          <TextInput name="code" label="Code" autoComplete="one-time-code" required autoFocus w="100%" />
          <Button type="submit">Sign in</Button>
        </Stack>
      </Form>
    </>
  )
}
