import type { ReadingContext, Unit } from '../../reading/context.ts'
import { itemsOf } from './findings.ts'

/** The sentence that defines a term, and the items of its list; [] for what the paper doesn't define. */
export function definitionOf(context: ReadingContext, term: string): Unit[] {
  const span = context.definitions.find((one) => one.term === term)?.span
  const opener = span && context.units.find((unit) => unit.start <= span.start && unit.end >= span.end)
  return opener ? [opener, ...itemsOf(context, opener)] : []
}
