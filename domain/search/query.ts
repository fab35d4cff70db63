import { z } from 'zod'
import { RiskClass, riskClassTitles } from '../policy/risk.ts'
import { durationDays, readDurations } from '../quantities/duration.ts'
import { readMoney } from '../quantities/money.ts'
import { AgreementKind } from '../reading/kind.ts'
import { agreementKindTitles } from '../register/agreement.ts'
import { termType, termTypes } from '../terms/index.ts'
import { type Measure, measureNamed, measureNames } from './measures.ts'

/**
 * The question language of the search, as docs/search.md tells people: words, "phrases", prefixes with *, -words, filters
 * such as vendor:northwind, and conditions such as "cap below 1M", "notice longer than 60 days", "no audit right".
 */

export const HitKind = z.enum(['clause', 'term', 'gap', 'vendor', 'agreement', 'deployment', 'note'])
export type HitKind = z.infer<typeof HitKind>

export const Word = z.object({
  /** Lower case; several words of a phrase with single spaces. */
  text: z.string().min(1),
  /** Any ending will do. */
  prefix: z.boolean(),
  /** What has it is left out. */
  not: z.boolean(),
})
export type Word = z.infer<typeof Word>

export const Comparison = z.enum(['below', 'at_most', 'above', 'at_least', 'exactly'])
export type Comparison = z.infer<typeof Comparison>

export const Condition = z.discriminatedUnion('form', [
  z.object({ form: z.literal('has'), measure: z.string() }),
  z.object({ form: z.literal('lacks'), measure: z.string() }),
  z.object({
    form: z.literal('compares'),
    measure: z.string(),
    comparison: Comparison,
    /** Money in whole units, time in days, percentages as they are. */
    value: z.number(),
    /** Of money, when one was named. */
    currency: z.string().nullable(),
    /** The value as it was written. */
    said: z.string(),
  }),
])
export type Condition = z.infer<typeof Condition>

export const SearchQuery = z.object({
  words: z.array(Word),
  in: z.array(HitKind),
  vendors: z.array(z.string()),
  kinds: z.array(AgreementKind),
  classes: z.array(RiskClass),
  types: z.array(z.string()),
  conditions: z.array(Condition),
  /** What could not be understood and was left out, in sentences. */
  problems: z.array(z.string()),
})
export type SearchQuery = z.infer<typeof SearchQuery>

/** The longest question that is read. */
export const longestQuestion = 500

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
const anyMeasure = measureNames.map(escaped).join('|')

const comparisons: [RegExp, Comparison][] = [
  [/^(?:at most|up to|no more than|not more than|<=|≤)$/, 'at_most'],
  [/^(?:at least|no less than|not less than|>=|≥)$/, 'at_least'],
  [/^(?:below|under|less than|lower than|smaller than|shorter than|<)$/, 'below'],
  [/^(?:above|over|more than|greater than|higher than|longer than|>)$/, 'above'],
  [/^(?:exactly|is|of|=)$/, 'exactly'],
]
const anyComparison =
  'at most|up to|no more than|not more than|at least|no less than|not less than|(?:less|lower|smaller|shorter|more|greater|higher|longer) than|below|under|above|over|exactly|is|of|<=|>=|[≤≥<>=]'
const anyValue =
  '(?:[a-z]{3}\\s?|[$€£¥]\\s?)?\\d[\\d.,]*\\s?(?:%|percent|thousand|million|billion|mn|bn|m|k|(?:business |working )?(?:hour|day|week|month|quarter|year)s?)?(?:\\s?(?:usd|eur|gbp|chf|cad|aud|dollars|euros|pounds))?(?![\\w])'

