import { Button, Group, NativeSelect, Table, Textarea, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { RedlinePart } from '#domain/document/redline.ts'
import {
  type Version,
  type VersionChange,
  type VersionUse,
  versionKindTitles,
} from '#domain/governance/versions.ts'
import { useFormat } from '../format.ts'
import { Empty, Section } from '../Page.tsx'
import { Text } from '../Words.tsx'
import classes from './Governance.module.css'

interface InUse {
  versions: Version[]
  inUse: (Version & { use: VersionUse })[]
  mayGovern: boolean
}

const short = (hash: string) => (hash.length > 14 ? `${hash.slice(0, 12)}…` : hash)

/** What runs now, and any older version to go back to. */
export function VersionsInUse({ versions, inUse, mayGovern }: InUse) {
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title="In use">
      {inUse.length === 0 ? (
        <Empty>
          Nothing is registered yet. A pipeline registers a version with POST /api/v1/deployments/…/versions,
          or do it below.
        </Empty>
      ) : (
        <Table.ScrollContainer minWidth={720}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>What</Table.Th>
                <Table.Th>Version</Table.Th>
                <Table.Th>Hash</Table.Th>
                <Table.Th>In use since</Table.Th>
                {mayGovern && <Table.Th>Another version</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {inUse.map((v) => {
                const others = versions.filter((o) => o.kind === v.kind && o.name === v.name && o.id !== v.id)
                return (
                  <Table.Tr key={v.id}>
                    <Table.Td>
                      {versionKindTitles[v.kind]}: <b>{v.name}</b>
                    </Table.Td>
                    <Table.Td>{v.version}</Table.Td>
                    <Table.Td title={v.hash}>
                      <code>{short(v.hash)}</code>
                    </Table.Td>
                    <Table.Td>
                      {format.moment(v.use.usedFrom)}
                      <Text size="xs" c="dimmed">
                        {v.use.how} by {v.use.usedBy}
                        {v.use.why && `: ${v.use.why}`}
                      </Text>
                    </Table.Td>
                    {mayGovern && (
                      <Table.Td>
                        {others.length > 0 && (
                          <Form method="post" preventScrollReset>
                            <Group gap={4} wrap="nowrap">
                              <NativeSelect
                                name="version"
                                size="xs"
                                aria-label={`Version of ${v.name} to pin`}
                                data={others.map((o) => ({ value: o.id, label: o.version }))}
                              />
                              <TextInput
                                name="why"
                                size="xs"
                                placeholder="Why"
                                aria-label={`Why pin ${v.name}`}
                              />
                              <Button
                                type="submit"
                                name="do"
                                value="pin"
                                size="xs"
                                variant="default"
                                loading={busy}
                              >
                                Pin
                              </Button>
                            </Group>
                          </Form>
                        )}
                      </Table.Td>
                    )}
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  )
}

/** What changed between the last good day and the incident. */
export function VersionChanges({
  from,
  to,
  changes,
}: {
  from: string
  to: string
  changes: (VersionChange & { lines: RedlinePart[] | null })[]
}) {
  const format = useFormat()
  return (
    <Section title="What changed between">
      <Form method="get">
        <Group gap="xs" align="flex-end">
          <TextInput
            type="datetime-local"
            name="from"
            label="Last known to be good (UTC)"
            defaultValue={from.slice(0, 16)}
          />
          <TextInput
            type="datetime-local"
            name="to"
            label="The incident, or now (UTC)"
            defaultValue={to.slice(0, 16)}
          />
          <Button type="submit" variant="default">
            Show
          </Button>
        </Group>
      </Form>
      {changes.length === 0 ? (
        <Text mt="xs">Nothing changed between these two moments.</Text>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change.key}>
              {versionKindTitles[change.kind]} {change.name}: {change.before?.version ?? 'not there'} →{' '}
              <b>{change.after?.version ?? 'gone'}</b>
              {change.at && `, ${format.moment(change.at)}`}
              {change.after && `, ${change.after.registeredBy}`}
              {change.after?.note && `. ${change.after.note}`}
              {change.lines && <Lines parts={change.lines} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What changed in the content: new lines underlined, old ones struck out. */
function Lines({ parts }: { parts: RedlinePart[] }) {
  return (
    <details open>
      <summary>What it says now</summary>
      <pre className={classes.lines}>
        {parts.map((part, i) => {
          const key = `${i} ${part.kind}`
          if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
          if (part.kind === 'removed') return <del key={key}>{part.text}</del>
          return <span key={key}>{part.text}</span>
        })}
      </pre>
    </details>
  )
}

interface Safe extends InUse {
  safeSets: { id: string; versionIds: string[]; note: string; markedBy: string; markedAt: string }[]
}

/** Sets known to be safe together, and the way back to each. */
export function SafeSets({ safeSets, versions, inUse, mayGovern }: Safe) {
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  const nameOf = (id: string) => {
    const version = versions.find((v) => v.id === id)
    return version ? `${version.name} ${version.version}` : id
  }
  const running = inUse.map((v) => v.id)
  return (
    <Section title="Known to be safe">
      {safeSets.length === 0 && (
        <Empty>No set is marked. Mark what runs now once it has proved itself.</Empty>
      )}
      {safeSets.map((set) => (
        <div key={set.id}>
          <Text>
            {format.moment(set.markedAt)}, {set.markedBy}: {set.versionIds.map(nameOf).join(', ')}
            {set.note && ` (${set.note})`}
          </Text>
          {mayGovern && !set.versionIds.every((id) => running.includes(id)) && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="set" value={set.id} />
              <Group gap="xs">
                <TextInput name="why" size="xs" placeholder="Why" aria-label="Why roll back" />
                <Button type="submit" name="do" value="roll_back" size="xs" color="red" loading={busy}>
                  Roll back to this set
                </Button>
              </Group>
            </Form>
          )}
        </div>
      ))}
      {mayGovern && inUse.length > 0 && (
        <Form method="post" preventScrollReset>
          <Group gap="xs" mt="sm" align="flex-end">
            <TextInput name="note" label="Why it is known to be safe" style={{ flex: 1 }} />
            <Button type="submit" name="do" value="safe" variant="default" loading={busy}>
              Mark what runs now
            </Button>
          </Group>
        </Form>
      )}
    </Section>
  )
}

/** Registers a version by hand; pipelines use the API. */
export function RegisterVersion() {
  const busy = useNavigation().state !== 'idle'
  return (
    <Section title="Register a version">
      <Form method="post" preventScrollReset>
        <Group gap="xs" align="flex-end">
          <NativeSelect
            name="kind"
            label="Kind"
            data={Object.entries(versionKindTitles).map(([value, label]) => ({ value, label }))}
          />
          <TextInput name="name" label="Name" required />
          <TextInput name="version" label="Version" required />
          <TextInput
            name="hash"
            label="Hash"
            description="taken from the content when empty"
            style={{ flex: 1 }}
          />
        </Group>
        <Textarea name="content" label="Content" autosize minRows={2} mt="xs" />
        <Group gap="xs" align="flex-end" mt="xs">
          <TextInput name="note" label="What changed" style={{ flex: 1 }} />
          <Button type="submit" name="do" value="register" loading={busy}>
            Register and use
          </Button>
        </Group>
      </Form>
    </Section>
  )
}
