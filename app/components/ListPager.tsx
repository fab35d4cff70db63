import { Group } from '@mantine/core'
import { useSearchParams } from '@remix-run/react'
import { Anchor, Text } from './Words.tsx'

export interface ListPlace {
  /** From 1. */
  page: number
  /** Rows that fit, on all pages. */
  total: number
  pageSize: number
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
      {page > 1 && <Anchor to={to(page - 1)}>Before</Anchor>}
      {page * pageSize < total && <Anchor to={to(page + 1)}>Next</Anchor>}
    </Group>
  )
}
