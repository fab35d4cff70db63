import { countEntries, findEntries, type Sought } from '#db/search.ts'
import type { SearchHit } from '#domain/search/hit.ts'
import { type HitKind, parseQuery, type SearchQuery, understood } from '#domain/search/query.ts'
import type { House } from '../house.server.ts'
import { conditionHits } from './conditions.server.ts'
import { gapHits } from './gaps.server.ts'
import { entryHits } from './hits.server.ts'

export interface SearchAnswer {
  query: SearchQuery
  /** How the question was understood, part by part. */
  understood: string[]
  /** Hits of each kind, whatever `in:` says of which are shown. */
  counts: { kind: HitKind; count: number }[]
  total: number
  hits: SearchHit[]
}

/**
 * Answers a question in the language of domain/search/query.ts, the best hits first. Through `house` it finds what the person
 * may see and nothing else.
 * @param date ISO day for which gaps are held
 */
export async function search(
  house: House,
  question: string,
  { date, limit, offset = 0 }: { date: string; limit: number; offset?: number },
): Promise<SearchAnswer> {
  const query = parseQuery(question)
  const asked = { query, understood: understood(query) }
  const asksSomething =
    query.words.length + query.conditions.length + query.types.length + query.vendors.length > 0 ||
    query.kinds.length + query.classes.length + query.in.length > 0
  if (!asksSomething) return { ...asked, counts: [], total: 0, hits: [] }

  const met = query.conditions.length > 0 ? await conditionHits(house, query) : null
  if (met && query.words.length === 0) {
    const shown = met.hits.filter((hit) => query.in.length === 0 || query.in.includes(hit.kind))
    return {
      ...asked,
      counts: countsOf(met.hits),
      total: shown.length,
      hits: shown.slice(offset, offset + limit),
    }
  }

  const sought: Sought = { ...query, agreementIds: met?.agreementIds }
  const gaps = met || query.types.length > 0 ? [] : await gapHits(house, query, date)
  const found = await countEntries(house.db, { ...sought, in: [] })
  const counts = [...found, ...(gaps.length > 0 ? [['gap', gaps.length] as const] : [])].map(
    ([kind, count]) => ({
      kind: kind as HitKind,
      count,
    }),
  )
  const wanted = (kind: HitKind) => query.in.length === 0 || query.in.includes(kind)
  const shownGaps = wanted('gap') ? gaps : []
  // Gaps come first: somebody has to act on them; there are a screenful at most.
  const first = shownGaps.slice(offset, offset + limit)
  const entries =
    first.length < limit && !(query.in.length > 0 && query.in.every((kind) => kind === 'gap'))
      ? await findEntries(house.db, sought, {
          limit: limit - first.length,
          offset: Math.max(0, offset - shownGaps.length),
        })
      : []
  return {
    ...asked,
    counts,
    total: counts.filter(({ kind }) => wanted(kind)).reduce((sum, { count }) => sum + count, 0),
    hits: [...first, ...(await entryHits(house, entries))],
  }
}

function countsOf(hits: SearchHit[]): SearchAnswer['counts'] {
  const kinds = [...new Set(hits.map((hit) => hit.kind))]
  return kinds.map((kind) => ({ kind, count: hits.filter((hit) => hit.kind === kind).length }))
}
