import { Table } from '@mantine/core'
import { Fragment } from 'react'
import type { Policy } from '#domain/policy/policy.ts'
import classes from '../PolicyTables.module.css'
import { type Editing, FormRow, Words } from './Editable.tsx'

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
