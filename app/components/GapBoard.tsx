import { Button, NativeSelect, Table, TextInput } from '@mantine/core'
import { Form, useLocation, useNavigation } from '@remix-run/react'
import { Fragment } from 'react'
import { useFormat } from './format.ts'
import classes from './GapBoard.module.css'
import { GapFilters, type GapFiltersProps } from './GapFilters.tsx'
import { GapRow, type GapRowView } from './GapRow.tsx'
import { ListPager, type ListPlace } from './ListPager.tsx'
import { Empty } from './Page.tsx'
import { useRowKeys } from './row-keys.ts'
import { Text } from './Words.tsx'

interface Props extends GapFiltersProps {
  /** Each with how many gaps it has on all pages. */
  groups: { heading: string; count: number; gaps: GapRowView[] }[]
  total: number
  place: ListPlace
  mayWork: boolean
  me: string
  /** What the last change of several gaps came to. */
  message?: string
  /** "refund-assistant/liability_cap" */
  inHand: string
}

/** The table of gaps with its filters, and the ticked ones given to somebody at once. */
export function GapBoard(props: Props) {
  const { groups, place, total, mayWork, message, choices, me, inHand, search } = props
  const busy = useNavigation().state !== 'idle'
  const location = useLocation()
  const { number } = useFormat()
  const { ref, keys } = useRowKeys()
  const rows = groups.flatMap((group) => group.gaps)
  return (
    <div>
      <GapFilters search={search} choices={choices} />
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {message ? `${message} ` : ''}
        {number(place.total)} of {number(total)} gaps. <span data-screen-only>Keys: {keys}.</span>
      </Text>
      {rows.length === 0 ? (
        <Empty>
          {total === 0
            ? 'No open gap: every requirement of the playbook is met by what was read.'
            : 'No gap fits these filters. Gaps whose risk was accepted show under Status: Accepted.'}
        </Empty>
      ) : (
        <Form method="post" action={`/gaps${location.search}`} preventScrollReset>
          <Table ref={ref} verticalSpacing={6} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                {mayWork && (
                  <Table.Th w={32} data-screen-only>
                    {'\u00a0'}
                  </Table.Th>
                )}
                <Table.Th w={96}>Severity</Table.Th>
                <Table.Th>Gap</Table.Th>
                <Table.Th w={170} className={classes.wide}>
                  Deployment
                </Table.Th>
                <Table.Th w={140} className={classes.wide}>
                  Owner
                </Table.Th>
                <Table.Th w={110}>Due</Table.Th>
                <Table.Th w={110}>Status</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {groups.map(({ heading, count, gaps }) => (
                <Fragment key={heading}>
                  {(groups.length > 1 || search.by !== 'severity') && (
                    <Table.Tr>
                      <Table.Th colSpan={mayWork ? 7 : 6} className={classes.heading} scope="rowgroup">
                        {search.by === 'due' ? <DueHeading day={heading} /> : heading} ({number(count)})
                      </Table.Th>
                    </Table.Tr>
                  )}
                  {gaps.map((gap) => (
                    <GapRow key={`${gap.deployment?.slug}/${gap.rule}`} {...{ gap, mayWork, inHand }} />
                  ))}
                </Fragment>
              ))}
            </Table.Tbody>
          </Table>
          {mayWork && (
            <div className={classes.bulk}>
              <TextInput name="owner" label="Give the ticked gaps to" size="xs" list="gap-owners" w={190} />
              <datalist id="gap-owners">
                {[...new Set([me, ...choices.owner])].map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
              <TextInput type="date" name="dueOn" label="Due" size="xs" w={140} />
              <NativeSelect
                name="status"
                label="Status"
                size="xs"
                data={[
                  { value: '', label: 'as it is' },
                  { value: 'open', label: 'Open' },
                  { value: 'negotiating', label: 'Negotiating' },
                ]}
              />
              <Button type="submit" size="xs" loading={busy}>
                Apply
              </Button>
            </div>
          )}
        </Form>
      )}
      <ListPager place={place} />
    </div>
  )
}

function DueHeading({ day }: { day: string }) {
  const { date } = useFormat()
  return <>{/^\d/.test(day) ? date(day) : day}</>
}
