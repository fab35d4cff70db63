import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DoorTitle } from '../components/Door.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { Email } from '../services/people.server.ts'
import { forgotten } from '../services/sign-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Password forgotten · Carveout' }]

export const loader = ({ context: { access } }: LoaderFunctionArgs) => ({ byMail: access.mailer !== null })

/** The answer is the same whether there is such a person or not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const email = Email.safeParse((await request.formData()).get('email'))
  if (!email.success)
    return data({ sent: false, error: 'Write an e-mail address, like maria@example.com.' }, 400)
  const error = await forgotten(context, request, email.data)
  return error ? data({ sent: false, error }, 429) : data({ sent: true, error: null })
}

export default function Forgotten() {
  const { byMail } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <>
      <DoorTitle>Password forgotten</DoorTitle>
      {!byMail ? (
        <Text mb="md">
          This Carveout sends no e-mail. Ask an administrator: they make an address for you under Settings,
          People, by which you choose a new password.
        </Text>
      ) : result?.sent ? (
        <Text mb="md" role="status">
          If somebody of that address may sign in, a mail is on its way. Its link works for two hours.
        </Text>
      ) : (
        <Form method="post">
          <Stack gap="sm" align="flex-start" mb="md">
            {result?.error && (
              <Alert color="red" role="alert" w="100%">
                {result.error}
              </Alert>
            )}
            <TextInput name="email" type="email" label="E-mail" autoComplete="username" required w="100%" />
            <Button type="submit">Send a link</Button>
          </Stack>
        </Form>
      )}
      <Anchor to="/sign-in">Back to sign-in</Anchor>
    </>
  )
}
