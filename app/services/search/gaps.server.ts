import { countGaps, type GapFilter, standingGaps } from '#db/standing-answers.ts'
import { marked, type SearchHit } from '#domain/search/hit.ts'
import type { SearchQuery } from '#domain/search/query.ts'
import type { House } from '../house.server.ts'
import { bringUp } from '../standing/keep.server.ts'
import { gapOfRow } from '../standing/rows.server.ts'

/** Gaps as they stand on the day: every word has to stand in the gap's own words, as it was written or as the beginning of another. */

export interface GapHits {
  count: number
  /** Some of the hits, the gravest gaps first. */
  hits: SearchHit[]
}

/** @param limit none when only their number is asked for */
export async function gapHits(
  house: House,
  query: SearchQuery,
  date: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<GapHits> {
  const words = query.words.filter((word) => !word.not).map((word) => word.text)
  if (words.length === 0 || query.kinds.length > 0) return { count: 0, hits: [] }
  await bringUp(house, date)
  const filter: GapFilter = {
    words,
    without: query.words.filter((word) => word.not).map((word) => word.text),
    classes: query.classes,
    vendors: query.vendors,
  }
  const [count, rows] = await Promise.all([
    countGaps(house.db, date, filter),
    limit > 0 ? standingGaps(house.db, date, { ...filter, limit, offset }) : [],
  ])
  return {
    count,
    hits: rows.map((row) => {
      const gap = gapOfRow(row)
      return {
        kind: 'gap',
        title: marked(gap.title, words),
        text: marked(`Required: ${gap.required}. Found: ${gap.found}.`, words),
        about: row.name,
        place: `${gap.severity} severity`,
        href: `/gaps/${row.slug}/${gap.rule}`,
      }
    }),
  }
}
