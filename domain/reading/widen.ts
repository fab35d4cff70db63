import type { Span } from '../document/document.ts'
import { runsOn } from '../terms/shared/findings.ts'
import type { ReadingContext, Unit } from './context.ts'
import { wordSet } from './second-look.ts'

/**
 * The words around a finding that a lawyer marks with it: the other items of a list in the same sentence that say the
 * term too, and a shorter sentence beside it in the same clause that goes on about it ("Such consent shall not be …").
 */

/** A sentence beside that has less of the category than this speaks of something else. */
const LEAST = 0.003
/** A sentence beside may have so many words against the finding's own: a longer one is another finding. */
const SHARE = 0.8

/** The span as it is cited. @param category key of the weights */
export function widen(context: ReadingContext, category: string, span: Span): Span {
  const { units } = context
  let first = units.findIndex((unit) => unit.end > span.start)
  let last = units.findLastIndex((unit) => unit.start < span.end)
  if (first < 0 || last < first) return span
  const says = (unit: Unit | undefined): unit is Unit =>
    unit !== undefined && context.score(category, unit) >= context.threshold(category)
  const runOn = (a: Unit | undefined, b: Unit | undefined) => a && b && runsOn(a, b)

  while (says(units[first - 1]) && runOn(units[first - 1], units[first])) first--
  while (says(units[last + 1]) && runOn(units[last], units[last + 1])) last++
  const own = wordSet(context.text.slice(units[first]?.start, units[last]?.end)).size
  const goesWith = (unit: Unit | undefined, beside: Unit | undefined) =>
    unit !== undefined &&
    beside !== undefined &&
    unit.clause === beside.clause &&
    (unit.clause !== null || sameParagraph(context, unit, beside)) &&
    !says(unit) &&
    context.score(category, unit) >= LEAST &&
    wordSet(unit.plain).size <= SHARE * own
  if (goesWith(units[last + 1], units[last])) last++
  else if (goesWith(units[first - 1], units[first])) first--
  return {
    start: Math.min(span.start, units[first]?.start ?? span.start),
    end: Math.max(span.end, units[last]?.end ?? span.end),
  }
}

const sameParagraph = ({ text }: ReadingContext, a: Unit, b: Unit) =>
  !text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).includes('\n\n')
