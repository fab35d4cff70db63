import type { Unit } from './context.ts'
import { type Need, neededWords } from './needed-words.ts'

/** Which units hold what a pattern needs: bit `index % 32` of element `index >> 5`; null for none. */
type UnitSet = readonly number[] | null

/** Tells in which units a pattern may match: the others lack a word that it can't match without. */
export interface WordIndex {
  mayMatch(pattern: RegExp, unit: Unit): boolean
  /** In text order. */
  unitsThatMayMatch(...patterns: RegExp[]): Unit[]
}

/** Reads the words of the units once; a unit holds its own, those of what introduces it and those of its heading. */
export function wordIndex(units: Unit[]): WordIndex {
  const holders = holdersOf(units)
  const size = (units.length + 31) >> 5
  const everywhere: UnitSet = new Array<number>(size).fill(-1)
  const byWord = new Map<string, UnitSet>()
  const byBeginning = new Map<string, UnitSet>()
  const byPattern = new Map<RegExp, UnitSet>()

  /** Words by their first two letters: a beginning is looked for among those that share them. */
  const alike = new Map<string, string[]>()
  for (const word of holders.keys()) kept(alike, word.slice(0, 2), () => []).push(word)

  const holding = (words: string[]): UnitSet => {
    let set: number[] | null = null
    for (const word of words)
      for (const index of holders.get(word) ?? []) {
        set ??= new Array<number>(size).fill(0)
        set[index >> 5] = (set[index >> 5] ?? 0) | (1 << index)
      }
    return set
  }
  const beginningWith = (letters: string) =>
    holding((alike.get(letters.slice(0, 2)) ?? []).filter((word) => word.startsWith(letters)))
  const meeting = (need: Need): UnitSet => {
    if ('word' in need)
      return need.whole
        ? kept(byWord, need.word, (word) => holding([word]))
        : kept(byBeginning, need.word, beginningWith)
    let set: UnitSet = 'all' in need ? everywhere : null
    for (const one of 'all' in need ? need.all : need.any) {
      set = 'all' in need ? inBoth(set, meeting(one)) : inEither(set, meeting(one))
      if ('all' in need && !set) break
    }
    return set
  }
  const setOf = (pattern: RegExp) =>
    kept(byPattern, pattern, () => {
      const need = neededWords(pattern)
      return need ? meeting(need) : everywhere
    })

  return {
    mayMatch: (pattern, unit) => has(setOf(pattern), unit.index),
    unitsThatMayMatch(...patterns) {
      const set = patterns.map(setOf).reduce(inEither, null)
      return set ? units.filter(({ index }) => has(set, index)) : []
    },
  }
}

const has = (set: UnitSet, index: number) => set !== null && ((set[index >> 5] ?? 0) & (1 << index)) !== 0

const inEither = (a: UnitSet, b: UnitSet): UnitSet => {
  if (!a || !b || a === b) return a ?? b
  return a.map((bits, i) => bits | (b[i] ?? 0))
}

const inBoth = (a: UnitSet, b: UnitSet): UnitSet => {
  if (!a || !b) return null
  const both = a.map((bits, i) => bits & (b[i] ?? 0))
  return both.some((bits) => bits !== 0) ? both : null
}

function kept<K, V>(made: Map<K, V>, key: K, make: (key: K) => V): V {
  let value = made.get(key)
  if (value === undefined) {
    value = make(key)
    made.set(key, value)
  }
  return value
}

/** By word, in small letters, the indexes of the units that hold it, ascending. */
function holdersOf(units: Unit[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  const none = () => []
  const holdersIn = (words: string) => wordsIn(words).map((word) => kept(holders, word, none))
  const ofUnit: number[][][] = []
  const ofHeading = new Map<string, number[][]>()
  for (const unit of units) {
    const note = (held: number[]) => {
      if (held[held.length - 1] !== unit.index) held.push(unit.index)
    }
    const own = holdersIn(unit.plain)
    ofUnit.push(own)
    own.forEach(note)
    for (let above = unit.leadIn; above; above = above.leadIn) ofUnit[above.index]?.forEach(note)
    kept(ofHeading, unit.heading, holdersIn).forEach(note)
  }
  return holders
}

/** Characters that `\w` matches, by code. */
const letter = Array.from({ length: 128 }, (_, code) => /\w/.test(String.fromCharCode(code)))

function wordsIn(plain: string): string[] {
  const small = plain.toLowerCase()
  const words: string[] = []
  let from = -1
  for (let at = 0; at <= small.length; at++) {
    const inside = letter[small.charCodeAt(at)] === true
    if (inside && from < 0) from = at
    else if (!inside && from >= 0) {
      words.push(small.slice(from, at))
      from = -1
    }
  }
  return words
}
