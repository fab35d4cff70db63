import { Alert, Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { businessUnits } from '#db/units.ts'
import { OneTimeAddress } from '../components/OneTimeAddress.tsx'
import { Page, Section } from '../components/Page.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { openSessions } from '../services/account.server.ts'
import { type LinkHandedOut, newPasswordLink } from '../services/people.server.ts'
import { Role, roleTitles } from '../services/permissions.ts'
import {
  changePerson,
  endAllSessions,
  requirePerson,
  shutOut,
  withoutSecondFactor,
} from '../services/team.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? 'Person'} · Carveout` },
]

export async function loader({ params, context: { house } }: LoaderFunctionArgs) {
  const person = await requirePerson(house, params.id)
  const [units, sessions] = await Promise.all([businessUnits(house.db), openSessions(house, person.id)])
  return { person, units, sessions: sessions.length }
}

const Change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('rights'), role: Role, units: z.array(z.string()) }),
  z.object({ do: z.enum(['shut-out', 'let-in', 'new-password', 'no-second-factor', 'end-sessions']) }),
])

interface Outcome {
  error: string | null
  done: string | null
  handedOut: LinkHandedOut | null
}

export async function action({ request, params, context: { house, access, user } }: ActionFunctionArgs) {
  const person = await requirePerson(house, params.id)
  const form = await request.formData()
  const given = Change.safeParse({ ...Object.fromEntries(form), units: form.getAll('units') })
  if (!given.success) throw new Response('That is nothing that can be done with a person.', { status: 400 })
  const change = given.data
  const outcome: Outcome = { error: null, done: null, handedOut: null }
  if (change.do === 'new-password')
    outcome.handedOut = await newPasswordLink(house, access, person, user.email)
  else if (change.do === 'no-second-factor') {
    await withoutSecondFactor(house, person, user)
    outcome.done = 'The password alone gets them in now.'
  } else if (change.do === 'end-sessions') {
    await endAllSessions(house, person, user)
    outcome.done = 'Every session of theirs has ended.'
  } else {
    outcome.error =
      change.do === 'rights'
        ? await changePerson(house, person, change, user)
        : await shutOut(house, person, change.do === 'shut-out', user)
    outcome.done = outcome.error
      ? null
      : 'Saved. It holds from their next click on; with another role they sign in again.'
  }
  return data(outcome, outcome.error ? 400 : 200)
}

export default function PersonScreen() {
  const { person, units, sessions } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page
      title={person.name}
      lead={
        <>
          {person.email}, {person.emailVerified ? 'verified' : 'not yet verified'} ·{' '}
          <Anchor to="/settings/people">People</Anchor>
        </>
      }
      narrow
    >
      {result?.error && (
        <Alert color="red" role="alert" mb="md">
          {result.error}
        </Alert>
      )}
      {result?.done && (
        <Text role="status" mb="md">
          {result.done}
        </Text>
      )}
      {result?.handedOut && <OneTimeAddress handedOut={result.handedOut} />}
      <Form method="post">
        <Stack gap="sm" maw={420}>
          <NativeSelect
            name="role"
            label="Role"
            defaultValue={person.role}
            data={Role.options.map((role) => ({ value: role, label: roleTitles[role] }))}
          />
          {units.length > 0 && (
            <Checkbox.Group
              label="Business units"
              description="With none ticked they see every unit"
              defaultValue={person.units}
            >
              {units.map((unit) => (
                <Checkbox key={unit.id} name="units" value={unit.id} label={unit.name} mt={6} />
              ))}
            </Checkbox.Group>
          )}
          <Group>
            <Button type="submit" name="do" value="rights">
              Save
            </Button>
          </Group>
        </Stack>
      </Form>
      <Section title="Getting in">
        <Form method="post">
          <Group gap="xs">
            <Button type="submit" name="do" value="new-password" variant="default">
              Make an address for a new password
            </Button>
            {person.secondFactor && (
              <Button type="submit" name="do" value="no-second-factor" variant="default">
                Remove the second factor
              </Button>
            )}
            {sessions > 0 && (
              <Button type="submit" name="do" value="end-sessions" variant="default">
                End {sessions === 1 ? 'the session' : `all ${sessions} sessions`}
              </Button>
            )}
            {person.disabledAt ? (
              <Button type="submit" name="do" value="let-in" variant="default">
                Let in again
              </Button>
            ) : (
              <Button type="submit" name="do" value="shut-out" variant="default" color="red">
                Shut out now
              </Button>
            )}
          </Group>
        </Form>
      </Section>
    </Page>
  )
}
