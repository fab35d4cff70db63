import { Table } from '@mantine/core'
import { Fragment } from 'react'
import type { Policy } from '#domain/policy/policy.ts'
import { type RiskClass, riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import classes from '../PolicyTables.module.css'
import { type Editing, FormRow, Words } from './Editable.tsx'

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
            <Table.Th>To be logged</Table.Th>
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
