import { Table, VisuallyHidden } from '@mantine/core'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import classes from '../PolicyTables.module.css'

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

/** A cell's words: plain in the rules in force, a link to its form in a draft. */
export function Words(props: { target: string; editing?: Editing; label: string; children: ReactNode }) {
  const { target, editing, label, children } = props
  if (!editing) return <span className={classes.cell}>{children}</span>
  return (
    <Link
      to={editing.linkTo(target)}
      id={target}
      className={classes.cell}
      data-changed={editing.changed.has(target) || undefined}
      preventScrollReset
    >
      {children}
      <VisuallyHidden>
        {' '}
        Edit {label}
        {editing.changed.has(target) && ' (changed)'}
      </VisuallyHidden>
    </Link>
  )
}

export function FormRow({
  targets,
  columns,
  editing,
}: {
  targets: string[]
  columns: number
  editing?: Editing
}) {
  if (!editing?.current || !targets.includes(editing.current)) return null
  return (
    <Table.Tr className={classes.editing}>
      <Table.Td colSpan={columns}>{editing.form}</Table.Td>
    </Table.Tr>
  )
}
