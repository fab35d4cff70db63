import type { Span } from '../document/document.ts'
import type { ReadingContext } from './context.ts'

/** The span as it is cited: with the whole of the passages it stands in. @param category key of the weights */
export function widen(context: ReadingContext, category: string, span: Span): Span {
  const around = context.passages(category).flatMap(({ first, last }) => {
    const start = context.units[first]?.start ?? 0
    const end = context.units[last]?.end ?? 0
    return start < span.end && end > span.start ? [{ start, end }] : []
  })
  return {
    start: Math.min(span.start, ...around.map(({ start }) => start)),
    end: Math.max(span.end, ...around.map(({ end }) => end)),
  }
}
