import { groupBy } from 'es-toolkit'
import type { Allocation, Area, Signal } from './areas.ts'
import { isSure, type PolicyTerm } from './policy-term.ts'

/** What a person decided about an area. */
export interface AreaDecision {
  area: string
  allocation: Allocation
  reason: string
  decidedBy: string
}

export interface ResponsibilityRow {
  area: string
  title: string
  allocation: Allocation
  /** A person's decision goes before the contract; `none` when neither says anything. */
  basis: 'contract' | 'decision' | 'none'
  note: string
  /** The note without what is said of it: by whom it was decided, or that the reading is doubtful. */
  said: string
  decidedBy: string | null
  doubtful: boolean
  /** The clauses it rests on; also given where a person decided otherwise. */
  terms: PolicyTerm[]
}

/** Who carries what, a row an area in the order of the areas. Clauses that point both ways make it shared. */
export function allocate(input: {
  areas: Area[]
  terms: PolicyTerm[]
  decisions: AreaDecision[]
}): ResponsibilityRow[] {
  const ofType = groupBy(
    input.terms.filter((term) => term.review !== 'rejected'),
    ({ type }) => type,
  )
  return input.areas.map((area) => {
    const hits = area.signals.flatMap((signal) => {
      const said = (ofType[signal.term] ?? []).filter((term) => says(term, signal))
      return said.length > 0 ? [{ signal, terms: said }] : []
    })
    const clauses = [...new Set(hits.flatMap((hit) => hit.terms))]
    const decision = input.decisions.find((d) => d.area === area.id)
    const row = { area: area.id, title: area.title, terms: clauses, decidedBy: null, doubtful: false }
    if (decision) {
      const { allocation, reason: said, decidedBy } = decision
      const note = `${said} (decided by ${decidedBy})`
      return { ...row, allocation, basis: 'decision', note, said, decidedBy }
    }
    const sides = [...new Set(hits.map((hit) => hit.signal.to))]
    const only = sides[0]
    if (!only) {
      const said = area.ifUnallocated
      return { ...row, allocation: 'unallocated', basis: 'none', note: said, said }
    }
    const doubtful = !clauses.some(isSure)
    const said = [...new Set(hits.map((hit) => hit.signal.note))].join(' ')
    return {
      ...row,
      allocation: sides.length === 1 ? only : 'shared',
      basis: 'contract',
      note: doubtful ? `${said} The reading is doubtful: look at the clause.` : said,
      said,
      doubtful,
    }
  })
}

/** True when each field that the signal names holds one of the listed values. */
const says = (term: PolicyTerm, { where }: Signal) =>
  Object.entries(where).every(([field, values]) => {
    const value = term.value[field]
    return (Array.isArray(value) ? value : [value]).some((v) => values.includes(v))
  })
