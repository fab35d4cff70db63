import type { ReadingContext, Unit } from '../../reading/context.ts'
import { type FoundUnit, findUnits } from '../../reading/find.ts'

interface Options {
  /** Patterns without one of which `orElse` takes nothing: other units are not asked. */
  among: readonly RegExp[]
  /** Words that say the term, asked only of a paper in which the classifier finds nothing. */
  orElse: (unit: Unit) => boolean
  /** Words that can't mean anything else: the classifier, which learned from long contracts, doesn't rule them out. */
  plainly?: RegExp
  /** A look-alike, whatever the classifier thinks. */
  never?: (unit: Unit) => boolean
}

/** How sure a pattern is where the classifier found nothing. */
const PATTERN_SCORE = 0.7
/** What the classifier is surer of than this, that the unit doesn't say it, no pattern overrules. */
const RULED_OUT = 0.03

/**
 * The units that the classifier takes for the category; where it takes none in the whole paper, those that a pattern
 * takes. For categories where a pattern beside the classifier finds more look-alikes than clauses. In text order.
 */
export function unitsOrElse(
  context: ReadingContext,
  category: string,
  { among, orElse, plainly, never }: Options,
): FoundUnit[] {
  const wanted = (unit: Unit) => never?.(unit) !== true
  const byModel = findUnits(context, category).filter(({ unit }) => wanted(unit))
  if (byModel.length > 0) return byModel
  return context
    .unitsThatMayMatch(...among)
    .filter(
      (unit) =>
        wanted(unit) &&
        (context.score(category, unit) >= RULED_OUT || plainly?.test(unit.plain)) &&
        orElse(unit),
    )
    .map((unit) => ({ unit, score: PATTERN_SCORE, rule: 'pattern' }))
}
