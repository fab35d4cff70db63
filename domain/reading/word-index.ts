import type { Unit } from './context.ts'
import { type Need, neededWords, shortest } from './needed-words.ts'

/** Which units hold what a pattern needs: bit `index % 32` of element `index >> 5`; null for none. */
type UnitSet = number[] | null

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
  const everywhere = new Array<number>(size).fill(-1)
  const byWord = new Map<string, UnitSet>()
  const byBeginning = new Map<string, UnitSet>()
  const byPattern = new Map<RegExp, UnitSet>()

  /** Words by their first letters: a beginning is looked for among those that share them. */
  const alike = new Map<string, string[]>()
  for (const word of holders.keys()) kept(alike, word.slice(0, shortest), () => []).push(word)

  const none = () => new Array<number>(size).fill(0)

  const withWord = (word: string): UnitSet => {
    const held = holders.get(word)
    return held ? addTo(none(), held) : null
  }
  const withBeginning = (letters: string): UnitSet => {
    let set: UnitSet = null
    for (const word of alike.get(letters.slice(0, shortest)) ?? [])
      if (word.startsWith(letters)) set = addTo(set ?? none(), holders.get(word) ?? [])
    return set
  }
  const withAny = (needs: Need[]): UnitSet => {
    let set: UnitSet = null
    for (const need of needs) {
      const other = withNeed(need)
      if (!other) continue
      set ??= none()
      for (let i = 0; i < size; i++) set[i] = (set[i] ?? 0) | (other[i] ?? 0)
    }
    return set
  }
  const withAll = (needs: Need[]): UnitSet => {
    const set = everywhere.slice()
    for (const need of needs) {
      const other = withNeed(need)
      if (!other) return null
      let left = 0
      for (let i = 0; i < size; i++) {
        const both = (set[i] ?? 0) & (other[i] ?? 0)
        set[i] = both
        left |= both
      }
      if (left === 0) return null
    }
    return set
  }
  const withNeed = (need: Need): UnitSet => {
    if ('any' in need) return withAny(need.any)
    if ('all' in need) return withAll(need.all)
    return need.whole ? kept(byWord, need.word, withWord) : kept(byBeginning, need.word, withBeginning)
  }
  const lookUp = (pattern: RegExp): UnitSet => {
    const need = neededWords(pattern)
    return need ? withNeed(need) : everywhere
  }

  return {
    mayMatch(pattern, { index }) {
      const set = kept(byPattern, pattern, lookUp)
      return set !== null && ((set[index >> 5] ?? 0) & (1 << index)) !== 0
    },
    unitsThatMayMatch(...patterns) {
      const found: Unit[] = []
      const sets = patterns.map((pattern) => kept(byPattern, pattern, lookUp))
      for (let i = 0; i < size; i++) {
        let bits = 0
        for (const set of sets) bits |= set?.[i] ?? 0
        for (; bits !== 0; bits &= bits - 1) {
          const unit = units[32 * i + 31 - Math.clz32(bits & -bits)]
          if (unit) found.push(unit)
        }
      }
      return found
    },
  }
}

function addTo(set: number[], indexes: number[]): number[] {
  for (const index of indexes) set[index >> 5] = (set[index >> 5] ?? 0) | (1 << index)
  return set
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
  const ofUnit: number[][][] = []
  const ofHeading = new Map<string, number[][]>()
  for (const { index, plain, leadIn, heading } of units) {
    const own = holdersIn(holders, plain)
    ofUnit.push(own)
    hold(own, index)
    for (let above = leadIn; above; above = above.leadIn) hold(ofUnit[above.index] ?? [], index)
    let headed = ofHeading.get(heading)
    if (!headed) {
      headed = holdersIn(holders, heading)
      ofHeading.set(heading, headed)
    }
    hold(headed, index)
  }
  return holders
}

function hold(all: number[][], index: number) {
  for (const held of all) if (held[held.length - 1] !== index) held.push(index)
}

/** Characters that `\w` matches, by code. */
const letter = Array.from({ length: 128 }, (_, code) => /\w/.test(String.fromCharCode(code)))

/** The holders of each word of some text; a new word gets an empty list. */
function holdersIn(holders: Map<string, number[]>, text: string): number[][] {
  const small = text.toLowerCase()
  const all: number[][] = []
  let from = -1
  for (let at = 0; at <= small.length; at++) {
    const code = small.charCodeAt(at)
    const inside = code < 128 && letter[code] === true
    if (inside && from < 0) from = at
    else if (!inside && from >= 0) {
      const word = small.slice(from, at)
      from = -1
      let held = holders.get(word)
      if (!held) {
        held = []
        holders.set(word, held)
      }
      all.push(held)
    }
  }
  return all
}