/** In the order in which they are tried at each place of the question. */
const pieces = {
  compares: new RegExp(
    `(${anyMeasure})\\s*(${anyComparison.replaceAll(' ', '\\s+')})\\s*(${anyValue})`,
    'iy',
  ),
  filter: /(in|vendor|kind|class|type):(?:"([^"]{1,200})"|([^\s"]{1,200}))/iy,
  has: new RegExp(`(no|without|lacks|has|with)\\s+(?:an?\\s+)?(${anyMeasure})(?![\\w-])`, 'iy'),
  phrase: /(-?)"([^"]{1,200})"?/y,
  joint: /(?:and\b|[,;&+])/iy,
  word: /(-?)([\p{L}\p{N}][\p{L}\p{N}'’./_-]*)(\*?)/uy,
}

/** Reads a question. What is not understood is named in `problems`; nothing throws. */
export function parseQuery(question: string): SearchQuery {
  const query: SearchQuery = {
    words: [],
    in: [],
    vendors: [],
    kinds: [],
    classes: [],
    types: [],
    conditions: [],
    problems: [],
  }
  const text = question.slice(0, longestQuestion).trim()
  if (question.length > longestQuestion)
    query.problems.push(`Only the first ${longestQuestion} characters are looked for.`)
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at += match[0].length
    return match
  }
  while (at < text.length) {
    let match = take(pieces.compares)
    if (match) {
      addComparison(query, match)
      continue
    }
    match = take(pieces.filter)
    if (match) {
      addFilter(query, (match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? '')
      continue
    }
    match = take(pieces.has)
    if (match) {
      const form = /^(?:has|with)$/i.test(match[1] ?? '') ? 'has' : 'lacks'
      query.conditions.push({ form, measure: nameOf(match[2] ?? '') })
      continue
    }
    match = take(pieces.phrase)
    if (match) {
      addWord(query, match[2] ?? '', match[1] === '-', false)
      continue
    }
    if (take(pieces.joint)) continue
    match = take(pieces.word)
    if (match) addWord(query, match[2] ?? '', match[1] === '-', match[3] === '*')
    else at += 1
  }
  if (query.words.length > 0 && query.words.every((word) => word.not)) {
    query.problems.push('Say at least one word to look for beside those to leave out.')
    query.words = []
  }
  return query
}

function addWord(query: SearchQuery, words: string, not: boolean, prefix: boolean): void {
  const text = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (text) query.words.push({ text, prefix, not })
}

const tidy = (name: string) => name.toLowerCase().replace(/\s+/g, ' ')

/** The name that the measure is known by, whichever of its names was written. */
function nameOf(written: string): string {
  const measure = measureNamed(tidy(written))
  return measure?.names[0] ?? tidy(written)
}

function addComparison(
  query: SearchQuery,
  [all, name = '', operator = '', said = '']: RegExpExecArray,
): void {
  const measure = measureNamed(tidy(name))
  const comparison = comparisons.find(([pattern]) => pattern.test(tidy(operator)))?.[1]
  const value = measure && comparison ? askedValue(measure, said.trim()) : undefined
  if (!measure || !comparison || !value) {
    query.problems.push(
      `“${all.trim()}” could not be compared: ${measure?.unit ? wanted[measure.unit] : 'this term has no number'}.`,
    )
    return
  }
  query.conditions.push({
    form: 'compares',
    measure: measure.names[0],
    comparison,
    said: said.trim(),
    ...value,
  })
}

const wanted = {
  money: 'write a sum, like 1M, 500k or EUR 250,000',
  days: 'write a time, like 60 days, 3 months or 72 hours',
  percent: 'write a percentage, like 99.9%',
}

function askedValue({ unit }: Measure, said: string): { value: number; currency: string | null } | undefined {
  if (unit === 'money') {
    const own = readMoney(said)[0]?.value
    const value = own ?? readMoney(`USD ${said}`)[0]?.value
    return value ? { value: value.amount, currency: own?.currency ?? null } : undefined
  }
  if (unit === 'days') {
    const period = readDurations(said)[0]?.value
    return period ? { value: durationDays(period), currency: null } : undefined
  }
  if (unit === 'percent') {
    const percent = /^(\d+(?:[.,]\d+)?)\s?(?:%|percent)?$/i.exec(said)?.[1]
    return percent === undefined ? undefined : { value: Number(percent.replace(',', '.')), currency: null }
  }
  return undefined
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/s$/, '')
    .trim()

function addFilter(query: SearchQuery, name: string, value: string): void {
  const pick = <T extends string>(choices: readonly T[], titles?: Record<T, string>): T | undefined =>
    choices.find((one) => plain(one) === plain(value) || (titles && plain(titles[one]) === plain(value)))
  const add = <T>(list: T[], found: T | undefined, choices: readonly string[]) => {
    if (found !== undefined) list.push(found)
    else query.problems.push(`“${name}:${value}” is not known. There is ${choices.join(', ')}.`)
  }
  if (name === 'vendor') query.vendors.push(value.toLowerCase())
  if (name === 'in') add(query.in, pick(HitKind.options), HitKind.options)
  if (name === 'kind')
    add(query.kinds, pick(AgreementKind.options, agreementKindTitles), AgreementKind.options)
  if (name === 'class') add(query.classes, pick(RiskClass.options, riskClassTitles), RiskClass.options)
  if (name === 'type') {
    const found = termTypes.find(
      (one) => plain(one.type) === plain(value) || plain(one.title) === plain(value),
    )
    add(query.types, found?.type ?? measureNamed(tidy(value))?.type, [
      'liability_cap',
      'audit_right',
      'renewal …',
    ])
  }
}

const comparisonWords: Record<Comparison, string> = {
  below: 'below',
  at_most: 'at most',
  above: 'above',
  at_least: 'at least',
  exactly: 'exactly',
}

/** How the question was understood, a short sentence for each part of it. */
export function understood(query: SearchQuery): string[] {
  return [
    ...query.words.map(({ text, prefix, not }) => {
      const said = text.includes(' ')
        ? `the words “${text}” in a row`
        : `“${text}”${prefix ? ' with any ending' : ''}`
      return not ? `without ${said}` : said
    }),
    ...query.conditions.map((condition) =>
      condition.form === 'compares'
        ? `${condition.measure} ${comparisonWords[condition.comparison]} ${condition.said}`
        : condition.form === 'has'
          ? `agreements with: ${condition.measure}`
          : `agreements where no ${condition.measure} was found`,
    ),
    ...query.vendors.map((vendor) => `vendor ${vendor}`),
    ...query.kinds.map((kind) => agreementKindTitles[kind].toLowerCase()),
    ...query.classes.map((riskClass) => `class ${riskClassTitles[riskClass]}`),
    ...query.types.map((type) => `term ${termType(type)?.title ?? type}`),
    ...query.in.map((kind) => `only ${kind}s`),
  ]
}
