import type { ReadingContext, Unit } from './context.ts'

export interface FoundUnit {
  unit: Unit
  /** 0..1 */
  score: number
  /** "classifier", or the pattern that decided. */
  rule: string
}

/** A unit of a passage that says much less of the category than the passage's best unit only goes with it. */
const share = 0.5

/** The units that say the category in the passages the classifier takes for it, in text order. */
export function findUnits(context: ReadingContext, category: string): FoundUnit[] {
  return context
    .passages(category)
    .flatMap(({ first, last, score }) => {
      const units = context.units.slice(first, last + 1)
      const most = Math.max(...units.map((unit) => context.score(category, unit)))
      return units
        .filter((unit) => context.score(category, unit) >= share * most)
        .map((unit) => ({ unit, score, rule: 'classifier' }))
    })
    .sort((a, b) => a.unit.index - b.unit.index)
}
