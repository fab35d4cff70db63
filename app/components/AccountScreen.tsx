import { Badge, Button, Group, PasswordInput, Stack, Table, TextInput } from '@mantine/core'
import { Form, Link } from '@remix-run/react'
import { useFormat } from './format.ts'
import { Section } from './Page.tsx'
import { NewPasswordInput } from './PasswordFields.tsx'
import { Anchor, Text } from './Words.tsx'

export interface AccountOutcome {
  done: string | null
  errors: Record<string, string>
}

interface Session {
  id: string
  browser: string
  from: string | null
  lastUsed: string
  thisOne: boolean
}

interface Props {
  account: {
    name: string
    withPassword: boolean
    secondFactor: boolean
    secondFactorRequired: boolean
    sessions: Session[]
  }
  outcome?: AccountOutcome
}

/** What people keep about themselves: name, password, second factor, sessions. */
export function AccountScreen({ account, outcome }: Props) {
  const errors = outcome?.errors ?? {}
  return (
    <>
      <Text role="status" mb={outcome?.done ? 'md' : undefined}>
        {outcome?.done}
      </Text>
      <Form method="post">
        <input type="hidden" name="do" value="name" />
        <Group align="flex-start">
          <TextInput
            name="name"
            label="Your name"
            defaultValue={account.name}
            autoComplete="name"
            required
            error={errors.name}
            w={320}
          />
          <Button type="submit" variant="default" mt={22}>
            Save
          </Button>
        </Group>
      </Form>
      {account.withPassword ? (
        <WithPassword {...account} errors={errors} done={outcome?.done} />
      ) : (
        <WithoutPassword />
      )}
      <Sessions sessions={account.sessions} />
    </>
  )
}

function WithPassword({
  secondFactor,
  secondFactorRequired,
  errors,
  done,
}: Pick<Props['account'], 'secondFactor' | 'secondFactorRequired'> & {
  errors: Record<string, string>
  done?: string | null
}) {
  return (
    <>
      <Section title="Second factor">
        <Text mb="sm">
          {secondFactor
            ? 'On: after the password you are asked for a code of your app.'
            : 'Off: the password alone lets in whoever has it.'}
          {secondFactorRequired && ' An administrator has set that everybody needs one.'}
        </Text>
        <Button component={Link} to="/account/second-factor" variant="default">
          {secondFactor ? 'Backup codes, or turn it off' : 'Set it up'}
        </Button>
      </Section>
      <Section title="Password">
        <Form method="post" key={done}>
          <input type="hidden" name="do" value="password" />
          <Stack gap="sm" maw={420}>
            <PasswordInput
              name="current"
              label="The password you have"
              autoComplete="current-password"
              required
              error={errors.current}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the password you have' }}
            />
            <NewPasswordInput label="New password" error={errors.password} />
            <Group>
              <Button type="submit" variant="default">
                Change the password
              </Button>
            </Group>
          </Stack>
        </Form>
      </Section>
    </>
  )
}

const WithoutPassword = () => (
  <Section title="Password and second factor">
    <Text>
      You sign in without a password of Carveout’s, so both are kept where you sign in. To have a password
      here, use <Anchor to="/forgotten">Password forgotten</Anchor>.
    </Text>
  </Section>
)

function Sessions({ sessions }: { sessions: Session[] }) {
  const { moment } = useFormat()
  return (
    <Section title="Where you are signed in">
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Browser</Table.Th>
              <Table.Th>From</Table.Th>
              <Table.Th>Last used</Table.Th>
              <Table.Th>End it</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>{session.browser}</Table.Td>
                <Table.Td>{session.from || '–'}</Table.Td>
                <Table.Td>{moment(session.lastUsed)}</Table.Td>
                <Table.Td>
                  {session.thisOne ? (
                    <Badge variant="outline" color="gray" tt="none">
                      This one
                    </Badge>
                  ) : (
                    <Form method="post">
                      <input type="hidden" name="session" value={session.id} />
                      <Button type="submit" name="do" value="end-session" variant="default" size="compact-sm">
                        End
                      </Button>
                    </Form>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {sessions.length > 2 && (
        <Form method="post">
          <Button type="submit" name="do" value="end-others" variant="default" mt="sm">
            End all but this one
          </Button>
        </Form>
      )}
    </Section>
  )
}
