import type { RedlineClause } from '#domain/document/redline.ts'
import classes from './Redline.module.css'
import { Text } from './Words.tsx'

interface Props {
  clauses: RedlineClause[]
  /** Title of the other paper, where it is not an earlier version of this one: then nothing has "changed" or "moved". */
  other?: string
}

/** Clauses that differ, new words underlined and old words struck out; those put in other words beside each other; the others fold. */
export function Redline({ clauses, other }: Props) {
  const differs = (clause: RedlineClause) => clause.state !== 'same' || (clause.moved && !other)
  const same = clauses.filter((clause) => !differs(clause))
  return (
    <>
      {clauses.filter(differs).map((clause, i) => (
        <Clause key={`${i} ${clause.from?.number} ${clause.to?.number}`} clause={clause} other={other} />
      ))}
      {same.length > 0 && (
        <details>
          <summary>{same.length === 1 ? '1 clause says' : `${same.length} clauses say`} the same</summary>
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

const ofVersions = {
  same: 'Moved',
  changed: 'Changed',
  rewritten: 'Rewritten',
  added: 'New',
  removed: 'Gone',
}
const ofPapers = {
  same: 'Same',
  changed: 'Other words',
  rewritten: 'Put otherwise',
  added: 'Only here',
  removed: 'Only there',
}

function Clause({ clause, other }: { clause: RedlineClause; other?: string }) {
  const { state, moved, from, to, parts } = clause
  const number = (to ?? from)?.number
  return (
    <div className={classes.clause}>
      <div>
        <div className={classes.state}>
          {(other ? ofPapers : ofVersions)[state]}
          {moved && !other && state !== 'same' && ', moved'}
        </div>
        {number && <div>{number}</div>}
        {from && to && from.number !== to.number && (
          <Text size="xs" c="dimmed">
            {other ? 'there' : 'was'} {from.number ?? 'without a number'}
          </Text>
        )}
      </div>
      {state === 'rewritten' ? (
        <div className={classes.beside}>
          {parts.map(({ kind, text }) => (
            <div key={kind} className={classes.words}>
              <div className={classes.state}>
                {kind === 'removed' ? (other ?? 'Before') : other ? 'This paper' : 'Now'}
              </div>
              {text}
            </div>
          ))}
        </div>
      ) : (
        <div className={classes.words}>
          {parts.map((part, i) => {
            const key = `${i} ${part.kind}`
            if (part.kind === 'added') return <ins key={key}>{part.text}</ins>
            if (part.kind === 'removed') return <del key={key}>{part.text}</del>
            return <span key={key}>{part.text}</span>
          })}
        </div>
      )}
    </div>
  )
}
