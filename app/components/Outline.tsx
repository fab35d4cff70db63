import { Anchor } from '@mantine/core'
import classes from './Agreement.module.css'
import type { OutlineView } from './agreement-view.ts'

/** The paper's clauses by their headings, folded away; each leads to the page it begins on. */
export function Outline({ clauses, anchored }: { clauses: OutlineView[]; anchored: boolean }) {
  if (clauses.length === 0) return null
  return (
    <details className={classes.outline}>
      <summary>Clauses ({clauses.length})</summary>
      {clauses.map(({ number, heading, level, page }) => {
        const words = [number, heading].filter(Boolean).join(' ')
        return (
          <div key={`${words} ${page}`} style={{ paddingLeft: `${level - 1}em` }}>
            {anchored ? (
              <Anchor href={`#page-${page}`} c="inherit" size="sm">
                {words}
              </Anchor>
            ) : (
              words
            )}
          </div>
        )
      })}
    </details>
  )
}
