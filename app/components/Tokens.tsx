import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  NativeSelect,
  Table,
  TextInput,
  VisuallyHidden,
} from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { type ApiToken, TokenScope, tokenScopeTitles } from '#domain/register/token.ts'
import { useFormat } from './format.ts'
import { Empty, Section } from './Page.tsx'
import { Text } from './Words.tsx'

interface NewTokenProps {
  made: { name: string; secret: string } | null
  errors: Record<string, string> | null
}

/** Makes a token, and shows the secret of the one just made. */
export function NewToken({ made, errors }: NewTokenProps) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Section title="Make a token">
      {made && (
        <Alert variant="outline" color="gray" mb="md" title={`The token “${made.name}”`} role="status">
          <Text size="sm" mb="xs">
            Copy it now: it is shown this once and stored nowhere.
          </Text>
          <Group gap="xs">
            <Code style={{ overflowWrap: 'anywhere' }}>{made.secret}</Code>
            <CopyButton value={made.secret}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Alert>
      )}
      <Form method="post">
        <Group align="flex-start">
          <TextInput
            name="name"
            label="What it is for"
            placeholder="CI of the refund assistant"
            required
            error={errors?.name}
            style={{ flex: 1, minWidth: 220 }}
          />
          <NativeSelect
            name="scope"
            label="It may"
            data={TokenScope.options.map((value) => ({ value, label: tokenScopeTitles[value] }))}
            error={errors?.scope}
          />
          <Button type="submit" loading={busy} mt={22}>
            Make
          </Button>
        </Group>
      </Form>
    </Section>
  )
}

export function TokenList({ tokens }: { tokens: ApiToken[] }) {
  const { moment } = useFormat()
  return (
    <Section title="Your tokens">
      {tokens.length === 0 ? (
        <Empty>No token yet.</Empty>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>For</Table.Th>
                <Table.Th>Begins with</Table.Th>
                <Table.Th>It may</Table.Th>
                <Table.Th>Made</Table.Th>
                <Table.Th>Last used</Table.Th>
                <Table.Th>
                  <VisuallyHidden>End it</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tokens.map((token) => (
                <Table.Tr key={token.id}>
                  <Table.Td>{token.name}</Table.Td>
                  <Table.Td>
                    <Code>{token.prefix}…</Code>
                  </Table.Td>
                  <Table.Td>{tokenScopeTitles[token.scope]}</Table.Td>
                  <Table.Td>{moment(token.createdAt)}</Table.Td>
                  <Table.Td>{token.lastUsedAt ? moment(token.lastUsedAt) : 'never'}</Table.Td>
                  <Table.Td>
                    {token.revokedAt ? (
                      `Revoked ${moment(token.revokedAt)}`
                    ) : (
                      <Form method="post" action={`/account/tokens/${token.id}/revoke`}>
                        <Button
                          type="submit"
                          size="compact-sm"
                          variant="default"
                          aria-label={`Revoke ${token.name}`}
                        >
                          Revoke
                        </Button>
                      </Form>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  )
}
