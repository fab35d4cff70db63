import { Anchor, Button, Group, Text, TextInput } from '@mantine/core'
import { Form, Link, useSearchParams } from '@remix-run/react'

export interface ListPlace {
  /** What the rows' names must contain; empty for all. */
  q: string
  /** From 1. */
  page: number
  /** Rows that fit, on all pages. */
  total: number
  pageSize: number
}

/** Looks for a name in a long list; left out while everything is on one page. */
export function ListFilter({ place, label }: { place: ListPlace; label: string }) {
  if (place.total <= place.pageSize && !place.q) return null
  return (
    <Form method="get" role="search">
      <Group gap="xs" align="flex-end" mb="sm">
        <TextInput
          key={place.q}
          name="q"
          type="search"
          label={label}
          defaultValue={place.q}
          style={{ flex: '0 1 24rem' }}
        />
        <Button type="submit" variant="default">
          Show
        </Button>
      </Group>
    </Form>
  )
}

/** Below a long list: which rows these are, and the way to the others. */
export function ListPager({ place: { page, total, pageSize } }: { place: ListPlace }) {
  const [search] = useSearchParams()
  if (total <= pageSize) return null
  const to = (number: number) => {
    const next = new URLSearchParams(search)
    next.set('page', String(number))
    return `?${next}`
  }
  const first = (page - 1) * pageSize + 1
  return (
    <Group component="nav" aria-label="Pages of this list" gap="md" mt="md">
      <Text size="sm" c="dimmed">
        {first} to {Math.min(total, page * pageSize)} of {total}
      </Text>
      {page > 1 && (
        <Anchor component={Link} to={to(page - 1)}>
          Before
        </Anchor>
      )}
      {page * pageSize < total && (
        <Anchor component={Link} to={to(page + 1)}>
          Next
        </Anchor>
      )}
    </Group>
  )
}
