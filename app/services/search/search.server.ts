import { lookFor } from '#db/search.ts'
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
  /** So many passages have the words that the newest alone were counted and ranked. */
  more: boolean
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
  if (!asksSomething) return { ...asked, counts: [], total: 0, more: false, hits: [] }

  const met = query.conditions.length > 0 ? await conditionHits(house, query) : null
  if (met && query.words.length === 0) {
    const counts = await met.counts()
    const shown = counts.filter(({ kind }) => query.in.length === 0 || query.in.includes(kind))
    return {
      ...asked,
      counts,
      total: shown.reduce((sum, { count }) => sum + count, 0),
      more: false,
      hits: await met.hits({ limit, offset }),
    }
  }

  const wanted = (kind: HitKind) => query.in.length === 0 || query.in.includes(kind)
  const asksForGaps = !met && query.types.length === 0
  const [gaps, found] = await Promise.all([
    asksForGaps ? gapHits(house, query, date, { limit: wanted('gap') ? limit : 0, offset }) : null,
    lookFor(house.db, { ...query, agreements: met?.agreements }),
  ])
  const all = gaps?.count ? [...found.kinds, ['gap', gaps.count] as const] : found.kinds
  const counts = all.map(([kind, count]) => ({ kind: kind as HitKind, count }))
  // Gaps come first: somebody has to act on them.
  const first = gaps?.hits ?? []
  const gapCount = wanted('gap') ? (gaps?.count ?? 0) : 0
  const entries =
    first.length < limit && !(query.in.length > 0 && query.in.every((kind) => kind === 'gap'))
      ? await found.page({
          in: query.in,
          limit: limit - first.length,
          offset: Math.max(0, offset - gapCount),
        })
      : []
  return {
    ...asked,
    counts,
    more: found.more,
    total: counts.filter(({ kind }) => wanted(kind)).reduce((sum, { count }) => sum + count, 0),
    hits: [...first, ...(await entryHits(house, entries))],
  }
}
