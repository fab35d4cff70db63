import type { Span } from '../document/document.ts'
import { wholeSentence } from '../terms/shared/findings.ts'
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

/** What a part of a sentence ends with when more of it stands in the next unit. */
const stopsShort = /[:;,](?: and| or)?$/
const ended = /[.!?:;”"’')\]]$/

/** The span to the end of its sentence: with the list it introduces, or with what follows on the next page. */
export function toItsEnd(context: ReadingContext, { start, end }: Span): Span {
  const { text, units } = context
  const words = text.slice(Math.max(0, end - 8), end)
  if (ended.test(words) && !stopsShort.test(words)) return { start, end }
  const unit = units.find((unit) => unit.end === end)
  if (!unit) return { start, end }
  if (stopsShort.test(words)) return { start, end: wholeSentence(context, unit).units.at(-1)?.end ?? end }
  const next = units[unit.index + 1]
  return { start, end: next && /^[a-z]{2}/.test(next.plain) ? next.end : end }
}
