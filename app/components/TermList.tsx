import { Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import classes from './Agreement.module.css'
import { type AbsentView, groupTitles, type TermView } from './agreement-view.ts'
import type { HeldAgainst } from './policy-view.ts'
import { Confidence, RiskClassSign, SeveritySign } from './Signs.tsx'

interface Props {
  terms: TermView[]
  absent: AbsentView[]
  held: HeldAgainst
  current?: TermView
  linkTo(term: TermView): string
}

const groups = ['liability', 'data', 'oversight', 'time'] as const

/** All terms by group, then what was looked for and not found. */
export function TermList({ terms, absent, held, current, linkTo }: Props) {
  return (
    <>
      <Text size="xs" c="dimmed" px="md" pt={4}>
        Held against <RiskClassSign riskClass={held.riskClass} /> {held.because}
      </Text>
      {groups.map((group) => {
        const inGroup = terms.filter((term) => term.group === group).toSorted((a, b) => a.rank - b.rank)
        if (inGroup.length === 0) return null
        return (
          <div key={group}>
            <div className={classes.group}>{groupTitles[group]}</div>
            {inGroup.map((term) => {
              const gap = held.gaps.find((g) => g.termId === term.id)
              return (
                <Link
                  key={term.id}
                  to={linkTo(term)}
                  preventScrollReset
                  className={classes.term}
                  data-current={term.id === current?.id || undefined}
                  data-rejected={term.review === 'rejected' || undefined}
                  aria-current={term.id === current?.id || undefined}
                >
                  <span className={classes.termHead}>
                    <span>{term.title}</span>
                    <span>
                      {gap && <SeveritySign severity={gap.severity} />}{' '}
                      {term.review === 'unreviewed' ? (
                        <Confidence value={term.confidence} />
                      ) : (
                        <small>✓ {term.review}</small>
                      )}
                    </span>
                  </span>
                  <span className={classes.plain}>{term.plain}</span>
                </Link>
              )
            })}
          </div>
        )
      })}
      {absent.length > 0 && (
        <div>
          <div className={classes.group}>Looked for, not found ({absent.length})</div>
          {absent.map(({ type, title, looksFor }) => (
            <div key={type} className={classes.absent}>
              <Text span fw={550}>
                {title}
              </Text>
              {looksFor.length > 0 && <div className={classes.plain}>{looksFor.join(', ')}</div>}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
