/** A question that somebody watches. */
export interface WatchView {
  id: string
  name: string
  question: string
  madeBy: string
}

/** The same with how many hits it has now. */
export interface WatchCount extends WatchView {
  count: number
}

/** Somewhere to go, as the command palette lists it. */
export interface Suggestion {
  kind: 'vendor' | 'agreement' | 'deployment'
  title: string
  about: string
  href: string
}
