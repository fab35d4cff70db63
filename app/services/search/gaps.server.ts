import { marked, type SearchHit } from '#domain/search/hit.ts'
import type { SearchQuery } from '#domain/search/query.ts'
import type { GapView } from '../../components/policy-view.ts'
import type { House } from '../house.server.ts'
import { allGaps } from '../standing/all.server.ts'

/**
 * Gaps are reckoned, not stored, so they are looked through as they stand on the day: every word has to stand in the gap's own
 * words, as it was written or as the beginning of another.
 */
export async function gapHits(house: House, query: SearchQuery, date: string): Promise<SearchHit[]> {
  const wanted = query.words.filter((word) => !word.not).map((word) => word.text)
  if (wanted.length === 0 || query.kinds.length > 0) return []
  const unwanted = query.words.filter((word) => word.not).map((word) => word.text)
  const { gaps } = await allGaps(house, date)
  return gaps
    .filter((gap) => {
      const words = wordsOf(gap)
      return (
        wanted.every((word) => words.includes(` ${word}`)) &&
        !unwanted.some((word) => words.includes(` ${word}`))
      )
    })
    .filter(
      ({ deployment, vendor }) =>
        (query.classes.length === 0 || (deployment && query.classes.includes(deployment.riskClass))) &&
        (query.vendors.length === 0 || query.vendors.some((name) => vendor?.toLowerCase().includes(name))),
    )
    .map(
      (gap): SearchHit => ({
        kind: 'gap',
        title: marked(gap.title, wanted),
        text: marked(`Required: ${gap.required}. Found: ${gap.found}.`, wanted),
        about: gap.deployment?.name ?? '',
        place: `${gap.severity} severity`,
        href: `/gaps/${gap.deployment?.slug ?? ''}/${gap.rule}`,
      }),
    )
}

/** The gap's words with single spaces and nothing else between them. */
const wordsOf = (gap: GapView) =>
  ` ${[gap.title, gap.required, gap.found, gap.ask, gap.deployment?.name, gap.vendor]
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')}`
