import { Table, Title } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import type { ControlRules } from '#domain/governance/controls.ts'
import { Phase } from '#domain/governance/launch.ts'
import type { LoggingRules } from '#domain/governance/logging.ts'
import type { GovernanceRules } from '#domain/governance/rules.ts'
import { type Seat, seatTitles } from '#domain/governance/sign-offs.ts'
import { type RiskClass, riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import classes from '../PolicyTables.module.css'
import { Text } from '../Words.tsx'
import { type Editing, FormRow, Words } from './Editable.tsx'

/** A table of the rules with its heads; wide ones scroll in themselves. */
function RuleTable({ heads, children }: { heads: string[]; children: ReactNode }) {
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing={6} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** A rule in a table: its first words open its form while the rules are edited. */
function RuleRow(props: {
  target: string
  title: string
  /** What the form is called for who can't see where it stands; the title unless given. */
  label?: string
  cells: ReactNode[]
  editing?: Editing
}) {
  const { target, title, label, cells, editing } = props
  return (
    <>
      <Table.Tr>
        <Table.Td fw={550}>
          <Words target={target} editing={editing} label={label ?? title}>
            {title}
          </Words>
        </Table.Td>
        {cells.map((cell, i) => (
          <Table.Td key={i}>{cell}</Table.Td>
        ))}
      </Table.Tr>
      <FormRow columns={cells.length + 1} editing={editing} targets={[target]} />
    </>
  )
}

/** Rows under the class from which they hold, the mildest first. */
function ByClass<T extends { id: string; from: RiskClass }>(props: {
  rows: T[]
  columns: number
  children(row: T): ReactNode
}) {
  return riskClasses.map((riskClass) => {
    const own = props.rows.filter((row) => row.from === riskClass)
    if (own.length === 0) return null
    return (
      <Fragment key={riskClass}>
        <Table.Tr>
          <Table.Th colSpan={props.columns} scope="rowgroup">
            From {riskClassTitles[riskClass]} on
          </Table.Th>
        </Table.Tr>
        {own.map((row) => (
          <Fragment key={row.id}>{props.children(row)}</Fragment>
        ))}
      </Fragment>
    )
  })
}

/** The minimum set of controls of each class; a class needs its own and those of every milder one. */
export function ControlTable({ controls, editing }: { controls: ControlRules; editing?: Editing }) {
  const heads = ['Control', 'What it does', 'Shown by', 'Evidence holds']
  return (
    <RuleTable heads={heads}>
      <ByClass rows={controls.controls} columns={heads.length}>
        {({ id, title, describes, shownBy, log, months }) => (
          <RuleRow
            target={`control.${id}`}
            title={title}
            editing={editing}
            cells={[
              describes,
              <>
                {shownBy}
                {log.length > 0 && (
                  <Text size="xs" c="dimmed">
                    A checked log sample counts, too.
                  </Text>
                )}
              </>,
              `${months} months`,
            ]}
          />
        )}
      </ByClass>
    </RuleTable>
  )
}

/** Fields that must be logged, by class, and how long the log is kept. */
export function LogTable({ logging, editing }: { logging: LoggingRules; editing?: Editing }) {
  const heads = ['Field', 'Where it stands in a line', 'Empty']
  const classHeads = ['Class', 'Kept at most', 'Read by', 'Afterwards']
  return (
    <>
      <RuleTable heads={heads}>
        <ByClass rows={logging.fields} columns={heads.length}>
          {({ id, title, path, mayBeEmpty }) => (
            <RuleRow
              target={`field.${id}`}
              title={title}
              editing={editing}
              cells={[<code key="path">{path}</code>, mayBeEmpty ? 'may be, not absent' : 'never']}
            />
          )}
        </ByClass>
      </RuleTable>
      <Title order={3} size="h4" mt="lg">
        How long, and who reads it
      </Title>
      <RuleTable heads={classHeads}>
        {riskClasses.map((riskClass) => {
          const { keepDays, readers, afterwards } = logging.classes[riskClass]
          return (
            <RuleRow
              key={riskClass}
              target={`log_class.${riskClass}`}
              title={riskClassTitles[riskClass]}
              label={`log of class ${riskClassTitles[riskClass]}`}
              editing={editing}
              cells={[`${keepDays} days`, readers, afterwards]}
            />
          )
        })}
      </RuleTable>
    </>
  )
}

export const phaseTitles: Record<Phase, string> = { before: 'Before', during: 'During', after: 'After' }

const seated = (seats: Seat[]) => seats.map((seat) => seatTitles[seat]).join(', ')

/** The launch checklist, and who signs what by class. */
export function LaunchTable({ governance, editing }: { governance: GovernanceRules; editing?: Editing }) {
  const { checklists, controls } = governance
  const heads = ['Item', 'What is to be found', 'Ticked by']
  const seatHeads = ['Class', 'Approve the class', 'Sign the launch', 'Sign that it is taken up again']
  return (
    <>
      <RuleTable heads={heads}>
        {Phase.options.map((phase) => (
          <Fragment key={phase}>
            <Table.Tr>
              <Table.Th colSpan={heads.length} scope="rowgroup">
                {phaseTitles[phase]} the launch
              </Table.Th>
            </Table.Tr>
            {checklists.items
              .filter((item) => item.phase === phase)
              .map(({ id, title, how, check }) => (
                <RuleRow
                  key={id}
                  target={`item.${id}`}
                  title={title}
                  editing={editing}
                  cells={[how, check ? 'the register' : 'a person']}
                />
              ))}
          </Fragment>
        ))}
      </RuleTable>
      <Title order={3} size="h4" mt="lg">
        Who signs
      </Title>
      <Text size="sm" c="dimmed">
        Critical harm needs {seated(controls.criticalHarm.seats)} besides, whatever the class:{' '}
        {[...new Set(controls.criticalHarm.answers.map((answer) => answer.harm))].join(', ')}. A class below
        what the answers force needs {seated(controls.exceptionSeats)} besides.
      </Text>
      <RuleTable heads={seatHeads}>
        {riskClasses.map((riskClass) => (
          <RuleRow
            key={riskClass}
            target={`seats.${riskClass}`}
            title={riskClassTitles[riskClass]}
            label={`sign-offs of class ${riskClassTitles[riskClass]}`}
            editing={editing}
            cells={[
              seated(controls.approvals[riskClass]),
              seated(checklists.seats[riskClass]),
              seated(checklists.resumeSeats[riskClass]),
            ]}
          />
        ))}
      </RuleTable>
    </>
  )
}
