import {
  Outlet,
  useLocation,
  useNavigate,
  useNavigation,
  useOutletContext,
  useSearchParams,
} from '@remix-run/react'
import { useCallback, useMemo, useState } from 'react'
import type { Agreement, AgreementFile } from '#domain/register/agreement.ts'
import type { ReviewState } from '#domain/review/review-state.ts'
import classes from './Agreement.module.css'
import { AgreementHead } from './AgreementHead.tsx'
import type { BenchAbsent, BenchTerm, OutlineView, PageView, TermView, TextBlock } from './agreement-view.ts'
import { FileProblem } from './FileProblem.tsx'
import type { NamedPaperView } from './family-view.ts'
import { Outline } from './Outline.tsx'
import type { HeldAgainst } from './policy-view.ts'
import { ConflictNotice } from './review/ConflictNotice.tsx'
import { DifferenceNotice } from './review/DifferenceNotice.tsx'
import { Paper } from './review/Paper.tsx'
import type { DifferenceView } from './review/review-view.ts'
import { type Decide, useDecide } from './review/use-decide.ts'
import { useKeys } from './review/use-keys.ts'
import { useOthers } from './review/use-others.ts'
import { isFree, walkThrough } from './review/walk.ts'
import type { Range } from './review/words.ts'
import { inListOrder, TermList } from './TermList.tsx'
import type { RePaperingView } from './version-view.ts'

interface Props {
  agreement: Agreement
  files: AgreementFile[]
  file?: AgreementFile
  terms: BenchTerm[]
  absent: BenchAbsent[]
  review: ReviewState
  /** Differences on what was decided not to be there. */
  strays: DifferenceView[]
  /** How many decisions there are on the paper. */
  decisions: number
  warnings: Parameters<typeof FileProblem>[0]['warnings']
  pages: PageView[]
  outline: OutlineView[]
  /** Set where the stored text is shown instead of printed pages. */
  text: { text: string; blocks: TextBlock[] } | null
  held: HeldAgainst
  /** Papers it names that are not in the register. */
  named: NamedPaperView[]
  /** What new versions of it made worse. */
  rePaperings: RePaperingView[]
  me: string
  mayReview: boolean
  mayComment: boolean
}

/** The workbench: clauses and terms on the left, the paper in the middle, the term in hand on the right. */
export function AgreementBench(props: Props) {
  const { agreement, file, files, absent, strays, warnings, pages, outline, text, held, mayReview } = props
  const review = useDecide()
  const navigate = useNavigate()
  const here = useLocation().pathname
  const going = useNavigation().location?.pathname
  // A term shows at once while its fields and history are still fetched: keys may follow each other fast.
  const pathname = going?.startsWith(`/agreements/${agreement.slug}/terms/`) ? going : here
  const [search] = useSearchParams()
  const [clause, setClause] = useState<Range | null>(null)
  const base = `/agreements/${agreement.slug}`
  const kept = keptOf(search)
  const linkTo = useCallback((to: TermView) => `${base}/terms/${to.slug}${kept}`, [base, kept])
  const linkToAbsent = (to: BenchAbsent) => `${base}/absent/${to.slug}${kept}`
  useOthers(`${base}/decisions${kept}`, props.decisions, props.me)

  const onlyOpen = search.get('show') === 'open'
  const terms = useMemo(() => inListOrder(props.terms), [props.terms])
  const standing = useMemo(() => terms.filter((term) => term.review !== 'rejected'), [terms])
  const overview = `${base}/absent${kept}`
  const { current, listed, at, nextOpen } = walkThrough({
    ...{ terms, absent, pathname, onlyOpen, review, linkTo, linkToAbsent, overview, me: props.me },
  })
  const go = (to?: string) => to && navigate(to, { preventScrollReset: true })
  useKeys([
    ['j', () => go(at.next)],
    ['k', () => go(at.previous)],
    ['o', () => setClause(current?.citations[0] ? { ...current.citations[0] } : null)],
  ])

  const picked = useMemo(() => rangeIn(search), [search])
  const query = new URLSearchParams(file && files.length > 1 ? { version: String(file.version) } : {})
  const toggled = new URLSearchParams(search)
  if (onlyOpen) toggled.delete('show')
  else toggled.set('show', 'open')

  return (
    <div className={classes.screen}>
      <AgreementHead
        agreement={agreement}
        file={file}
        files={files}
        review={props.review}
        asText={text !== null}
      />
      {file && <FileProblem file={file} warnings={warnings} />}
      <div className={classes.panes}>
        <nav className={classes.left} aria-label="Terms">
          <Outline clauses={outline} goTo={(start) => setClause({ start, end: start + 1 })} />
          <TermList
            terms={listed}
            absent={onlyOpen ? [] : absent}
            held={held}
            current={at.address}
            saving={(term) => !isFree(term, review)}
            linkTo={linkTo}
            linkToAbsent={linkToAbsent}
            overview={overview}
            onlyOpen={onlyOpen}
            toggle={`${pathname}?${toggled}`}
          />
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <section className={classes.middle} aria-label="The paper" tabIndex={0}>
          {file && (
            <Paper
              key={file.id}
              pdf={
                file.format === 'pdf' ? { url: `${base}/original?version=${file.version}`, pages } : undefined
              }
              stored={text}
              wordsAt={`${base}/words?version=${file.version}`}
              shown={picked ?? clause}
              terms={standing}
              current={current}
              linkTo={linkTo}
              onAdd={
                mayReview
                  ? ({ start, end }) => {
                      const to = new URLSearchParams(search)
                      to.set('start', String(start))
                      to.set('end', String(end))
                      go(`${base}/add?${to}`)
                    }
                  : undefined
              }
            />
          )}
        </section>
        <aside className={classes.right} aria-label="The term in hand">
          <ConflictNotice review={review} />
          {strays.map((difference) => (
            <DifferenceNotice
              key={difference.id}
              difference={difference}
              review={review}
              mayReview={mayReview}
              decided="looked, not there"
            />
          ))}
          <Outlet
            context={
              {
                ...props,
                base,
                kept,
                terms,
                decide: review,
                linkTo,
                linkToAbsent,
                version: query.size > 0 ? `?${query}` : '',
                current,
                previous: at.previous,
                next: at.next,
                nextOpen,
              } satisfies Bench
            }
          />
        </aside>
      </div>
    </div>
  )
}

/** What the right pane's routes get from the screen around them. */
export interface Bench extends Props {
  /** Address of the agreement. */
  base: string
  /** "?version=2&view=text", what of the address goes with every link; "" for nothing. */
  kept: string
  decide: Decide
  /** The term in hand, before all of it has been fetched; absent where none is. */
  current?: BenchTerm
  linkTo(term: TermView): string
  linkToAbsent(absent: BenchAbsent): string
  /** "?version=2" where there are several papers. */
  version: string
  previous?: string
  next?: string
  /** The next term that waits for this person, else the next that nobody has looked at, else what is not there. */
  nextOpen?: string
}

export const useBench = () => useOutletContext<Bench>()

function keptOf(search: URLSearchParams): string {
  const kept = new URLSearchParams(search)
  for (const name of ['start', 'end', 'type', 'edit']) kept.delete(name)
  return kept.size > 0 ? `?${kept}` : ''
}

function rangeIn(search: URLSearchParams): Range | null {
  const start = Number(search.get('start'))
  const end = Number(search.get('end'))
  return end > start ? { start, end } : null
}
