import { Button, Group, List, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { useFormat } from './format.ts'
import { Section } from './Page.tsx'
import { Text } from './Words.tsx'

interface Version {
  id: string
  number: number
  note: string
  madeBy: string
  madeAt: string
  signedBy: string | null
  signedAt: string | null
  maySign: boolean
}

interface Props {
  versions: Version[]
  /** Areas that changed since the newest version; null when none was kept. */
  changed: string[] | null
  mayKeep: boolean
  maySign: boolean
  error?: string
}

/** The matrix as it was kept: by whom, what changed since, and who signed it. */
export function MatrixVersions({ versions, changed, mayKeep, maySign, error }: Props) {
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title="Versions">
      <Text>
        {changed === null
          ? 'No version has been kept yet.'
          : changed.length === 0
            ? `The matrix is as version ${versions[0]?.number} has it.`
            : `Changed since version ${versions[0]?.number}: ${changed.join(' · ')}.`}
      </Text>
      <List my="xs">
        {versions.map((version) => (
          <List.Item key={version.id}>
            Version {version.number}, kept by {version.madeBy} on {format.date(version.madeAt)}:{' '}
            {version.note}.{' '}
            {version.signedBy && version.signedAt ? (
              `Signed by ${version.signedBy} on ${format.date(version.signedAt)}.`
            ) : maySign && version.maySign ? (
              <Form method="post" preventScrollReset style={{ display: 'inline' }}>
                <input type="hidden" name="id" value={version.id} />
                <Button
                  type="submit"
                  name="verdict"
                  value="sign"
                  size="compact-xs"
                  variant="default"
                  loading={busy}
                >
                  Sign version {version.number}
                </Button>
              </Form>
            ) : (
              'Not signed: somebody else than who kept it signs.'
            )}
          </List.Item>
        ))}
      </List>
      {error && (
        <Text c="var(--critical)" role="alert">
          {error}
        </Text>
      )}
      {mayKeep && changed?.length !== 0 && (
        <Form method="post" preventScrollReset>
          <Group gap="xs" align="flex-end">
            <TextInput name="note" label="What is new in it" size="xs" w={320} maxLength={300} required />
            <Button type="submit" name="verdict" value="keep" size="xs" variant="default" loading={busy}>
              Keep as version {(versions[0]?.number ?? 0) + 1}
            </Button>
          </Group>
        </Form>
      )}
    </Section>
  )
}
