import { VisuallyHidden } from '@mantine/core'
import { Link } from '@remix-run/react'
import classes from './Agreement.module.css'
import { type BenchAbsent, type BenchTerm, groupTitles, termOf } from './agreement-view.ts'
import type { HeldAgainst } from './policy-view.ts'
import { Confidence, RiskClassSign, SeveritySign } from './Signs.tsx'
import { Anchor, Text } from './Words.tsx'

interface Props {
  /** In the order of the list. */
  terms: BenchTerm[]
  absent: BenchAbsent[]
  held: HeldAgainst
  /** Address of the term or the absence in hand. */
  current?: string
  /** Decided on, and not yet brought up to date here. */
  saving(term: BenchTerm): boolean
  linkTo(term: BenchTerm): string
  linkToAbsent(absent: BenchAbsent): string
  /** Address of all that was not found. */
  overview: string
  /** "Only what waits" is on; the address that turns it over. */
  onlyOpen: boolean
  toggle: string
}

const groups = ['liability', 'data', 'oversight', 'time'] as const

/** In the order in which the list shows them, and `j` and `k` walk. */
export const inListOrder = (terms: BenchTerm[]): BenchTerm[] =>
  terms.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.rank - b.rank)

/** All terms by group, then what was looked for and not found. */
export function TermList(props: Props) {
  const { terms, absent, held, current, saving, linkTo, linkToAbsent, overview } = props
  const { onlyOpen, toggle } = props
  return (
    <>
      <Text size="xs" c="dimmed" style={{ padding: '4px var(--mantine-spacing-md) 0' }}>
        Held against <RiskClassSign riskClass={held.riskClass} /> {held.because}.{' '}
        <Anchor to={toggle} preventScrollReset size="xs" data-screen-only>
          {onlyOpen ? 'Show all terms' : 'Only what waits'}
        </Anchor>
      </Text>
      {groups.map((group) => {
        const inGroup = terms.filter((term) => term.group === group)
        if (inGroup.length === 0) return null
        return (
          <div key={group}>
            <div className={classes.group}>{groupTitles[group]}</div>
            {inGroup.map((term, i) => {
              const gap = held.gaps.find((g) => termOf([term], g.termId))
              const isCurrent = linkTo(term) === current
              // Several of a kind stand under one title.
              const isFirst = inGroup[i - 1]?.type !== term.type
              return (
                <Link
                  key={term.id}
                  to={linkTo(term)}
                  preventScrollReset
                  className={classes.term}
                  data-current={isCurrent || undefined}
                  data-rejected={term.review === 'rejected' || undefined}
                  aria-current={isCurrent || undefined}
                >
                  {isFirst ? (
                    <span className={classes.termTitle}>{term.title} </span>
                  ) : (
                    <VisuallyHidden>{term.title} </VisuallyHidden>
                  )}
                  <span className={classes.termHead}>
                    <span className={classes.plain}>{term.plain}</span>
                    <span className={classes.termState}>
                      {gap && <SeveritySign severity={gap.severity} />}{' '}
                      <State term={term} saving={saving(term)} />
                    </span>
                  </span>
                </Link>
              )
            })}
          </div>
        )
      })}
      {absent.length > 0 && (
        <div>
          <div className={classes.group}>Looked for, not found ({absent.length})</div>
          <Link
            to={overview}
            preventScrollReset
            className={classes.term}
            data-current={overview === current || undefined}
            aria-current={overview === current || undefined}
          >
            {absentWords(absent)}
          </Link>
          {absent.map((one) => (
            <Link
              key={one.type}
              to={linkToAbsent(one)}
              preventScrollReset
              className={classes.term}
              data-current={linkToAbsent(one) === current || undefined}
              aria-current={linkToAbsent(one) === current || undefined}
            >
              <span className={classes.termHead}>
                <span>{one.title}</span>
                {one.lookedBy && <small>✓ not there</small>}
              </span>
            </Link>
          ))}
        </div>
      )}
    </>
  )
}

/** "All of these: 12 to look at" */
function absentWords(absent: BenchAbsent[]): string {
  const open = absent.filter(({ lookedBy }) => lookedBy === null).length
  return open > 0 ? `All of these: ${open} to look at` : 'All of these: ✓ not there'
}

function State({ term, saving }: { term: BenchTerm; saving: boolean }) {
  if (saving) return <small>saving …</small>
  if (term.differs) return <small className={classes.look}>differs</small>
  if (term.review === 'unreviewed') return <Confidence value={term.confidence} />
  return <small>{term.needs > 0 ? `½ ${term.review}` : `✓ ${term.review}`}</small>
}
