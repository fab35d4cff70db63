import { chunk, groupBy, orderBy } from 'es-toolkit'
import { reviewLeft } from '#db/agreements.ts'
import { decisionsSince } from '#db/decisions.ts'
import { deploymentLinks, deployments } from '#db/deployments.ts'
import { openDifferences, type StoredDifference } from '#db/differences.ts'
import { spotChecks } from '#db/spot-checks.ts'
import { currentTerms } from '#db/terms.ts'
import { compareClasses, type RiskClass, riskClasses } from '#domain/policy/risk.ts'
import { aboutTime, secondsEach } from '#domain/review/pace.ts'
import { printedOnce } from '#domain/review/printed-again.ts'
import { type ReviewState, reviewState, stakesOf, urgency } from '#domain/review/review-state.ts'
import { termType } from '#domain/terms/index.ts'
import type { BenchTerm } from '../../components/agreement-view.ts'
import { placeWords, type QueueItem } from '../../components/review/review-view.ts'
import { breathe } from '../breathe.server.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { benchTerm, type TermInReview, termsInReview } from './bench.server.ts'

/** Taken where no deployment rests on a paper, as on the agreement's own screen. */
const DEFAULT_CLASS: RiskClass = 'medium'

/** By agreement id, the strictest class of the deployments that rest on it. */
async function classesOf({ db }: House): Promise<(agreementId: string) => RiskClass> {
  const systems = new Map((await deployments(db)).filter((d) => d.status !== 'retired').map((d) => [d.id, d]))
  const classes = new Map<string, RiskClass>()
  for (const { agreement_id, deployment_id } of await deploymentLinks(db)) {
    const riskClass = systems.get(deployment_id)?.riskClass
    const known = classes.get(agreement_id)
    if (riskClass && (!known || compareClasses(riskClass, known) > 0)) classes.set(agreement_id, riskClass)
  }
  return (agreementId) => classes.get(agreementId) ?? DEFAULT_CLASS
}

/** By agreement id, where the review of its newest paper stands for the strictest class that rests on it. */
export async function reviewStates(house: House, agreementIds: string[]): Promise<Map<string, ReviewState>> {
  const { playbook, riskMatrix } = house.playbooks
  const classOf = await classesOf(house)
  const terms = await currentTerms(house.db, agreementIds)
  return new Map(
    agreementIds.map((id) => {
      const riskClass = classOf(id)
      const own = printedOnce(terms.filter((term) => term.agreementId === id)).map(({ term }) => term)
      return [id, reviewState(own, riskClass, riskMatrix.termReview, stakesOf(playbook, riskClass))]
    }),
  )
}

/** So many at once; the rest come up as these are done. */
const SHOWN = 100
/** No more papers are looked through once so many terms wait. */
const ENOUGH = 1000
const PAPERS_AT_ONCE = 50

/** Every paper that may have work in it, first those where something differs from what was decided, then by the class of what rests on them. */
async function papersByWeight(
  { db, playbooks }: House,
  classOf: (agreementId: string) => RiskClass,
  differences: StoredDifference[],
) {
  const differing = new Set(differences.map(({ agreementId }) => agreementId))
  const { people } = playbooks.riskMatrix.termReview
  const papers = (await reviewLeft(db)).filter(
    ({ id, byNobody, byOne }) => byNobody || differing.has(id) || (byOne && people[classOf(id)] > 1),
  )
  return orderBy(
    papers,
    [({ id }) => differing.has(id), ({ id }) => riskClasses.indexOf(classOf(id))],
    ['desc', 'desc'],
  )
}

/** What waits for this person, the most urgent first: what hangs on a term times the doubt, across all agreements. */
export async function reviewQueue(house: House, me: User, day: string) {
  const classOf = await classesOf(house)
  const differences = await openDifferences(house.db)
  const papers = await papersByWeight(house, classOf, differences)
  const items: { one: TermInReview; agreement: { slug: string; title: string }; urgency: number }[] = []
  let looked = 0
  for (const some of chunk(papers, PAPERS_AT_ONCE)) {
    if (items.length >= ENOUGH) break
    await breathe()
    looked += some.length
    const terms = groupBy(
      await currentTerms(
        house.db,
        some.map(({ id }) => id),
      ),
      (term) => term.agreementId,
    )
    for (const { id, slug, title } of some)
      items.push(
        ...termsInReview(house, terms[id] ?? [], classOf(id), differences)
          .filter(({ term, differs, needs }) => differs || (needs > 0 && !term.people.includes(me.email)))
          .map((one) => ({ one, agreement: { slug, title }, urgency: urgencyOf(one) })),
      )
  }
  items.sort((a, b) => b.urgency - a.urgency)
  const done = await decisionsSince(house.db, `${day}T00:00:00.000Z`, me.email)
  const each = secondsEach(done.map((decision) => decision.at))
  const checks = (await spotChecks(house.db)).filter(
    (check) => !check.verdict && check.confirmedBy !== me.email,
  )
  return {
    items: items.slice(0, SHOWN).map(({ one, agreement }) => queueItem(benchTerm(one), agreement)),
    waiting: items.length,
    /** Whether there are papers that were not looked through: on these less hangs. */
    more: looked < papers.length,
    doneToday: done.filter((decision) => decision.kind !== 'undone').length,
    left: each === undefined ? null : aboutTime(each * items.length),
    checks: checks.map(({ id, type }) => ({ id, title: termType(type)?.title ?? type })),
  }
}

/** A difference before everything: what was decided may be wrong. */
const urgencyOf = ({ term, stake, differs }: TermInReview) =>
  (differs ? 10 : 0) + urgency(term, stake ?? undefined)

function queueItem(term: BenchTerm, agreement: { slug: string; title: string }): QueueItem {
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
