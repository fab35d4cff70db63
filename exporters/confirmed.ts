import { isConfirmed, type PolicyTerm } from '#domain/policy/policy-term.ts'

/** Marks what only the engine says: everybody who holds the document must see it. */

export const confirmedBy = (term: PolicyTerm): string =>
  isConfirmed(term)
    ? `Confirmed${term.people?.length ? ` by ${term.people.join(' and ')}` : ' by a person'}`
    : '○ Not confirmed by a person yet'

/** " ○" behind a reference to a clause that no person has confirmed. */
export const unconfirmed = (term: PolicyTerm): string => (isConfirmed(term) ? '' : ' ○')
