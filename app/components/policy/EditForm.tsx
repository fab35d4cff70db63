import { Button, Group, Stack } from '@mantine/core'
import { Form, Link, useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Text } from '../Words.tsx'

interface FormProps {
  /** Hidden fields that say which part is changed. */
  of: Record<string, string>
  error?: string
  cancel: string
  /** Buttons beside Save. */
  more?: ReactNode
  children: ReactNode
}

/** A form that posts one change of the draft; its first field has the focus when it opens. */
export function EditForm({ of, error, cancel, more, children }: FormProps) {
  const busy = useNavigation().state !== 'idle'
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  }, [])
  return (
    <Form ref={form} method="post" preventScrollReset>
      {Object.entries(of).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Stack gap="xs" maw={900} py="xs">
        {children}
        {error && (
          <Text c="var(--critical)" role="alert">
            {error}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={busy}>
            Save in the draft
          </Button>
          {more}
          <Button component={Link} to={cancel} size="xs" variant="default" preventScrollReset>
            Close
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}

/** What every form of the draft is given: why the last try failed, and the address without the form. */
export interface Shared {
  error?: string
  cancel: string
}
