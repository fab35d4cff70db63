import type { SearchHit } from '#domain/search/hit.ts'

/** A question that somebody watches. */
export interface WatchView {
  id: string
  name: string
  question: string
  madeBy: string
}

/** The same with what it finds now: how many hits, and the first of them. */
export interface WatchAnswer extends WatchView {
  count: number
  hits: SearchHit[]
}

/** Somewhere to go, as the command palette lists it. */
export interface Suggestion {
  kind: 'vendor' | 'agreement' | 'deployment'
  title: string
  about: string
  href: string
}
