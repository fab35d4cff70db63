import { chunk } from 'es-toolkit'
import { agreements, otherPapersToReview, type PaperToReview, papersToReview } from '#db/agreements.ts'
import { decisionsSince } from '#db/decisions.ts'
import { openDifferences } from '#db/differences.ts'
import { type TermToReview, termsByIds, termsToReview } from '#db/review-terms.ts'
import { spotChecks } from '#db/spot-checks.ts'
import type { Severity } from '#domain/policy/assess.ts'
import { type RiskClass, riskClasses } from '#domain/policy/risk.ts'
import { aboutTime, secondsEach } from '#domain/review/pace.ts'
import { peopleNeeded, stakesOf, urgency } from '#domain/review/review-state.ts'
import { termType } from '#domain/terms/index.ts'
import type { BenchTerm } from '../../components/agreement-view.ts'
import { placeWords, type QueueItem } from '../../components/review/review-view.ts'
import { breathe } from '../breathe.server.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { benchTerm } from './bench.server.ts'
import { classesOf, DEFAULT_CLASS } from './review-states.server.ts'

/** So many at once; the rest come up as these are done. */
const SHOWN = 100
/** No more papers are looked through once so many terms wait. */
const ENOUGH = 1000
const PAPERS_AT_ONCE = 50

/**
 * Papers that may have work in them, a few at a time, so that whoever has enough asks no further: first those where something
 * differs from what was decided, then by the class of what rests on them.
 */
async function* papersByWeight(
  { db, playbooks }: House,
  classes: Map<string, RiskClass>,
  differing: Set<string>,
): AsyncGenerator<{ papers: PaperToReview[]; riskClass: RiskClass }> {
  const { people } = playbooks.riskMatrix.termReview
  const gravestFirst = riskClasses.toReversed()
  const differs = [...differing]
  for (const riskClass of gravestFirst) {
    const ids = differs.filter((id) => (classes.get(id) ?? DEFAULT_CLASS) === riskClass)
    yield { papers: await agreements(db, { ids }), riskClass }
  }
  for (const riskClass of gravestFirst) {
    const second = people[riskClass] > 1
    const ids = [...classes].flatMap(([id, own]) => (own === riskClass && !differing.has(id) ? id : []))
    for (const some of chunk(ids, PAPERS_AT_ONCE))
      yield { papers: await papersToReview(db, some, { second }), riskClass }
    if (riskClass !== DEFAULT_CLASS) continue
    let after: PaperToReview | undefined
    do {
      const papers: PaperToReview[] = await otherPapersToReview(db, { second, after, limit: PAPERS_AT_ONCE })
      after = papers.at(-1)
      yield { papers: papers.filter(({ id }) => !differing.has(id)), riskClass }
    } while (after)
  }
}

/** A term that waits for somebody, as far as its place in the queue goes. */
interface Waiting {
  term: TermToReview
  stake: Severity | null
  needs: number
  differs: boolean
  paper: PaperToReview
}

/** What waits for this person, until there is enough of it. */
async function waitingFor(house: House, me: User) {
  const { playbook, riskMatrix } = house.playbooks
  const differences = await openDifferences(house.db)
  const differing = new Set(differences.map(({ termId }) => termId))
  const inPapers = new Set(differences.map(({ agreementId }) => agreementId))
  const waiting: Waiting[] = []
  for await (const { papers, riskClass } of papersByWeight(house, await classesOf(house), inPapers)) {
    if (papers.length === 0) continue
    if (waiting.length >= ENOUGH) return { waiting, more: true }
    await breathe()
    const stakes = stakesOf(playbook, riskClass)
    const terms = await termsToReview(
      house.db,
      papers.map(({ id }) => id),
    )
    for (const paper of papers)
      for (const term of terms.get(paper.id) ?? []) {
        const differs = [term.id, ...term.again].some((id) => differing.has(id))
        const needs = peopleNeeded(term, riskClass, riskMatrix.termReview, stakes)
        if (differs || (needs > 0 && !term.people.includes(me.email)))
          waiting.push({ term, stake: stakes.get(term.type) ?? null, needs, differs, paper })
      }
  }
  return { waiting, more: false }
}

/** What waits for this person, the most urgent first: what hangs on a term times the doubt, across all agreements. */
export async function reviewQueue(house: House, me: User, day: string) {
  const { waiting, more } = await waitingFor(house, me)
  waiting.sort((a, b) => urgencyOf(b) - urgencyOf(a))
  const done = await decisionsSince(house.db, `${day}T00:00:00.000Z`, me.email)
  const each = secondsEach(done.map((decision) => decision.at))
  const checks = (await spotChecks(house.db)).filter(
    (check) => !check.verdict && check.confirmedBy !== me.email,
  )
  return {
    items: await queueItems(house, waiting.slice(0, SHOWN)),
    waiting: waiting.length,
    /** Whether there are papers that were not looked through: on these less hangs. */
    more,
    doneToday: done.filter((decision) => decision.kind !== 'undone').length,
    left: each === undefined ? null : aboutTime(each * waiting.length),
    checks: checks.map(({ id, type }) => ({ id, title: termType(type)?.title ?? type })),
  }
}

/** A difference before everything: what was decided may be wrong. */
const urgencyOf = ({ term, stake, differs }: Waiting) =>
  (differs ? 10 : 0) + urgency(term, stake ?? undefined)

/** Those that are shown, with what they say. */
async function queueItems({ db }: House, shown: Waiting[]): Promise<QueueItem[]> {
  const printings = shown.flatMap(({ term: { id, slug, again } }) => [
    { id, slug },
    ...again.map((id) => ({ id, slug })),
  ])
  const full = new Map((await termsByIds(db, printings)).map((term) => [term.id, term]))
  return shown.flatMap(({ term: { id, again }, paper, stake, needs, differs }) => {
    const term = full.get(id)
    if (!term) return []
    const others = again.flatMap((one) => full.get(one) ?? [])
    return queueItem(benchTerm({ term, again: others, stake, needs, differs }), paper)
  })
}

function queueItem(term: BenchTerm, agreement: PaperToReview): QueueItem {
  const { id, title, plain, confidence, stake, differs, review, people, version, citations } = term
  const place = citations[0]
  return {
    ...{ id, title, plain, confidence, stake, differs, review, people, version },
    agreement: agreement.title,
    quote: place?.quote ?? '',
    where: place ? placeWords(place) : '',
    href: `/agreements/${agreement.slug}/terms/${term.slug}`,
  }
}
