import { Button, Group, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { Anchor, Text } from '../Words.tsx'
import type { WatchView } from './search-view.ts'

interface Props {
  question: string
  /** The list that watches this question already. */
  watched?: WatchView
  error?: string
}

/** Keeps the question as a watch list: its count then stands on the home screen. */
export function WatchForm({ question, watched, error }: Props) {
  const busy = useNavigation().state === 'submitting'
  if (watched)
    return (
      <Form method="post">
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            Watched as “{watched.name}” on the{' '}
            <Anchor to="/" inherit>
              home screen
            </Anchor>
            .
          </Text>
          <input type="hidden" name="id" value={watched.id} />
          <Button
            type="submit"
            name="verdict"
            value="forget"
            size="compact-xs"
            variant="default"
            loading={busy}
          >
            Stop watching
          </Button>
        </Group>
      </Form>
    )
  return (
    <Form method="post">
      <input type="hidden" name="query" value={question} />
      <Group gap="xs" align="flex-start">
        <TextInput
          name="name"
          size="xs"
          aria-label="Name of the watch list"
          placeholder="Name, like Low caps"
          maxLength={100}
          required
          error={error}
        />
        <Button type="submit" name="verdict" value="watch" size="xs" variant="default" loading={busy}>
          Watch this question
        </Button>
      </Group>
    </Form>
  )
}
