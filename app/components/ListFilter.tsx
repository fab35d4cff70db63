import { Button, Group, NativeSelect } from '@mantine/core'
import { Form, useLocation } from '@remix-run/react'
import { useFormat } from './format.ts'
import type { VendorChoices } from './paper-choice.ts'
import { VendorNameField } from './VendorNameField.tsx'
import { Anchor, Text } from './Words.tsx'

export interface FilterChoice {
  name: string
  label: string
  value: string
  options: { value: string; label: string }[]
  /** In a register of many vendors: names are typed, and looked up. */
  vendors?: VendorChoices
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
  const { number } = useFormat()
  if (choices.length === 0) return null
  return (
    <Form method="get" key={search} role="search">
      <Group gap="xs" align="flex-end" mb="sm">
        {choices.map(({ name, label, value, options, vendors }) => {
          const field = { name, label, size: 'xs' }
          return vendors ? (
            <VendorNameField
              key={name}
              {...field}
              placeholder={options[0]?.label}
              defaultValue={vendors.vendors[0]?.title ?? value}
              choices={vendors}
            />
          ) : (
            <NativeSelect key={name} {...field} defaultValue={value} data={options} />
          )
        })}
        <Button type="submit" size="xs" variant="default">
          Show
        </Button>
        {shown < total && (
          <Text size="sm" c="dimmed">
            {number(shown)} of {number(total)}.{' '}
            <Anchor to={pathname} inherit>
              Show all
            </Anchor>
          </Text>
        )}
      </Group>
    </Form>
  )
}
