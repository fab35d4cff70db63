import { groupBy } from 'es-toolkit'
import { agreements } from '#db/agreements.ts'
import { findingsByAgreement } from '#db/files.ts'
import { agreementsWithin } from '#db/search.ts'
import { standingOfTypes } from '#db/terms.ts'
import { unreadParts } from '#domain/policy/unread.ts'
import type { Agreement, StoredTerm } from '#domain/register/agreement.ts'
import { fulfils, typeAsked } from '#domain/search/fulfil.ts'
import { plainText, type SearchHit } from '#domain/search/hit.ts'
import type { SearchQuery } from '#domain/search/query.ts'
import { termType } from '#domain/terms/index.ts'
import type { House } from '../house.server.ts'
import { plainValue } from '../term-views.server.ts'

/**
 * Agreements of which every condition is true, with the terms that make it so. Only papers that have been read count: of the
 * others nobody knows what they lack.
 */
export async function conditionHits(
  { db }: House,
  query: SearchQuery,
): Promise<{ agreementIds: string[]; hits: SearchHit[] }> {
  const within = await agreementsWithin(db, query).execute()
  const ids = within.map(({ id }) => id)
  if (ids.length === 0) return { agreementIds: [], hits: [] }
  const [papers, read, terms] = await Promise.all([
    agreements(db, { ids }),
    findingsByAgreement(db, ids),
    standingOfTypes(db, [...new Set(query.conditions.map(typeAsked))]),
  ])
  const termsOf = groupBy(terms, (term) => term.agreementId)
  const hits: SearchHit[] = []
  const agreementIds: string[] = []
  for (const paper of papers) {
    const findings = read.get(paper.id)
    if (!findings) continue
    const own = termsOf[paper.id] ?? []
    const answers = query.conditions.map((condition) => ({
      condition,
      terms: own.filter((term) => fulfils(condition, term, paper.annualFees ?? undefined)),
    }))
    const every = answers.every(({ condition, terms: some }) =>
      condition.form === 'lacks' ? some.length === 0 : some.length > 0,
    )
    if (!every) continue
    agreementIds.push(paper.id)
    const unread = unreadParts(paper.title, findings.warnings)
    for (const answer of answers)
      if (answer.condition.form === 'lacks')
        hits.push(lackOf(paper, answer.condition.measure, typeAsked(answer.condition), unread))
      else hits.push(...answer.terms.map((term) => termHit(paper, term)))
  }
  return { agreementIds, hits }
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
