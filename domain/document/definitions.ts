import type { Definition, Unit } from '../reading/context.ts'

const means =
  /["“]([A-Z][^"”\n]{0,60})["”](?:\s(?:or|and)\s["“][^"”\n]{1,60}["”])?\s(?:shall\s)?(?:means?|has the meaning|shall have the meaning|refers to|is defined as|includes?)\b/g
const inBrackets = /\((?:[^()"“]{0,60})["“]([A-Z][^"”\n]{0,60})["”][^()]{0,60}\)/g
const quote = /["“]/

/** Terms the paper defines, with the sentence that does: “Fees” means …; the sums due (the “Fees”). */
export function definitionsOf(units: Unit[]): Definition[] {
  const found: Definition[] = []
  for (const unit of units) {
    if (!quote.test(unit.plain)) continue
    for (const pattern of [means, inBrackets])
      for (const match of unit.plain.matchAll(pattern)) {
        const term = (match[1] ?? '').replace(/[.,;]$/, '').trim()
        if (term) found.push({ term, span: { start: unit.start, end: unit.end } })
      }
  }
  return found
}
