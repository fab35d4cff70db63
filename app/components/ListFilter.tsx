import { Button, Group, NativeSelect } from '@mantine/core'
import { Form, useLocation } from '@remix-run/react'
import { Anchor, Text } from './Words.tsx'

export interface FilterChoice {
  name: string
  label: string
  value: string
  options: { value: string; label: string }[]
}

/** Narrows a list: a form whose answer is an address, so that a link shows a colleague the same. */
export function ListFilter({
  choices,
  shown,
  total,
}: {
  choices: FilterChoice[]
  shown: number
  total: number
}) {
  const { pathname, search } = useLocation()
  if (choices.length === 0) return null
  return (
    <Form method="get" key={search} role="search">
      <Group gap="xs" align="flex-end" mb="sm">
        {choices.map(({ name, label, value, options }) => (
          <NativeSelect key={name} name={name} label={label} size="xs" defaultValue={value} data={options} />
        ))}
        <Button type="submit" size="xs" variant="default">
          Show
        </Button>
        {shown < total && (
          <Text size="sm" c="dimmed">
            {shown} of {total}.{' '}
            <Anchor to={pathname} inherit>
              Show all
            </Anchor>
          </Text>
        )}
      </Group>
    </Form>
  )
}
