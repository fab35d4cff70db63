import { Table } from '@mantine/core'
import { Fragment } from 'react'
import type { Level, Rule } from '#domain/policy/playbook.ts'
import { type RiskClass, riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import classes from '../PolicyTables.module.css'
import { Text } from '../Words.tsx'
import { type Editing, FormRow, Words } from './Editable.tsx'

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
                      <Text mt={4} style={{ maxWidth: '60rem' }}>
                        {rule.ask}
                      </Text>
                      <Text mt={4} style={{ maxWidth: '60rem' }} c="dimmed">
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
