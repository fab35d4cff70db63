import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp'

/** What words must hold before a pattern can match them: a word or its beginning, all of several such, or one of several. */
export type Need = { word: string; whole: boolean } | { all: Need[] } | { any: Need[] }

const known = new WeakMap<RegExp, Need | null>()

/**
 * The words without which a pattern can't match, read from the pattern itself: `/\bliab\w+\b[^.]{0,60}?\bcap(?:ped)?\b/i`
 * needs a word that begins with "liab", and "cap" or "capped". Null when nothing can be told. Words are in small letters.
 */
export function neededWords(pattern: RegExp): Need | null {
  let need = known.get(pattern)
  if (need === undefined) {
    need = oneOf(
      parseRegExpLiteral(pattern).pattern.alternatives.map(
        ({ elements }) => walk(elements, null, false).need,
      ),
    )
    known.set(pattern, need)
  }
  return need
}

/**
 * What is known of the word that a place in the pattern stands in: its letters so far, "" where a word can only begin,
 * null where it isn't known how it began.
 */
type Begun = string | null

/** Too many words have a shorter beginning in common. */
export const shortest = 3

/** What a sequence needs. @param endsWord whether what follows the sequence ends a word that is still open */
function walk(elements: AST.Element[], begun: Begun, endsWord: boolean): { need: Need | null; at: Begun } {
  const needs: Need[] = []
  let word = begun
  const close = (whole: boolean) => {
    if (word && (whole || word.length >= shortest)) needs.push({ word, whole })
    word = whole || word === '' ? '' : null
  }
  for (const [i, element] of elements.entries()) {
    if (word && isEdge(elements, i, endsWord)) close(true)
    const inner = element.type === 'Quantifier' ? element.element : element
    const [min, max] = element.type === 'Quantifier' ? [element.min, element.max] : [1, 1]
    if (inner.type === 'Assertion') {
      if (inner.kind === 'lookahead' || inner.kind === 'lookbehind') continue
      if (inner.kind === 'word' && inner.negate) word = null
      else close(true)
    } else if (min === 1 && max === 1 && inner.type === 'Character' && isLetter(inner.value)) {
      if (word !== null) word += String.fromCodePoint(inner.value).toLowerCase()
    } else if (inner.type === 'Group' || inner.type === 'CapturingGroup') {
      if (min === 0) close(false)
      const inside = inner.alternatives.map((one) =>
        walk(one.elements, word, max === 1 && isEdge(elements, i + 1, endsWord)),
      )
      const need = oneOf(inside.map((one) => one.need))
      if (min > 0 && need) needs.push(need)
      const begins = max === 1 ? inside : inner.alternatives.map((one) => walk(one.elements, null, false))
      word = (min > 0 || word === '') && begins.every(({ at }) => at === '') ? '' : null
    } else if (isOutside(inner)) {
      if (min === 0 && word) {
        // "sub-?process": one word or two.
        const rest = elements.slice(i + 1)
        const [one, two] = [walk(rest, word, endsWord), walk(rest, '', endsWord)]
        const parted = allOf([{ word, whole: true }, ...(two.need ? [two.need] : [])])
        return {
          need: allOf([...needs, ...[oneOf([one.need, parted])].filter((need) => need !== null)]),
          at: one.at === '' && two.at === '' ? '' : null,
        }
      }
      if (min > 0) word = ''
    } else {
      close(false)
      word = null
    }
  }
  close(endsWord)
  return { need: allOf(needs), at: word }
}

/** Whether a word that is open before the i-th element always ends there. */
function isEdge(elements: AST.Element[], i: number, endsWord: boolean): boolean {
  const element = elements[i]
  if (!element) return endsWord
  const inner = element.type === 'Quantifier' ? element.element : element
  const after = () => isEdge(elements, i + 1, endsWord)
  if (inner.type === 'Assertion')
    return inner.kind === 'lookahead' || inner.kind === 'lookbehind'
      ? after()
      : !('negate' in inner && inner.negate)
  const here =
    inner.type === 'Group' || inner.type === 'CapturingGroup'
      ? inner.alternatives.every((one) => isEdge(one.elements, 0, after()))
      : isOutside(inner)
  return here && (element.type !== 'Quantifier' || element.min > 0 || after())
}

const isLetter = (code: number) => code < 128 && /\w/.test(String.fromCharCode(code))

/** Matches one character, and never one of a word. */
function isOutside(element: AST.Node): boolean {
  switch (element.type) {
    case 'Character':
      return !isLetter(element.value)
    case 'CharacterSet':
      return element.kind === 'space' ? !element.negate : element.kind === 'word' && element.negate
    case 'CharacterClass':
      return !element.negate && element.elements.every(isOutside)
    case 'CharacterClassRange':
      return element.min.value > 127
    default:
      return false
  }
}

function oneOf(needs: (Need | null)[]): Need | null {
  const all = needs.filter((need) => need !== null)
  return all.length < needs.length || all.length === 0
    ? null
    : all.length === 1
      ? (all[0] ?? null)
      : { any: all }
}

/** The rarest first, as far as that can be told without the text: the others are then looked up in vain less often. */
function allOf(needs: Need[]): Need | null {
  const all = needs.sort((a, b) => rarity(b) - rarity(a))
  return all.length > 1 ? { all } : (all[0] ?? null)
}

function rarity(need: Need): number {
  if ('any' in need) return Math.min(...need.any.map(rarity)) / need.any.length
  return 'all' in need ? Math.max(...need.all.map(rarity)) : need.word.length
}
