import { Button, Group, Stack, Textarea } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { PolicyChange } from '#domain/policy/policy-changes.ts'
import { Section } from './Page.tsx'
import { PolicyChangeList, PolicyEffect } from './PolicyChangeList.tsx'
import type { DeploymentEffect } from './policy-view.ts'
import { Text } from './Words.tsx'

interface Props {
  changes: PolicyChange[]
  effects: DeploymentEffect[]
  revision: number
  note: string
  /** Whether the person in front of it may publish, and who else could. */
  who?: { may: boolean; alone: boolean; others: string[] }
  mayPublish: boolean
  refused: string | null
}

/** What the draft changes, what that does, and the way to publish it. */
export function DraftSummary({ changes, effects, revision, note, who, mayPublish, refused }: Props) {
  const busy = useNavigation().state !== 'idle'
  if (changes.length === 0)
    return <Text c="dimmed">The draft says what the rules in force say. There is nothing to publish.</Text>
  return (
    <>
      <Section title="What publishing does">
        <PolicyEffect effects={effects} />
        {mayPublish && who?.may && (
          <Form method="post" action="/playbook/publish">
            <input type="hidden" name="revision" value={revision} />
            <Stack gap="xs" maw={620} mt="sm">
              <Textarea name="note" label="What it changes and why" required autosize defaultValue={note} />
              {who.alone && (
                <Textarea
                  name="aloneReason"
                  label="Why it goes out without a second person"
                  description="You drafted it, and nobody else here may publish. Invite a second person under Settings, or say why not; the reason stays with the version."
                  required
                  autosize
                />
              )}
              {refused && (
                <Text c="var(--critical)" role="alert">
                  {refused}
                </Text>
              )}
              <Group>
                <Button type="submit" loading={busy}>
                  Publish
                </Button>
              </Group>
            </Stack>
          </Form>
        )}
        {who && !who.may && (
          <Text mt="xs">
            You drafted this, so somebody else publishes it: {who.others.join(' or ')}. Send them the address
            of this page.
          </Text>
        )}
      </Section>
      <Section
        title="What differs"
        aside={`${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`}
      >
        <PolicyChangeList changes={changes} />
      </Section>
    </>
  )
}
