import { Text } from '@mantine/core'
import type { RedlineClause } from '#domain/document/redline.ts'
import classes from './Redline.module.css'

const words = { same: 'Same', changed: 'Changed', added: 'New', removed: 'Gone' }

/** Clauses that differ, new words underlined and old words struck out; the others fold. */
export function Redline({ clauses }: { clauses: RedlineClause[] }) {
  const differs = (clause: RedlineClause) => clause.state !== 'same' || clause.moved
  const same = clauses.filter((clause) => !differs(clause))
  return (
    <>
      {clauses.filter(differs).map((clause, i) => (
        <Clause key={`${i} ${clause.from?.number} ${clause.to?.number}`} clause={clause} />
      ))}
      {same.length > 0 && (
        <details>
          <summary>{same.length} clauses say the same</summary>
          <Text className={classes.same} size="sm">
            {same
              .map((clause) => [clause.to?.number, clause.to?.heading].filter(Boolean).join(' ') || 'Opening')
              .join(' · ')}
          </Text>
        </details>
      )}
    </>
  )
}

function Clause({ clause }: { clause: RedlineClause }) {
  const { state, moved, from, to, parts } = clause
  const number = (to ?? from)?.number
  return (
    <div className={classes.clause}>
      <div>
        <div className={classes.state}>
          {state === 'same' ? 'Moved' : words[state]}
          {moved && state !== 'same' && ', moved'}
        </div>
        {number && <div>{number}</div>}
        {from && to && from.number !== to.number && (
          <Text size="xs" c="dimmed">
            was {from.number ?? 'without a number'}
          </Text>
        )}
      </div>
      <div className={classes.words}>
        {parts.map((part, i) => {
          const key = `${i} ${part.kind}`
          if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
          if (part.kind === 'removed') return <del key={key}>{part.text}</del>
          return <span key={key}>{part.text}</span>
        })}
      </div>
    </div>
  )
}
