import { groupBy } from 'es-toolkit'
import { agreementFees, agreements } from '#db/agreements.ts'
import { findingsByAgreement, readAgreements } from '#db/files.ts'
import { agreementsWithin } from '#db/search.ts'
import { currentTerms, valuesOfTypes } from '#db/terms.ts'
import { unreadParts } from '#domain/policy/unread.ts'
import type { Agreement, StoredTerm } from '#domain/register/agreement.ts'
import { fulfils, typeAsked } from '#domain/search/fulfil.ts'
import { plainText, type SearchHit } from '#domain/search/hit.ts'
import type { SearchQuery } from '#domain/search/query.ts'
import { termType } from '#domain/terms/index.ts'
import type { House } from '../house.server.ts'
import { plainValue } from '../term-views.server.ts'

/** A hit that knows what it is, before its words are looked up. */
interface PlainHit {
  kind: SearchHit['kind']
  agreementId: string
  /** The term that makes the condition true; null where it is a silence. */
  termId: string | null
  condition: SearchQuery['conditions'][number]
}

/**
 * Agreements of which every condition is true, with the terms that make it so. Only papers that have been read count: of the
 * others nobody knows what they lack. `show` gives the words of some of the hits.
 */
export async function conditionHits(
  { db }: House,
  query: SearchQuery,
): Promise<{
  agreementIds: string[]
  hits: PlainHit[]
  show(some: PlainHit[]): Promise<SearchHit[]>
}> {
  const [papers, read, values] = await Promise.all([
    agreementFees(db, isWithin(query) ? agreementsWithin(db, query) : undefined),
    readAgreements(db),
    valuesOfTypes(db, [...new Set(query.conditions.map(typeAsked))]),
  ])
  const valuesOf = groupBy(values, (term) => term.agreementId)
  const hits: PlainHit[] = []
  const agreementIds: string[] = []
  for (const { id: agreementId, annualFees } of papers) {
    if (!read.has(agreementId)) continue
    const own = valuesOf[agreementId] ?? []
    const answers = query.conditions.map((condition) => ({
      condition,
      terms: own.filter((term) => fulfils(condition, term, annualFees)),
    }))
    const every = answers.every(({ condition, terms: some }) =>
      condition.form === 'lacks' ? some.length === 0 : some.length > 0,
    )
    if (!every) continue
    agreementIds.push(agreementId)
    for (const { condition, terms } of answers)
      if (condition.form === 'lacks') hits.push({ kind: 'agreement', agreementId, termId: null, condition })
      else
        hits.push(...terms.map(({ id }): PlainHit => ({ kind: 'term', agreementId, termId: id, condition })))
  }
  return { agreementIds, hits, show: (some) => withWords(db, some) }
}

const isWithin = ({ vendors, kinds, classes }: SearchQuery) =>
  vendors.length + kinds.length + classes.length > 0

async function withWords(db: House['db'], some: PlainHit[]): Promise<SearchHit[]> {
  const ids = [...new Set(some.map(({ agreementId }) => agreementId))]
  const [papers, terms, findings] = await Promise.all([
    agreements(db, { ids }),
    currentTerms(db, ids),
    findingsByAgreement(db, ids),
  ])
  const paperOf = new Map(papers.map((paper) => [paper.id, paper]))
  const termOf = new Map(terms.map((term) => [term.id, term]))
  return some.flatMap(({ agreementId, termId, condition }) => {
    const paper = paperOf.get(agreementId)
    if (!paper) return []
    const term = termId && termOf.get(termId)
    if (term) return [termHit(paper, term)]
    const unread = unreadParts(paper.title, findings.get(agreementId)?.warnings ?? [])
    return termId ? [] : [lackOf(paper, condition.measure, typeAsked(condition), unread)]
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
