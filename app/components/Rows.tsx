import { clsx } from 'clsx'
import type { HTMLAttributes, TdHTMLAttributes } from 'react'
import classes from './Rows.module.css'

/**
 * Rows and cells for the body of a long table of Mantine's: they look like its own and are drawn as plain elements, which takes a
 * fraction of the time (see Words.tsx).
 */

/** @param props.hover stands out under the pointer */
export const Row = ({
  hover,
  className,
  ...props
}: HTMLAttributes<HTMLTableRowElement> & { hover?: boolean }) => (
  <tr {...props} className={clsx(classes.row, className)} data-hover={hover || undefined} />
)

export const Cell = ({ className, ...props }: TdHTMLAttributes<HTMLTableCellElement>) => (
  <td {...props} className={clsx(classes.cell, className)} />
)
