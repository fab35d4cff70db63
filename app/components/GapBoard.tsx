import { Button, Checkbox, NativeSelect, Table, Text, TextInput } from '@mantine/core'
import { Form, Link, useLocation, useNavigation, useSubmit } from '@remix-run/react'
import { Fragment } from 'react'
import { gapStatusTitles } from '#domain/register/gap-work.ts'
import { useFormat } from './format.ts'
import classes from './GapBoard.module.css'
import { Empty } from './Page.tsx'
import type { GapView } from './policy-view.ts'
import { useRowKeys } from './row-keys.ts'
import { SeveritySign } from './Signs.tsx'

export type GapRow = Pick<GapView, 'rule' | 'title' | 'severity' | 'found' | 'deployment' | 'vendor' | 'work'>

interface Props {
  search: {
    by: string
    severity: string
    status: string
    deployment: string
    vendor: string
    owner: string
    q: string
  }
  groups: { heading: string; gaps: GapRow[] }[]
  choices: { deployment: string[]; vendor: string[]; owner: string[] }
  total: number
  count: number
  shown: number
  mayWork: boolean
  me: string
  /** What the last change of several gaps came to. */
  message?: string
  /** "refund-assistant/liability_cap" */
  inHand: string
}

const groupings = {
  severity: 'Severity',
  deployment: 'Deployment',
  rule: 'Requirement',
  vendor: 'Vendor',
  owner: 'Owner',
  status: 'Status',
  due: 'Due date',
}

/** The table of gaps with its filters, and the ticked ones given to somebody at once. */
export function GapBoard(props: Props) {
  const { groups, count, shown, total, mayWork, message, choices, me, inHand, search } = props
  const busy = useNavigation().state !== 'idle'
  const location = useLocation()
  const { ref, keys } = useRowKeys()
  const rows = groups.flatMap((group) => group.gaps)
  return (
    <div>
      <Filters search={search} choices={choices} />
      <Text size="sm" c="dimmed" mb="xs" role="status">
        {message ? `${message} ` : ''}
        {count} of {total} gaps
        {shown < count && `, the first ${shown} shown: narrow it with the filters`}. Keys: {keys}.
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
                {mayWork && <Table.Th w={32}>{'\u00a0'}</Table.Th>}
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
              {groups.map(({ heading, gaps }) => (
                <Fragment key={heading}>
                  {(groups.length > 1 || search.by !== 'severity') && (
                    <Table.Tr>
                      <Table.Th colSpan={mayWork ? 7 : 6} className={classes.heading} scope="rowgroup">
                        {search.by === 'due' ? <DueHeading day={heading} /> : heading} ({gaps.length})
                      </Table.Th>
                    </Table.Tr>
                  )}
                  {gaps.map((gap) => (
                    <Row key={`${gap.deployment?.slug}/${gap.rule}`} {...{ gap, mayWork, inHand }} />
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
    </div>
  )
}

function DueHeading({ day }: { day: string }) {
  const { date } = useFormat()
  return <>{/^\d/.test(day) ? date(day) : day}</>
}

function Row({ gap, mayWork, inHand }: { gap: GapRow; mayWork: boolean; inHand: string }) {
  const { date } = useFormat()
  const { search } = useLocation()
  const address = `${gap.deployment?.slug}/${gap.rule}`
  const { work } = gap
  return (
    <Table.Tr className={classes.row} data-in-hand={address === inHand || undefined}>
      {mayWork && (
        <Table.Td>
          <Checkbox
            name="gap"
            value={address}
            size="xs"
            aria-label={`Tick ${gap.title}, ${gap.deployment?.name}`}
          />
        </Table.Td>
      )}
      <Table.Td>
        <SeveritySign severity={gap.severity} />
      </Table.Td>
      <Table.Td>
        <Link to={`/gaps/${address}${search}`} data-row preventScrollReset>
          {gap.title}
        </Link>
        <Text size="sm" c="dimmed" className={classes.found} title={gap.found}>
          {gap.found}
        </Text>
        {work?.note && (
          <Text size="sm" c="var(--high)">
            {work.note}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes.wide}>{gap.deployment?.name}</Table.Td>
      <Table.Td className={classes.wide}>{work?.owner ?? '–'}</Table.Td>
      <Table.Td>
        {work?.dueOn && (
          <Text span c={work.overdue ? 'var(--critical)' : undefined}>
            {date(work.dueOn)}
            {work.overdue && ' (past)'}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{gapStatusTitles[work?.status ?? 'open']}</Table.Td>
    </Table.Tr>
  )
}

function Filters({ search, choices }: Pick<Props, 'search' | 'choices'>) {
  const submit = useSubmit()
  const select = (name: keyof Props['search'], label: string, data: { value: string; label: string }[]) => (
    <NativeSelect name={name} label={label} size="xs" defaultValue={search[name]} data={data} />
  )
  const named = (values: string[]) => [
    { value: '', label: 'Any' },
    ...values.map((value) => ({ value, label: value })),
  ]
  return (
    <Form
      method="get"
      action="/gaps"
      className={classes.filters}
      onChange={(event) => {
        if (!(event.target instanceof HTMLInputElement)) submit(event.currentTarget)
      }}
    >
      {select(
        'by',
        'Group by',
        Object.entries(groupings).map(([value, label]) => ({ value, label })),
      )}
      {select('severity', 'Severity', [
        { value: '', label: 'Any' },
        ...['critical', 'high', 'medium', 'low'].map((value) => ({
          value,
          label: value.charAt(0).toUpperCase() + value.slice(1),
        })),
      ])}
      {select('status', 'Status', [
        { value: '', label: 'Not accepted' },
        { value: 'open', label: 'Open' },
        { value: 'negotiating', label: 'Negotiating' },
        { value: 'accepted', label: 'Accepted' },
        { value: 'all', label: 'All' },
      ])}
      {select('deployment', 'Deployment', named(choices.deployment))}
      {select('vendor', 'Vendor', named(choices.vendor))}
      {select('owner', 'Owner', [
        { value: '', label: 'Any' },
        { value: '-', label: 'Nobody' },
        ...choices.owner.map((value) => ({ value, label: value })),
      ])}
      <TextInput name="q" label="Words" size="xs" defaultValue={search.q} w={130} />
      <Button type="submit" size="xs" variant="default">
        Show
      </Button>
    </Form>
  )
}
