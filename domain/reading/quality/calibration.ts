/**
 * How often readings of each confidence are right: `npx tsx domain/reading/quality/calibration.ts LABELS.jsonl OUT.jsonl`,
 * lawyers' labels and what `carveout extract` printed for the same papers. A citation is right when a label of its
 * category shares half of its words, or stands in it. The expected calibration error is the mean distance between
 * confidence and share of right ones, over ten steps, weighted by how many stand in each.
 */
import { labelOf } from '../categories.ts'
import { jaccard, wordSet } from '../second-look.ts'
import { filesOf, pairs } from './labelled.ts'

const steps = Array.from({ length: 10 }, () => ({ count: 0, right: 0, confidence: 0 }))
for (const { label, read } of pairs(...filesOf('calibration.ts')))
  for (const { type, confidence, citations } of read.terms) {
    const category = labelOf(type)
    if (!category) continue
    const spans = label.labels[category]?.spans ?? []
    for (const { quote } of citations) {
      const words = wordSet(quote)
      const right = spans.some((span) => jaccard(words, wordSet(span)) >= 0.5 || quote.includes(span))
      const step = steps[Math.min(9, Math.floor(10 * confidence))]
      if (!step) continue
      step.count++
      step.right += right ? 1 : 0
      step.confidence += confidence
    }
  }

const all = steps.reduce((sum, { count }) => sum + count, 0)
let error = 0
console.log('confidence   citations   said   right')
steps.forEach(({ count, right, confidence }, i) => {
  if (count === 0) return
  error += Math.abs(confidence - right) / all
  const percent = (value: number) => `${((100 * value) / count).toFixed(1)}%`.padStart(6)
  console.log(
    `${(i / 10).toFixed(1)}–${((i + 1) / 10).toFixed(1)}      ${String(count).padStart(9)}  ${percent(confidence)}  ${percent(right)}`,
  )
})
console.log(`expected calibration error ${error.toFixed(3)} over ${all} citations`)
