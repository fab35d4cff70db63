import { Anchor, Table, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import type { Level, Rule } from '#domain/policy/playbook.ts'
import type { Policy } from '#domain/policy/policy.ts'
import { type RiskClass, riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import classes from './PolicyTables.module.css'

/** What is open to be edited, as the address names it: "cell.liability_cap.high", "area.prompt_safety". */
export interface Editing {
  /** The one that is open. */
  current: string | null
  linkTo(target: string): string
  /** The form of what is open. */
  form: ReactNode
  /** Facts that differ from the rules in force, by target. */
  changed: Set<string>
}

export const levelWords: Record<Level, string> = {
  required: 'required',
  preferred: 'preferred',
  flag: 'flagged',
  blocks: 'blocks',
}

/** A cell's words: plain in the rules in force, a link to its form in a draft. */
function Words(props: { target: string; editing?: Editing; label: string; children: ReactNode }) {
  const { target, editing, label, children } = props
  if (!editing) return <span className={classes.cell}>{children}</span>
  return (
    <Link
      to={editing.linkTo(target)}
      id={target}
      className={classes.cell}
      data-changed={editing.changed.has(target) || undefined}
      aria-label={`Edit ${label}${editing.changed.has(target) ? ' (changed)' : ''}`}
      preventScrollReset
    >
      {children}
    </Link>
  )
}

function FormRow({ targets, columns, editing }: { targets: string[]; columns: number; editing?: Editing }) {
  if (!editing?.current || !targets.includes(editing.current)) return null
  return (
    <Table.Tr className={classes.editing}>
      <Table.Td colSpan={columns}>{editing.form}</Table.Td>
    </Table.Tr>
  )
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

/** What each class requires of us. */
export function ClassTable({ riskMatrix, editing }: { riskMatrix: Policy['riskMatrix']; editing?: Editing }) {
  return (
    <Table.ScrollContainer minWidth={800}>
      <Table verticalSpacing={8} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Class</Table.Th>
            <Table.Th>For example</Table.Th>
            <Table.Th>Required controls</Table.Th>
            <Table.Th>Human review</Table.Th>
            <Table.Th>To be logged</Table.Th>
            <Table.Th>Reviewed every</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {riskClasses.map((riskClass) => {
            const { example, controls, humanReview, logged } = riskMatrix.classes[riskClass]
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
                  <Table.Td>{controls.join(', ')}</Table.Td>
                  <Table.Td>{humanReview}</Table.Td>
                  <Table.Td>{logged.join(', ')}</Table.Td>
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
} as const
export type PolicyView = keyof typeof policyViews

/** The four tables of the rules, the chosen one in the address. */
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
      {view === 'classes' && <ClassTable riskMatrix={policy.riskMatrix} editing={editing} />}
      {view === 'questions' && <QuestionTable questions={policy.riskMatrix.questions} editing={editing} />}
      {view === 'areas' && <AreaTable areas={policy.areas} editing={editing} />}
    </>
  )
}
