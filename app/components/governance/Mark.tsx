import type { ReactNode } from 'react'
import classes from './Governance.module.css'

const shapes = { yes: '✓', no: '✕', soon: '■', open: '○' }

/** How something stands, by shape and word as well as colour. */
export function Mark({ ok, children }: { ok: keyof typeof shapes; children: ReactNode }) {
  return (
    <span className={classes.mark} data-ok={ok}>
      <span aria-hidden>{shapes[ok]}</span> {children}
    </span>
  )
}

/** A line of a list that opens into more: how it stands, what it is, and the rest below. */
export function Item(props: { id?: string; mark: ReactNode; head: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.item} id={props.id}>
      <div className={classes.itemHead}>
        <div>{props.mark}</div>
        <div>{props.head}</div>
      </div>
      {props.children && <div className={classes.itemBody}>{props.children}</div>}
    </div>
  )
}
