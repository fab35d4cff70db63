import type { Span } from '../document/document.ts'
import { runningSentence, wholeSentence } from '../terms/shared/findings.ts'
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

/** What a part of a sentence ends with when more of it stands below. */
const stopsShort = /[:;,](?: and| or)?$/
const ended = /[.!?:;”"’')\]]$/

/** No sentence ends with such a word, though a capital follows: "covered by this", "Agreement and …" on the next page. */
const leftOpen = / (?:the|this|such|any|each|its|an?|of|to|by|in|with|for|under|and|or|that|which)$/i
/** Not what a page prints at its foot. */
const sentence = /^(?!source:|page\b|confidential|certain )[a-z]\w{0,40} [a-z].{30}/i

/** The span to the end of its sentence: with the list it introduces, or with what follows a broken page. */
export function toItsEnd(context: ReadingContext, { start, end }: Span): Span {
  const words = context.text.slice(Math.max(0, end - 8), end)
  if (ended.test(words) && !stopsShort.test(words)) return { start, end }
  const unit = context.units[countBefore(context.units, (unit) => unit.start < end) - 1]
  if (unit?.end !== end) return { start, end }
  if (stopsShort.test(words)) return { start, end: wholeSentence(context, unit).units.at(-1)?.end ?? end }
  const next = context.units[unit.index + 1]
  const goesOn = next && (/^[a-z]{2}/.test(next.plain) || (leftOpen.test(words) && sentence.test(next.plain)))
  return { start, end: goesOn ? next.end : end }
}

const over = (spans: Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})
