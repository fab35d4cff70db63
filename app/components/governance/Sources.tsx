import { Button, Group, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { SourceState } from '#domain/governance/reviewers.ts'
import { useFormat } from '../format.ts'
import { Text } from '../Words.tsx'
import { Item, Mark } from './Mark.tsx'

/** Knowledge sources with owner, version and review; stale ones first said so. */
export function Sources({ sources, mayGovern }: { sources: SourceState[]; mayGovern: boolean }) {
  const format = useFormat()
  const busy = useNavigation().state !== 'idle'
  return sources.map((source) => (
    <Item
      key={source.id}
      mark={
        <Mark ok={source.problems.length === 0 ? 'yes' : 'no'}>
          {source.problems.length === 0 ? 'In order' : 'Look at it'}
        </Mark>
      }
      head={
        <>
          <Text component="span" fw={550}>
            {source.title}
          </Text>
          {`, version ${source.version}`}
          {source.owner && ` · ${source.owner}`}
        </>
      }
    >
      <Text size="sm" c="dimmed">
        Reviewed {format.date(source.reviewedOn)}, again by {format.date(source.dueOn)}.{' '}
        {source.problems.join(' ')}
      </Text>
      {mayGovern && (
        <details>
          <summary>Reviewed, or another version</summary>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="id" value={source.id} />
            <Group gap="xs" align="flex-end">
              <TextInput
                size="xs"
                name="title"
                label="Source"
                defaultValue={source.title}
                style={{ flex: 1 }}
              />
              <TextInput size="xs" name="owner" label="Owner" defaultValue={source.owner} />
              <TextInput size="xs" name="version" label="Version" defaultValue={source.version} w={100} />
              <TextInput
                size="xs"
                type="date"
                name="reviewedOn"
                label="Reviewed on"
                defaultValue={source.reviewedOn}
              />
              <TextInput
                size="xs"
                name="reviewMonths"
                label="Again after, months"
                defaultValue={source.reviewMonths}
                w={140}
              />
              <Button type="submit" size="xs" variant="default" loading={busy}>
                Save
              </Button>
            </Group>
          </Form>
        </details>
      )}
    </Item>
  ))
}
