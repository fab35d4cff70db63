import { Alert, Button, Divider, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { anyPerson } from '#db/people.ts'
import { DoorTitle } from '../components/Door.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { Role, roleTitles } from '../services/permissions.ts'
import { Credentials, safePath, settingCookies, signIn } from '../services/sign-in.server.ts'

export const meta: MetaFunction = () => [{ title: 'Sign in · Carveout' }]

export async function loader({ request, context: { visitor, access, house } }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const to = safePath(search.get('to'))
  if (visitor) return redirect(to)
  return {
    to,
    ssoRefused: search.has('error'),
    demo: access.demo,
    singleSignOn: access.singleSignOn,
    nobody: !access.demo && !(await anyPerson(house.db)),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const to = safePath(new URL(request.url).searchParams.get('to'))
  const given = Credentials.safeParse(Object.fromEntries(await request.formData()))
  if (!given.success) return data({ error: 'Write your e-mail address and your password.' }, 400)
  const result = await signIn(context, request, given.data)
  if ('error' in result) return data({ error: result.error }, result.status)
  const next = result.codeToCome ? `/sign-in/code?to=${encodeURIComponent(to)}` : to
  return redirect(next, { headers: settingCookies(result.cookies) })
}

export default function SignIn() {
  const { to, ssoRefused, demo, singleSignOn, nobody } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  if (demo) return <DemoRoles to={to} />
  return (
    <>
      <DoorTitle>Sign in</DoorTitle>
      {nobody && (
        <Alert mb="md" title="Nobody can sign in yet">
          The console where Carveout was started shows an address. Whoever opens it first becomes the
          administrator.
        </Alert>
      )}
      {ssoRefused && (
        <Alert color="red" role="alert" mb="md" title="Single sign-on did not let you in">
          Carveout knows nobody of the address that it gave, or that address is not verified. An administrator
          can invite you.
        </Alert>
      )}
      <Form method="post" reloadDocument>
        <Stack gap="sm">
          {result?.error && (
            <Alert color="red" role="alert">
              {result.error}
            </Alert>
          )}
          <TextInput name="email" type="email" label="E-mail" autoComplete="username" required autoFocus />
          <PasswordInput
            name="password"
            label="Password"
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          />
          <Group justify="space-between">
            <Button type="submit">Sign in</Button>
            <Anchor to="/forgotten">Password forgotten?</Anchor>
          </Group>
        </Stack>
      </Form>
      {singleSignOn && (
        <>
          <Divider my="lg" label="or" />
          <Button
            component="a"
            href={`/sign-in/sso?to=${encodeURIComponent(to)}`}
            variant="default"
            fullWidth
          >
            Single sign-on
          </Button>
        </>
      )}
    </>
  )
}

function DemoRoles({ to }: { to: string }) {
  return (
    <>
      <DoorTitle lead="Choose whom to be. Each role may do different things; you can change it at any time.">
        Look around
      </DoorTitle>
      <Form method="post" action="/demo" reloadDocument>
        <input type="hidden" name="to" value={to} />
        <Stack gap="xs">
          {Role.options.map((role) => (
            <Button key={role} type="submit" name="role" value={role} variant="default">
              {roleTitles[role]}
            </Button>
          ))}
        </Stack>
      </Form>
      <Text c="dimmed" size="sm" mt="md">
        An auditor reads everything and changes nothing.
      </Text>
    </>
  )
}
