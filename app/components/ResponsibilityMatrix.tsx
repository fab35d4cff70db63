import { Button, Group, NativeSelect, Table, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { ResponsibilityView } from './policy-view.ts'
import { Anchor, Text } from './Words.tsx'

const words = { vendor: 'Vendor', customer: 'Customer', shared: 'Shared', unallocated: 'Nobody' }
const order = { unallocated: 0, shared: 1, vendor: 2, customer: 3 }

interface Props {
  rows: ResponsibilityView[]
  /** What each vendor's papers say, where there are several. */
  vendors: {
    vendor: string
    cells: Record<string, Pick<ResponsibilityView, 'allocation' | 'clauses'>>
  }[]
  mayDecide: boolean
  problem?: { area: string; error: string }
}

/** Areas by who carries them, the unallocated first; each row opens to decide it, with a reason. */
export function ResponsibilityMatrix({ rows, vendors, mayDecide, problem }: Props) {
  const busy = useNavigation().state !== 'idle'
  const sorted = [...rows].sort((a, b) => order[a.allocation] - order[b.allocation])
  return (
    <Table.ScrollContainer minWidth={760 + 140 * vendors.length}>
      <Table verticalSpacing={8} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Area</Table.Th>
            <Table.Th w={110}>Carried by</Table.Th>
            {vendors.map(({ vendor }) => (
              <Table.Th key={vendor} w={150}>
                {vendor}
              </Table.Th>
            ))}
            <Table.Th>On what ground</Table.Th>
            <Table.Th w={90} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((row) => (
            <Table.Tr key={row.area} id={row.area} style={{ verticalAlign: 'top' }}>
              <Table.Td fw={550}>{row.title}</Table.Td>
              <Table.Td>
                <Text
                  component="span"
                  fw={550}
                  c={row.allocation === 'unallocated' ? 'var(--critical)' : undefined}
                >
                  {row.allocation === 'unallocated' && <span aria-hidden>◆ </span>}
                  {words[row.allocation]}
                </Text>
              </Table.Td>
              {vendors.map(({ vendor, cells }) => (
                <Table.Td key={vendor}>
                  <VendorCell cell={cells[row.area]} />
                </Table.Td>
              ))}
              <Table.Td>
                <Text size="sm">{row.note}</Text>
                {row.clauses.map((clause) => (
                  <Text key={clause.href} size="xs" c="dimmed">
                    <Anchor to={clause.href} inherit>
                      {clause.where}
                    </Anchor>
                  </Text>
                ))}
                {mayDecide && (
                  <details open={problem?.area === row.area || undefined}>
                    <summary>
                      <Text component="span" size="xs" c="dimmed">
                        Decide
                      </Text>
                    </summary>
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="area" value={row.area} />
                      <Group gap="xs" align="flex-end">
                        <NativeSelect
                          name="allocation"
                          label="Carried by"
                          size="xs"
                          defaultValue={row.allocation}
                          data={Object.entries(words).map(([value, label]) => ({ value, label }))}
                        />
                        <TextInput
                          name="reason"
                          label="Because"
                          size="xs"
                          style={{ flex: 1 }}
                          defaultValue={row.decided ? row.note : ''}
                          error={problem?.area === row.area && problem.error}
                        />
                        <Button type="submit" name="verdict" value="decide" size="xs" loading={busy}>
                          Save
                        </Button>
                      </Group>
                    </Form>
                  </details>
                )}
              </Table.Td>
              <Table.Td>
                {mayDecide && row.decided && (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="area" value={row.area} />
                    <Button type="submit" name="verdict" value="contract" size="compact-xs" variant="default">
                      Undo
                    </Button>
                  </Form>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** What one vendor's papers say of an area, and where. */
function VendorCell({ cell }: { cell?: Pick<ResponsibilityView, 'allocation' | 'clauses'> }) {
  if (!cell || cell.allocation === 'unallocated')
    return (
      <Text size="sm" c="dimmed">
        says nothing
      </Text>
    )
  return (
    <>
      <Text size="sm">{words[cell.allocation]}</Text>
      {cell.clauses.slice(0, 2).map((clause) => (
        <Text key={clause.href} size="xs" c="dimmed">
          <Anchor to={clause.href} inherit>
            {clause.where}
          </Anchor>
        </Text>
      ))}
    </>
  )
}
