import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import type { Level, Rule } from '#domain/policy/playbook.ts'
import type { Policy } from '#domain/policy/policy.ts'
import { type RiskClass, riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import classes from './PolicyTables.module.css'
import { type Editing, FormRow, Words } from './policy/Editable.tsx'
import { ControlTable, LaunchTable, LogTable } from './policy/GovernanceTables.tsx'

export const levelWords: Record<Level, string> = {
  required: 'required',
  preferred: 'preferred',
  flag: 'flagged',
  blocks: 'blocks',
}

export const cellTarget = (rule: string, riskClass: RiskClass) => `cell.${rule}.${riskClass}`

/** Requirement by class, as a lawyer would draw it; "–" asks nothing. */
export function RequirementTable({ rules, editing }: { rules: Rule[]; editing?: Editing }) {
  return (
    <Table.ScrollContainer minWidth={900}>
      <Table verticalSpacing={8} stickyHeader className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={220}>Requirement</Table.Th>
            {riskClasses.map((riskClass) => (
              <Table.Th key={riskClass}>{riskClassTitles[riskClass]}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Fragment key={rule.id}>
              <Table.Tr id={rule.id}>
                <Table.Td>
                  <Text fw={550} component="div">
                    <Words target={`rule.${rule.id}`} editing={editing} label={rule.title}>
                      {rule.title}
                    </Words>
                  </Text>
                  <Text size="xs" c="dimmed">
                    {rule.why}
                  </Text>
                </Table.Td>
                {riskClasses.map((riskClass) => {
                  const requirement = rule.by[riskClass]
                  return (
                    <Table.Td key={riskClass}>
                      <Words
                        target={cellTarget(rule.id, riskClass)}
                        editing={editing}
                        label={`${rule.title}, ${riskClassTitles[riskClass]}`}
                      >
                        {requirement?.words ?? '–'}
                        {requirement && requirement.level !== 'required' && (
                          <span className={classes.level}>{levelWords[requirement.level]}</span>
                        )}
                      </Words>
                    </Table.Td>
                  )
                })}
              </Table.Tr>
              <FormRow
                columns={riskClasses.length + 1}
                editing={editing}
                targets={[`rule.${rule.id}`, ...riskClasses.map((c) => cellTarget(rule.id, c))]}
              />
              {!editing && (
                <Table.Tr>
                  <Table.Td colSpan={riskClasses.length + 1} pt={0}>
                    <details>
                      <summary className={classes.quiet}>Language to ask for, and what to settle for</summary>
                      <Text mt={4} maw="60rem">
                        {rule.ask}
                      </Text>
                      <Text mt={4} maw="60rem" c="dimmed">
                        Fallback: {rule.fallback}
                      </Text>
                    </details>
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** What a class adds to those below it. */
const andBelow = (riskClass: RiskClass, own: string[]) =>
  own.length === 0
    ? 'as the class below'
    : `${own.join(', ')}${riskClass === 'low' ? '' : '; and what the classes below it need'}`

/** What each class requires of us; controls and log fields are edited in tables of their own. */
export function ClassTable({ policy, editing }: { policy: Policy; editing?: Editing }) {
  const { riskMatrix, governance } = policy
  const from = (riskClass: RiskClass, all: { from: RiskClass; title: string }[]) =>
    all.filter((one) => one.from === riskClass).map((one) => one.title)
  return (
    <Table.ScrollContainer minWidth={800}>
      <Table verticalSpacing={8} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Class</Table.Th>
            <Table.Th>For example</Table.Th>
            <Table.Th>Required controls</Table.Th>
            <Table.Th>Human review</Table.Th>
            <Table.Th>Logged besides</Table.Th>
            <Table.Th>Reviewed every</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {riskClasses.map((riskClass) => {
            const { example, humanReview } = riskMatrix.classes[riskClass]
            const controls = from(riskClass, governance.controls.controls)
            const logged = from(riskClass, governance.logging.fields)
            const target = `class.${riskClass}`
            return (
              <Fragment key={riskClass}>
                <Table.Tr>
                  <Table.Td fw={550}>
                    <Words target={target} editing={editing} label={`class ${riskClassTitles[riskClass]}`}>
                      {riskClassTitles[riskClass]}
                    </Words>
                  </Table.Td>
                  <Table.Td>{example}</Table.Td>
                  <Table.Td>{andBelow(riskClass, controls)}</Table.Td>
                  <Table.Td>{humanReview}</Table.Td>
                  <Table.Td>{andBelow(riskClass, logged)}</Table.Td>
                  <Table.Td>{riskMatrix.reviewMonths[riskClass]} months</Table.Td>
                </Table.Tr>
                <FormRow columns={6} editing={editing} targets={[target]} />
              </Fragment>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Which answer asks for which class. */
export function QuestionTable({
  questions,
  editing,
}: {
  questions: Policy['riskMatrix']['questions']
  editing?: Editing
}) {
  return (
    <Table verticalSpacing={6} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Question and answer</Table.Th>
          <Table.Th w={150}>Asks for at least</Table.Th>
          <Table.Th>Because</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {questions.map((question) => (
          <Fragment key={question.id}>
            <Table.Tr>
              <Table.Th colSpan={3} scope="rowgroup">
                {question.title}
              </Table.Th>
            </Table.Tr>
            {question.options.map((option) => {
              const target = `answer.${question.id}.${option.value}`
              return (
                <Fragment key={option.value}>
                  <Table.Tr>
                    <Table.Td>
                      <Words target={target} editing={editing} label={`${question.title} ${option.label}`}>
                        {option.label}
                      </Words>
                    </Table.Td>
                    <Table.Td>{option.forces ? riskClassTitles[option.forces] : '–'}</Table.Td>
                    <Table.Td>{option.why}</Table.Td>
                  </Table.Tr>
                  <FormRow columns={3} editing={editing} targets={[target]} />
                </Fragment>
              )
            })}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** What somebody must carry, and the clauses that say who does. */
export function AreaTable({ areas, editing }: { areas: Policy['areas']; editing?: Editing }) {
  return (
    <Table verticalSpacing={6} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={200}>Area</Table.Th>
          <Table.Th>What it means</Table.Th>
          <Table.Th>When nobody has it</Table.Th>
          <Table.Th>What in a contract gives it to somebody</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {areas.map((area) => {
          const target = `area.${area.id}`
          const signals = area.signals.map((_, i) => `signal.${area.id}.${i}`)
          return (
            <Fragment key={area.id}>
              <Table.Tr>
                <Table.Td fw={550}>
                  <Words target={target} editing={editing} label={area.title}>
                    {area.title}
                  </Words>
                </Table.Td>
                <Table.Td>{area.describes}</Table.Td>
                <Table.Td>{area.ifUnallocated}</Table.Td>
                <Table.Td>
                  {area.signals.map((signal, i) => (
                    <Words
                      key={signals[i]}
                      target={signals[i] ?? ''}
                      editing={editing}
                      label={`${area.title}: ${signal.note}`}
                    >
                      {signal.note} → {signal.to}
                    </Words>
                  ))}
                </Table.Td>
              </Table.Tr>
              <FormRow columns={4} editing={editing} targets={[target, ...signals]} />
            </Fragment>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

export const policyViews = {
  requirements: 'Requirements',
  classes: 'What a class asks of us',
  questions: 'Questions that set the class',
  areas: 'Responsibility areas',
  controls: 'Controls',
  log: 'Log',
  launch: 'Launch and sign-offs',
} as const
export type PolicyView = keyof typeof policyViews

/** The tables of the rules, the chosen one in the address. */
export function PolicyTables({
  policy,
  view,
  base,
  editing,
}: {
  policy: Policy
  view: PolicyView
  base: string
  editing?: Editing
}) {
  return (
    <>
      <nav
        aria-label="Parts of the playbook"
        style={{ display: 'flex', gap: '1.25rem', marginBottom: '0.5rem', flexWrap: 'wrap' }}
      >
        {Object.entries(policyViews).map(([value, label]) => (
          <Anchor
            key={value}
            component={Link}
            to={`${base}?view=${value}`}
            fw={value === view ? 650 : 400}
            aria-current={value === view || undefined}
          >
            {label}
          </Anchor>
        ))}
      </nav>
      {view === 'requirements' && <RequirementTable rules={policy.playbook.rules} editing={editing} />}
      {view === 'classes' && <ClassTable policy={policy} editing={editing} />}
      {view === 'questions' && <QuestionTable questions={policy.riskMatrix.questions} editing={editing} />}
      {view === 'areas' && <AreaTable areas={policy.areas} editing={editing} />}
      {view === 'controls' && <ControlTable controls={policy.governance.controls} editing={editing} />}
      {view === 'log' && <LogTable logging={policy.governance.logging} editing={editing} />}
      {view === 'launch' && <LaunchTable governance={policy.governance} editing={editing} />}
    </>
  )
}
