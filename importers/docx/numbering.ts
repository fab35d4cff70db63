import { inWords, letters, ordinal, ordinalInWords, roman } from '../numerals.ts'
import type { Styles } from './styles.ts'
import { child, type Element, value } from './xml.ts'

/**
 * Automatic numbering, counted as Word counts it: "1.", "1.1", "(a)", "Article IV". Word stores none of these
 * words; they are made from the levels of numbering.xml and the order of the paragraphs (ECMA-376 part 1, 17.9).
 */
export interface Numbering {
  /**
   * The number that Word prints before a paragraph, and counts it.
   * @returns "" for a paragraph that its list leaves without
   */
  next(numId: string, level: number | undefined, styleId: string | undefined): string
}

interface Level {
  start: number
  format: string
  /** "%1.%2": a per cent sign and the number of the level. */
  text: string
  /** Counting starts again after this level (1 is the highest); 0 never. */
  restart: number | undefined
  /** Legal: all numbers in it as Arabic figures. */
  legal: boolean
  styleId: string | undefined
}

interface List {
  /** Lists of the same abstract one go on counting where the other left off. */
  abstractId: string
  levels: Map<number, Level>
  startOverrides: Map<number, number>
}

export function readNumbering(part: Element | undefined, styles: Styles): Numbering {
  const lists = readLists(part, styles)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  return {
    next(numId, wanted, styleId) {
      const list = lists.get(numId)
      if (!list) return ''
      const level = wanted ?? levelOfStyle(list, styleId) ?? 0
      const own = list.levels.get(level)
      if (!own) return ''
      const counts = counters.get(list.abstractId) ?? []
      counters.set(list.abstractId, counts)

      const override = list.startOverrides.get(level)
      const key = `${numId} ${level}`
      const startsAfresh = override !== undefined && !begun.has(key)
      begun.add(key)
      const current = counts[level]
      counts[level] = startsAfresh ? override : current === undefined ? own.start : current + 1
      for (let deeper = level + 1; deeper < 9; deeper++) {
        const restart = list.levels.get(deeper)?.restart
        if (restart === undefined || restart > level) counts[deeper] = undefined
      }
      return print(list, level, counts)
    },
  }
}

const levelOfStyle = (list: List, styleId: string | undefined): number | undefined =>
  [...list.levels].find(([, level]) => styleId !== undefined && level.styleId === styleId)?.[0]

function print(list: List, level: number, counts: (number | undefined)[]): string {
  const own = list.levels.get(level)
  if (!own || own.format === 'none') return (own?.text ?? '').replace(/%\d/g, '').trim()
  if (own.format === 'bullet') return /^[–—-]$/.test(own.text.trim()) ? own.text.trim() : '•'
  const printed = own.text.replace(/%(\d)/g, (_, digit: string) => {
    const of = Number(digit) - 1
    const source = list.levels.get(of)
    if (!source) return ''
    counts[of] ??= source.start
    return inFormat(counts[of] ?? 0, own.legal ? 'decimal' : source.format)
  })
  return printed.trim()
}

function inFormat(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(count)
    case 'upperLetter':
      return letters(count).toUpperCase()
    case 'lowerRoman':
      return roman(count)
    case 'upperRoman':
      return roman(count).toUpperCase()
    case 'ordinal':
      return ordinal(count)
    case 'cardinalText':
      return inWords(count)
    case 'ordinalText':
      return ordinalInWords(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(count)
  }
}

function readLists(part: Element | undefined, styles: Styles): Map<string, List> {
  const abstracts = new Map<string, Element>()
  const nums = new Map<string, Element>()
  for (const element of part?.children ?? []) {
    const { abstractNumId, numId } = element.attributes
    if (element.name === 'abstractNum' && abstractNumId) abstracts.set(abstractNumId, element)
    if (element.name === 'num' && numId) nums.set(numId, element)
  }
  const lists = new Map<string, List>()
  for (const [numId, num] of nums) {
    const abstractId = resolve(value(num, 'abstractNumId'))
    const list: List = { abstractId, levels: new Map(), startOverrides: new Map() }
    for (const element of abstracts.get(abstractId)?.children ?? [])
      if (element.name === 'lvl') list.levels.set(Number(element.attributes.ilvl), levelOf(element))
    for (const override of num.children.filter(({ name }) => name === 'lvlOverride')) {
      const level = Number(override.attributes.ilvl)
      const replaced = child(override, 'lvl')
      if (replaced) list.levels.set(level, levelOf(replaced))
      const start = value(override, 'startOverride')
      if (start !== undefined) list.startOverrides.set(level, Number(start))
    }
    lists.set(numId, list)
  }
  return lists

  /** A list may be only a name for the one that a numbering style keeps. */
  function resolve(id: string | undefined): string {
    const link = value(abstracts.get(id ?? ''), 'numStyleLink')
    const linked = link ? nums.get(styles.style(link).numId ?? '') : undefined
    return value(linked, 'abstractNumId') ?? id ?? ''
  }
}

function levelOf(element: Element): Level {
  const restart = value(element, 'lvlRestart')
  return {
    start: Number(value(element, 'start') ?? '0'),
    format: value(element, 'numFmt') ?? 'decimal',
    text: value(element, 'lvlText') ?? '',
    restart: restart === undefined ? undefined : Number(restart),
    legal: child(element, 'isLgl') !== undefined,
    styleId: value(element, 'pStyle'),
  }
}
