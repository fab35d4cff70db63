import { agreements } from '#db/agreements.ts'
import { decisionsSince } from '#db/decisions.ts'
import { deploymentLinks, deployments } from '#db/deployments.ts'
import { openDifferences } from '#db/differences.ts'
import { spotChecks } from '#db/spot-checks.ts'
import { currentTerms } from '#db/terms.ts'
import { compareClasses, type RiskClass } from '#domain/policy/risk.ts'
import { aboutTime, secondsEach } from '#domain/review/pace.ts'
import { printedOnce } from '#domain/review/printed-again.ts'
import { type ReviewState, reviewState, stakesOf, urgency } from '#domain/review/review-state.ts'
import { termType } from '#domain/terms/index.ts'
import type { BenchTerm } from '../../components/agreement-view.ts'
import { placeWords, type QueueItem } from '../../components/review/review-view.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { benchTerms } from './bench.server.ts'

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

/** What waits for this person, the most urgent first: what hangs on a term times the doubt, across all agreements. */
export async function reviewQueue(house: House, me: User, day: string) {
  const papers = await agreements(house.db)
  const classOf = await classesOf(house)
  const differences = await openDifferences(house.db)
  const terms = await currentTerms(
    house.db,
    papers.map((paper) => paper.id),
  )
  const items = papers.flatMap(({ id, slug, title }) => {
    const riskClass = classOf(id)
    const own = terms.filter((term) => term.agreementId === id)
    return benchTerms(house, own, riskClass, differences)
      .filter((term) => term.differs || (term.needs > 0 && !term.people.includes(me.email)))
      .map((term) => ({ item: queueItem(term, { slug, title }), urgency: urgencyOf(term) }))
  })
  items.sort((a, b) => b.urgency - a.urgency)
  const done = await decisionsSince(house.db, `${day}T00:00:00.000Z`, me.email)
  const each = secondsEach(done.map((decision) => decision.at))
  const checks = (await spotChecks(house.db)).filter(
    (check) => !check.verdict && check.confirmedBy !== me.email,
  )
  return {
    items: items.slice(0, SHOWN).map(({ item }) => item),
    waiting: items.length,
    doneToday: done.filter((decision) => decision.kind !== 'undone').length,
    left: each === undefined ? null : aboutTime(each * items.length),
    checks: checks.map(({ id, type }) => ({ id, title: termType(type)?.title ?? type })),
  }
}

/** A difference before everything: what was decided may be wrong. */
const urgencyOf = (term: BenchTerm) => (term.differs ? 10 : 0) + urgency(term, term.stake ?? undefined)

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
