import { agreements } from '#db/agreements.ts'
import { agreementsMeeting, countByValue, findByValue, type ValueHit } from '#db/figures.ts'
import { findingsByAgreement } from '#db/files.ts'
import { currentTerms } from '#db/terms.ts'
import { unreadParts } from '#domain/policy/unread.ts'
import type { Agreement, StoredTerm } from '#domain/register/agreement.ts'
import { typeAsked } from '#domain/search/figures.ts'
import { plainText, type SearchHit } from '#domain/search/hit.ts'
import type { HitKind, SearchQuery } from '#domain/search/query.ts'
import { termType } from '#domain/terms/index.ts'
import type { House } from '../house.server.ts'
import { plainValue } from '../term-views.server.ts'
import { bringFiguresUp } from './figures.server.ts'

/**
 * Agreements of which every condition is true, as a query of their ids, with the terms that make it so. Only papers that have
 * been read count: of the others nobody knows what they lack.
 */
export async function conditionHits(house: House, query: SearchQuery) {
  const { db } = house
  if (!(await bringFiguresUp(house)))
    query.problems.push('Many papers have just come in or changed; some of them are not in this answer yet.')
  return {
    agreements: agreementsMeeting(db, query),
    /** How many hits there are of each kind. */
    async counts(): Promise<{ kind: HitKind; count: number }[]> {
      const counts = new Map<HitKind, number>()
      for (const [nth, count] of (await countByValue(db, query)).entries()) {
        const kind = kindOf(query.conditions[nth])
        if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count)
      }
      return [...counts].map(([kind, count]) => ({ kind, count }))
    },
    async hits({ limit, offset }: { limit: number; offset: number }): Promise<SearchHit[]> {
      const shown = query.conditions.filter(
        (condition) => query.in.length === 0 || query.in.includes(kindOf(condition)),
      )
      return withWords(db, await findByValue(db, query, { shown, limit, offset }))
    },
  }
}

/** A silence is a hit of the agreement. */
const kindOf = (condition: SearchQuery['conditions'][number] | undefined): HitKind =>
  condition?.form === 'lacks' ? 'agreement' : 'term'

async function withWords(db: House['db'], some: ValueHit[]): Promise<SearchHit[]> {
  const ids = [...new Set(some.map(({ agreementId }) => agreementId))]
  const [papers, terms, findings] = await Promise.all([
    agreements(db, { ids }),
    currentTerms(db, ids, [...new Set(some.map(({ condition }) => typeAsked(condition)))]),
    findingsByAgreement(db, ids),
  ])
  const paperOf = new Map(papers.map((paper) => [paper.id, paper]))
  const termOf = new Map(terms.map((term) => [term.id, term]))
  return some.flatMap(({ agreementId, termId, condition }) => {
    const paper = paperOf.get(agreementId)
    if (!paper) return []
    const term = termId && termOf.get(termId)
    if (term) return [termHit(paper, term)]
    if (termId) return []
    const unread = unreadParts(paper.title, findings.get(agreementId)?.warnings ?? [])
    return [lackOf(paper, condition.measure, typeAsked(condition), unread)]
  })
}

const aboutOf = (paper: Agreement) => `${paper.vendorName} · ${paper.title}`

function termHit(paper: Agreement, term: StoredTerm): SearchHit {
  const [citation] = term.citations
  const clause = citation?.clause ? `clause ${citation.clause}, ` : ''
  return {
    kind: 'term',
    title: plainText(`${termType(term.type)?.title ?? term.type}: ${plainValue(term.type, term.value)}`),
    text: plainText((citation?.quote ?? '').slice(0, 400)),
    about: aboutOf(paper),
    place: citation ? `${clause}page ${citation.page}` : '',
    href: `/agreements/${paper.slug}/terms/${term.slug}`,
  }
}

/** Silence, told apart from pages that nobody could read. */
function lackOf(paper: Agreement, measure: string, type: string, unread: string[]): SearchHit {
  const doubt = unread.length > 0 ? ` Not everything could be read: ${unread.join(', ')}.` : ''
  return {
    kind: 'agreement',
    title: plainText(paper.title),
    text: plainText(`No ${measure} was found.${doubt}`),
    about: paper.vendorName,
    place: '',
    href: `/agreements/${paper.slug}/absent/${type.replaceAll('_', '-')}`,
  }
}
