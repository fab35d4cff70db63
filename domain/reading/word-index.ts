import type { Unit } from './context.ts'
import { type Need, neededWords } from './needed-words.ts'

/** Which units hold what a pattern needs: bit `index % 32` of element `index >> 5`. */
type UnitSet = Uint32Array

/** Tells in which units a pattern may match: the others lack a word that it can't match without. */
export interface WordIndex {
  mayMatch(pattern: RegExp, unit: Unit): boolean
  /** In text order. */
  unitsThatMayMatch(...patterns: RegExp[]): Unit[]
}

/** Reads the words of the units once; a unit holds its own, those of what introduces it and those of its heading. */
export function wordIndex(units: Unit[]): WordIndex {
  const holders = holdersOf(units)
  const words = [...holders.keys()].sort()
  const size = (units.length + 31) >> 5
  const everywhere = new Uint32Array(size).fill(0xffffffff)
  const byWord = new Map<string, UnitSet>()
  const byBeginning = new Map<string, UnitSet>()
  const byPattern = new Map<RegExp, UnitSet>()

  const withWord = (word: string) => {
    const set = new Uint32Array(size)
    for (const index of holders.get(word) ?? []) add(set, index)
    return set
  }
  const withBeginning = (letters: string) => {
    const set = new Uint32Array(size)
    for (let at = firstFrom(words, letters); words[at]?.startsWith(letters); at++)
      for (const index of holders.get(words[at] ?? '') ?? []) add(set, index)
    return set
  }
  const withNeed = (need: Need): UnitSet => {
    if ('word' in need)
      return need.whole ? kept(byWord, need.word, withWord) : kept(byBeginning, need.word, withBeginning)
    const [first, ...rest] = 'all' in need ? need.all : need.any
    const set = first ? withNeed(first).slice() : new Uint32Array(size)
    for (const one of rest) {
      if ('all' in need && !set.some(Boolean)) break
      withNeed(one).forEach((bits, i) => {
        set[i] = 'all' in need ? (set[i] ?? 0) & bits : (set[i] ?? 0) | bits
      })
    }
    return set
  }
  const setOf = (pattern: RegExp) =>
    kept(byPattern, pattern, () => {
      const need = neededWords(pattern)
      return need ? withNeed(need) : everywhere
    })

  return {
    mayMatch: (pattern, unit) => has(setOf(pattern), unit.index),
    unitsThatMayMatch(...patterns) {
      const sets = patterns.map(setOf)
      return units.filter(({ index }) => sets.some((set) => has(set, index)))
    },
  }
}

const add = (set: UnitSet, index: number) => {
  set[index >> 5] = (set[index >> 5] ?? 0) | (1 << index)
}
const has = (set: UnitSet, index: number) => ((set[index >> 5] ?? 0) & (1 << index)) !== 0

function kept<K, V>(made: Map<K, V>, key: K, make: (key: K) => V): V {
  let value = made.get(key)
  if (value === undefined) {
    value = make(key)
    made.set(key, value)
  }
  return value
}

/** Where in sorted words the first stands that is not before `letters`. */
function firstFrom(words: string[], letters: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < letters) low = middle + 1
    else high = middle
  }
  return low
}

/** By word, in small letters, the indexes of the units that hold it, ascending. */
function holdersOf(units: Unit[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  const ofUnit: number[][][] = []
  const ofHeading = new Map<string, number[][]>()
  const holdersIn = (words: string) => wordsIn(words).map((word) => kept(holders, word, () => []))
  for (const unit of units) {
    const own = holdersIn(unit.plain)
    ofUnit.push(own)
    const note = (held: number[]) => {
      if (held[held.length - 1] !== unit.index) held.push(unit.index)
    }
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
