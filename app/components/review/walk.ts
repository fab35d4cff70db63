import type { BenchAbsent, BenchTerm } from '../agreement-view.ts'
import type { Decide } from './use-decide.ts'

interface Asked {
  /** In the order of the list. */
  terms: BenchTerm[]
  absent: BenchAbsent[]
  /** Of the screen, or of the one it is going to. */
  pathname: string
  /** The list shows what waits alone. */
  onlyOpen: boolean
  me: string
  review: Decide
  linkTo(term: BenchTerm): string
  linkToAbsent(absent: BenchAbsent): string
  /** Address of all that was not found. */
  overview: string
}

/** No decision on it is on its way. */
export const isFree = (term: BenchTerm, review: Decide) =>
  !review.sending.includes(term.id) && !review.isBehind(term)

/** The way through an agreement: the list, then what was not found; and where a decision leads on to. */
export function walkThrough(asked: Asked) {
  const { terms, absent, pathname, onlyOpen, me, review, linkTo, linkToAbsent, overview } = asked
  const here = (address: string) => address.split('?')[0] === pathname
  const waits = (term: BenchTerm) => term.differs || (term.needs > 0 && !term.people.includes(me))
  const current = terms.find((term) => here(linkTo(term)))
  const listed = onlyOpen ? terms.filter((term) => waits(term) || term === current) : terms
  const notFound = onlyOpen || absent.length === 0 ? [] : [overview, ...absent.map(linkToAbsent)]
  const walk = [...listed.map(linkTo), ...notFound]
  const at = walk.findIndex(here)

  const after = current
    ? [...terms.slice(terms.indexOf(current) + 1), ...terms.slice(0, terms.indexOf(current))]
    : terms
  const free = after.filter((term) => isFree(term, review))
  // Where nothing waits any more, on to what nobody has looked at: a full review takes one key a term, and one for all that
  // is not there.
  const open = free.find(waits) ?? free.find((term) => term.review === 'unreviewed')
  const lacksLook = absent.some((one) => one.lookedBy === null)
  return {
    /** The term in hand. */
    current,
    listed,
    at: { address: walk[at], previous: walk[at - 1], next: walk[at + 1] },
    /** The next that waits for this person, else the next that nobody has looked at, else what was not found. */
    nextOpen: open ? linkTo(open) : lacksLook ? overview : undefined,
  }
}
