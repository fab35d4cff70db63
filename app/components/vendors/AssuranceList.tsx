import { Button, List, Table } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { useFormat } from '../format.ts'
import { Empty } from '../Page.tsx'
import { Anchor, Text } from '../Words.tsx'

interface Held {
  id: string
  title: string
  expiresOn: string
  note: string
  fileName: string | null
  recordedBy: string
  state: string
}

const states: Record<string, string> = {
  counts: '● Counts',
  expired: '◆ Expired',
  replaced: 'A newer one counts',
}

/** Reports and certificates with the day until which each is good. */
export function AssuranceList({ slug, held, mayKeep }: { slug: string; held: Held[]; mayKeep: boolean }) {
  const { date } = useFormat()
  const busy = useNavigation().state !== 'idle'
  if (held.length === 0) return <Empty>No report or certificate is recorded yet.</Empty>
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th w={130}>Good until</Table.Th>
            <Table.Th w={160}>State</Table.Th>
            <Table.Th>Recorded by</Table.Th>
            {mayKeep && (
              <Table.Th w={110}>
                <span hidden>Withdraw</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {held.map((one) => (
            <Table.Tr key={one.id} style={{ verticalAlign: 'top' }}>
              <Table.Td>
                {one.fileName ? (
                  <Anchor href={`/vendors/${slug}/assurance/${one.id}`} inherit fw={550}>
                    {one.title}
                  </Anchor>
                ) : (
                  <Text component="span" inherit fw={550}>
                    {one.title}
                  </Text>
                )}
                {one.note && (
                  <Text size="sm" c="dimmed">
                    {one.note}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <time dateTime={one.expiresOn} title={one.expiresOn}>
                  {date(one.expiresOn)}
                </time>
              </Table.Td>
              <Table.Td c={one.state === 'expired' ? 'var(--critical)' : undefined}>
                {states[one.state]}
              </Table.Td>
              <Table.Td>{one.recordedBy}</Table.Td>
              {mayKeep && (
                <Table.Td>
                  <Form method="post">
                    <input type="hidden" name="id" value={one.id} />
                    <Button
                      type="submit"
                      name="do"
                      value="withdraw"
                      size="compact-xs"
                      variant="default"
                      loading={busy}
                      aria-label={`Withdraw ${one.title}`}
                    >
                      Withdraw
                    </Button>
                  </Form>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** What the vendor's papers promise and nobody has a good report or certificate of. */
export function AssurancePromised({
  promised,
}: {
  promised: { kind: string; title: string; where: string; href: string }[]
}) {
  if (promised.length === 0) return null
  return (
    <>
      <Text fw={550}>Promised in its papers, and none that is good today is here:</Text>
      <List mb="sm">
        {promised.map(({ kind, title, where, href }) => (
          <List.Item key={kind}>
            {title}: <Anchor to={href}>{where}</Anchor>
          </List.Item>
        ))}
      </List>
    </>
  )
}
