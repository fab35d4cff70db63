import type { Span } from '../document/document.ts'
import { runningSentence } from '../terms/shared/findings.ts'
import type { ReadingContext } from './context.ts'
import { countBefore } from './in-order.ts'

/**
 * The span as it is cited: with the whole of the passages it stands in, and with the rest of its sentence where it is much
 * of that. @param category key of the weights
 */
export function widen(context: ReadingContext, category: string, span: Span): Span {
  const around = context.passages(category).flatMap(({ first, last }) => {
    const start = context.units[first]?.start ?? 0
    const end = context.units[last]?.end ?? 0
    return start < span.end && end > span.start ? [{ start, end }] : []
  })
  return withSentence(context, over([span, ...around]))
}

/** An item that is less of its sentence stands for itself: "either party may end it (a) at will, (b) …, (c) …". */
const MUCH_OF_SENTENCE = 0.4

/** A list in running text makes units of one sentence, which a lawyer marks whole unless the item is a small part of it. */
function withSentence(context: ReadingContext, span: Span): Span {
  const [first, last] = [span.start, span.end - 1].map(
    (offset) => context.units[countBefore(context.units, ({ start }) => start <= offset) - 1],
  )
  const units = [first, last].flatMap((unit) => (unit ? runningSentence(context, unit) : []))
  const sentence = over([span, ...units])
  return span.end - span.start >= MUCH_OF_SENTENCE * (sentence.end - sentence.start) ? sentence : span
}

const over = (spans: Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})
