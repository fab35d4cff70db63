import { Button, Group, NumberInput } from '@mantine/core'
import { Form, useLocation, useNavigate, useNavigation, useSearchParams } from '@remix-run/react'
import { useFormat } from './format.ts'
import { Key } from './review/Key.tsx'
import { useKeys } from './review/use-keys.ts'
import { Anchor, Text } from './Words.tsx'

export interface ListPlace {
  /** From 1. */
  page: number
  /** Rows that fit, on all pages. */
  total: number
  pageSize: number
}

/**
 * Below a long list: which rows these are, how many there are, and the way to the others, with keys, too. The page stands in the
 * address, which keeps all else that it says.
 */
export function ListPager({ place: { page, total, pageSize } }: { place: ListPlace }) {
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const { number } = useFormat()
  const last = Math.max(1, Math.ceil(total / pageSize))
  const to = (page: number) => {
    const next = new URLSearchParams(search)
    next.set('page', String(page))
    return `${pathname}?${next}`
  }
  const go = (page: number) => page >= 1 && page <= last && navigate(to(page))
  // Pressed twice, a key goes two pages on, whether the first has come or not.
  const coming = useNavigation().location
  const from =
    coming?.pathname === pathname ? Number(new URLSearchParams(coming.search).get('page')) || 1 : page
  useKeys([
    ['n', () => go(from + 1)],
    ['p', () => go(from - 1)],
  ])
  if (total <= pageSize) return null
  return (
    <Group component="nav" aria-label="Pages of this list" gap="md" mt="md" data-screen-only>
      <Text size="sm" c="dimmed">
        {number((page - 1) * pageSize + 1)} to {number(Math.min(total, page * pageSize))} of {number(total)}
      </Text>
      {page > 1 && (
        <>
          <Anchor to={to(1)}>First</Anchor>
          <span>
            <Anchor to={to(page - 1)} rel="prev">
              Previous
            </Anchor>
            <Key letter="p" />
          </span>
        </>
      )}
      {page < last && (
        <>
          <span>
            <Anchor to={to(page + 1)} rel="next">
              Next
            </Anchor>
            <Key letter="n" />
          </span>
          <Anchor to={to(last)}>Last</Anchor>
        </>
      )}
      {last > 2 && (
        <Form method="get" action={pathname} key={page}>
          {[...search].map(
            ([name, value]) =>
              name !== 'page' && <input key={`${name} ${value}`} type="hidden" name={name} value={value} />,
          )}
          <Group gap={6}>
            <NumberInput
              name="page"
              aria-label={`Page, of ${last}`}
              size="xs"
              w={80}
              min={1}
              max={last}
              allowDecimal={false}
              defaultValue={page}
            />
            <Text size="sm" c="dimmed">
              of {number(last)}
            </Text>
            <Button type="submit" size="xs" variant="default">
              Go
            </Button>
          </Group>
        </Form>
      )}
    </Group>
  )
}
