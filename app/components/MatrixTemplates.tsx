import { Button, Group } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { Text } from './Words.tsx'

interface Props {
  templates: { id: string; title: string; describes: string; fills: number }[]
}

/** Proposals for kinds of deployments; they fill what nobody carries and leave the rest. */
export function MatrixTemplates({ templates }: Props) {
  const busy = useNavigation().state !== 'idle'
  const useful = templates.filter(({ fills }) => fills > 0)
  if (useful.length === 0) return null
  return (
    <details>
      <summary>Fill what nobody carries from a template</summary>
      {useful.map(({ id, title, describes, fills }) => (
        <Form key={id} method="post" preventScrollReset>
          <input type="hidden" name="template" value={id} />
          <Group gap="xs" my={4}>
            <Button
              type="submit"
              name="verdict"
              value="template"
              size="compact-xs"
              variant="default"
              loading={busy}
            >
              {title}
            </Button>
            <Text size="sm" c="dimmed">
              {describes} It decides {fills} {fills === 1 ? 'area' : 'areas'}, in your name; each can be
              undone.
            </Text>
          </Group>
        </Form>
      ))}
    </details>
  )
}
