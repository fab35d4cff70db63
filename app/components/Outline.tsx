import { useRef } from 'react'
import classes from './Agreement.module.css'
import type { OutlineView } from './agreement-view.ts'
import { useKeys } from './review/use-keys.ts'
import { Anchor } from './Words.tsx'

interface Props {
  clauses: OutlineView[]
  /** Shows where a clause begins. */
  goTo(start: number): void
}

/** The paper's clauses by their headings, folded away; each leads to where it begins. */
export function Outline({ clauses, goTo }: Props) {
  const list = useRef<HTMLDetailsElement>(null)
  const open = () => {
    if (!list.current) return
    list.current.open = true
    list.current.querySelector('a')?.focus()
  }
  useKeys([['g', open]])
  if (clauses.length === 0) return null
  return (
    <details ref={list} className={classes.outline}>
      <summary>Clauses ({clauses.length})</summary>
      {clauses.map(({ number, heading, level, page, start }) => (
        <div key={start} style={{ paddingLeft: `${level - 1}em` }}>
          <Anchor
            href={`#page-${page}`}
            c="inherit"
            size="sm"
            onClick={(event) => {
              event.preventDefault()
              goTo(start)
            }}
          >
            {[number, heading].filter(Boolean).join(' ')}
          </Anchor>
        </div>
      ))}
    </details>
  )
}
