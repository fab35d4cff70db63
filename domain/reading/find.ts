import type { ReadingContext, Unit } from './context.ts'

export interface FoundUnit {
  unit: Unit
  /** 0..1 */
  score: number
  /** "classifier", or the pattern that decided. */
  rule: string
}

interface Options {
  /** A unit that matches one of these is found whatever the classifier thinks. */
  always?: RegExp[]
  /** A unit that matches one of these is not, whatever the classifier thinks. */
  never?: RegExp[]
  /** Instead of the threshold that was learned for the category. */
  threshold?: number
}

/** How sure a match of an `always` pattern is when the classifier doubts it. */
const patternScore = 0.7

/** The units that the classifier or a pattern takes for the category, in text order. */
export function findUnits(context: ReadingContext, category: string, options: Options = {}): FoundUnit[] {
  const threshold = options.threshold ?? context.threshold(category)
  const found: FoundUnit[] = []
  for (const unit of context.units) {
    if (options.never?.some((pattern) => pattern.test(unit.plain))) continue
    const score = context.score(category, unit)
    if (score >= threshold) found.push({ unit, score, rule: 'classifier' })
    else {
      const pattern = options.always?.find((p) => p.test(unit.plain))
      if (pattern)
        found.push({
          unit,
          score: Math.max(score, patternScore),
          rule: `pattern ${pattern.source.slice(0, 40)}`,
        })
    }
  }
  return found
}
