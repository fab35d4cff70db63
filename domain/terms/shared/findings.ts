import type { Clause, ReadingContext, Unit } from '../../reading/context.ts'
import type { Candidate } from '../term.ts'

/** A pattern with a name: the name is the rule that the trace of a finding shows. */
export interface Shape {
  shape: string
  find: RegExp
  /** How sure a match is, 0..1; 0.85 unless told. */
  score?: number
}

/** The first shape that finds itself in the words, or null. */
export function shapeOf(shapes: readonly Shape[], words: string): Shape | null {
  return shapes.find((shape) => shape.find.test(words)) ?? null
}

/** A candidate that cites whole units, in text order and each once; parts of one running sentence are cited as one. */
export function finding<V>(value: V, units: readonly Unit[], rule: string, score = 0.85): Candidate<V> {
  const spans: Candidate<V>['spans'] = []
  let before: Unit | null = null
  for (const unit of [...new Set(units)].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (last && before && runsOn(before, unit)) last.end = unit.end
    else spans.push({ start: unit.start, end: unit.end })
    before = unit
  }
  return { value, spans, score, rule }
}

/** True when an item of a list in running text, "(b) …", follows what stands before it in the same sentence. */
function runsOn(before: Unit, unit: Unit): boolean {
  if (!unit.leadIn || unit.index !== before.index + 1) return false
  const gap = unit.start - before.end
  return gap <= 1 || (gap <= 3 && /^\(?\w{1,4}[).]/.test(unit.plain))
}

/** The items of the list that a unit introduces, in text order; [] when it introduces none. */
export function itemsOf(context: ReadingContext, unit: Unit): Unit[] {
  const items: Unit[] = []
  for (let i = unit.index + 1; i < context.units.length && i <= unit.index + 40; i++) {
    const next = context.units[i]
    if (next && within(next, unit)) items.push(next)
  }
  return items
}

function within(item: Unit, leadIn: Unit): boolean {
  for (let above = item.leadIn; above; above = above.leadIn) if (above.index === leadIn.index) return true
  return false
}

/**
 * The sentence a unit belongs to, with the list it introduces. A list in running text may stand before the words it
 * belongs to ("except for (a) …, (b) …, neither party shall …"), so the sentence is taken from its beginning.
 */
export function wholeSentence(context: ReadingContext, unit: Unit): { words: string; units: Unit[] } {
  const running = runningSentence(context, unit)
  const opener = running.at(-1) ?? unit
  const listed = OPENS_LIST.test(opener.plain) ? itemsOf(context, opener) : itemsAfter(context, opener)
  const units = [...running, ...(listed.length > LONGEST_LIST ? [] : listed)]
  return { words: wordsOf(units), units }
}

/** What is left of a list of which the first items stand in running text: "(c) …;", "(d) …." in blocks of their own. */
function itemsAfter(context: ReadingContext, item: Unit): Unit[] {
  const items: Unit[] = []
  for (let last = item; last.leadIn && GOES_ON.test(last.plain) && items.length < LONGEST_LIST; ) {
    const next = context.units[last.index + 1]
    if (!next || next.leadIn !== item.leadIn) break
    items.push(next)
    last = next
  }
  return items
}

/** The sentence a unit belongs to, without the paragraphs that a list at its end goes on with. */
export function runningSentence(context: ReadingContext, unit: Unit): Unit[] {
  let head = unit
  for (let at = unit.index; at > 0 && head.leadIn; at--) {
    const [before, here] = [context.units[at - 1], context.units[at]]
    if (!before || !here || !runsOn(before, here)) break
    head = before
  }
  const running = runningOn(context, head)
  return running.includes(unit) ? running : [unit]
}

/** The words of units one after the other. */
export const wordsOf = (units: readonly Unit[]) => units.map((unit) => unit.plain).join(' ')

const OPENS_LIST = /(?:[:—–-]|\b(?:following|to|for|of|that|if|exceed|from))$/i
/** An item after which another comes. */
const GOES_ON = /[;,](?: and| or)?$/i
/** A longer list is a part of the agreement, not of a sentence. */
const LONGEST_LIST = 20

/** A unit and the items that run on from it in the same sentence. */
function runningOn(context: ReadingContext, head: Unit): Unit[] {
  const units = [head]
  for (let next = context.units[head.index + 1]; next; next = context.units[next.index + 1]) {
    const last = units.at(-1)
    if (!last || !runsOn(last, next)) break
    units.push(next)
  }
  return units
}

/** The words that introduce the list a unit is an item of, outermost first, and then the unit's own. */
export function withLeadIn(unit: Unit): string {
  return unit.leadIn ? `${withLeadIn(unit.leadIn)} ${unit.plain}` : unit.plain
}

/** The units of the same clause near a unit, the unit itself left out. */
export function restOfClause(context: ReadingContext, unit: Unit): Unit[] {
  return around(context, unit, 24).filter((other) => other !== unit && other.clause === unit.clause)
}

/** The units near one under the same top heading: the clause, its siblings and their parts. */
export function section(context: ReadingContext, unit: Unit): Unit[] {
  const top = topOf(unit)
  return around(context, unit, 59).filter((other) => topOf(other) === top)
}

const around = (context: ReadingContext, unit: Unit, reach: number) =>
  context.units.slice(Math.max(0, unit.index - reach), unit.index + reach + 1)

/**
 * What a unit stands under: the outermost clause with a number, or the first part of its number where the paper prints
 * no heading for that ("13" for 13.3). A title over the whole paper is no section; where nothing has a number, the top.
 */
export function topOf({ clause }: Unit): Top {
  if (!clause) return null
  let top = tops.get(clause)
  if (top === undefined) {
    top = topAbove(clause)
    tops.set(clause, top)
  }
  return top
}

type Top = Clause | string | null
const tops = new WeakMap<Clause, Top>()

function topAbove(clause: Clause): Top {
  let top = clause
  let numbered: Clause | null = null
  for (let above: Clause | null = clause; above; above = above.parent) {
    top = above
    if (above.number) numbered = above
  }
  return /^(\d+)\.\d/.exec(numbered?.number ?? '')?.[1] ?? numbered ?? top
}

/** Joins findings of one clause that say parts of one rule; `merge` makes one value of theirs. */
export function byClause<V>(
  found: { unit: Unit; value: V; rule: string; score: number }[],
  merge: (values: V[]) => V,
): Candidate<V>[] {
  const groups: (typeof found)[] = []
  for (const one of found) {
    const last = groups.at(-1)
    const near = last?.at(-1)
    if (last && near && near.unit.clause === one.unit.clause && one.unit.index - near.unit.index < 12)
      last.push(one)
    else groups.push([one])
  }
  return groups.map((group) => {
    const best = group.reduce((a, b) => (b.score > a.score ? b : a))
    const units = group.map((one) => one.unit)
    return finding(merge(group.map((one) => one.value)), units, best.rule, best.score)
  })
}

/** Each once, in the order of `order`. */
export function inOrder<T>(order: readonly T[], found: Iterable<T>): T[] {
  const set = new Set(found)
  return order.filter((one) => set.has(one))
}
