import type { ReadingContext, Unit } from '../../reading/context.ts'
import { type FoundUnit, findUnits } from '../../reading/find.ts'

interface Options {
  /** Patterns without one of which `always` takes nothing: other units are not asked. */
  among: readonly RegExp[]
  /** A unit that says the term in words that leave little doubt: taken unless the classifier found better ones. */
  always: (unit: Unit) => boolean
  /** Of those, a unit whose words are so plain that the classifier is not asked. */
  certain?: (unit: Unit) => boolean
  /** A look-alike, whatever the classifier thinks. */
  never?: (unit: Unit) => boolean
  /** Words without one of which a sentence can't speak of it: what the classifier says of such a unit is chance. */
  topic?: RegExp
  /** Floor under the learned threshold, for categories with too few labels to learn a good one. */
  atLeast?: number
}

/** How sure a pattern is where the classifier doubts it. */
const PATTERN_SCORE = 0.75
/** Below this the classifier, which knows the clause from others in this paper, is surer than the pattern. */
const RULED_OUT = 0.1

/**
 * The units that the classifier takes for the category, and those that say it in words that leave no doubt; for
 * rules that need more than one pattern over the unit's own words. In text order.
 */
export function unitsThat(
  context: ReadingContext,
  category: string,
  { among, always, certain, never, topic, atLeast = 0 }: Options,
): FoundUnit[] {
  const wanted = (unit: Unit) => topic?.test(unit.plain) !== false && never?.(unit) !== true
  const byModel = new Map(
    findUnits(context, category)
      .filter(({ unit, score }) => score >= atLeast && wanted(unit))
      .map((found) => [found.unit, found]),
  )
  // Words that introduce a list stand or fall with its items.
  const introducing = new Set([...byModel.keys()].map((unit) => unit.leadIn))
  const asked = new Set(context.unitsThatMayMatch(...among))
  const units = [...new Set([...asked, ...byModel.keys()])].sort((a, b) => a.index - b.index)
  return units.flatMap((unit) => {
    const found = byModel.get(unit)
    const itemOfFound = unit.leadIn !== null && byModel.has(unit.leadIn)
    // What goes on about what was found is not another matter.
    const beside = [unit.index - 1, unit.index + 1].some((i) => {
      const other = context.units[i]
      return other?.clause === unit.clause && byModel.has(other)
    })
    const ruledOut =
      byModel.size > 0 &&
      !introducing.has(unit) &&
      !itemOfFound &&
      !beside &&
      context.score(category, unit) < RULED_OUT &&
      certain?.(unit) !== true
    if (ruledOut || !asked.has(unit) || !always(unit) || !wanted(unit)) return found ? [found] : []
    const score = Math.max(PATTERN_SCORE, context.score(category, unit))
    return [{ unit, score, rule: found ? 'classifier and pattern' : 'pattern' }]
  })
}
