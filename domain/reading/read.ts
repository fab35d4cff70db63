import type { Document, Span, Warning } from '../document/document.ts'
import { termTypes } from '../terms/index.ts'
import type { Candidate, Term, TermType } from '../terms/term.ts'
import { buildContext } from './build.ts'
import { categoryOf } from './categories.ts'
import { cite, citedSpans } from './citations.ts'
import { confidences } from './confidence.ts'
import type { ReadingContext } from './context.ts'
import { areHidden, hiddenPart } from './hidden.ts'
import { type AgreementKind, titleAndKind } from './kind.ts'
import { foreignLanguage } from './language.ts'

export interface DocumentReading {
  title: string | null
  kind: AgreementKind
  /** In text order. */
  terms: Term[]
  /** Types that were looked for and not found. Empty when the paper could not be read for sense. */
  absent: string[]
  warnings: Warning[]
}

/**
 * Everything the engine finds in a document. A reader that fails costs its own term type and a warning, not the rest;
 * such a type is neither found nor absent.
 */
export function readTerms(document: Document): DocumentReading {
  const { title, kind } = titleAndKind(document)
  const warnings = [...document.warnings]
  const language = foreignLanguage(document.text)
  if (language) {
    warnings.push({
      code: 'language_not_supported',
      message: `This paper seems to be written in ${language === 'another script' ? 'a script other than the Latin one' : language}. Carveout reads English, so nothing was read from it.`,
    })
    return { title, kind, terms: [], absent: [], warnings }
  }
  const context = buildContext(document)
  const hidden = hiddenPart(document)
  const terms: Term[] = []
  const absent: string[] = []
  for (const type of termTypes) {
    try {
      const all = termsOf(context, type)
      const found = hidden ? all.filter(({ citations }) => !areHidden(document, citations)) : all
      terms.push(...found)
      if (found.length === 0) absent.push(type.type)
    } catch {
      warnings.push({
        code: 'reader_failed',
        message: `Looking for "${type.title}" failed, so whether the paper says it is not known.`,
      })
    }
  }
  if (hidden) warnings.push(...saidInHiding(document, hidden, absent))
  terms.sort((a, b) => (a.citations[0]?.start ?? 0) - (b.citations[0]?.start ?? 0))
  return { title, kind, terms, absent, warnings }
}

/** The terms that only words nobody can see would give: named, so that somebody asks where they come from, and not counted. */
function saidInHiding(document: Document, hidden: Document, absent: string[]): Warning[] {
  const context = buildContext(hidden)
  const titles = termTypes
    .filter(
      (type) =>
        absent.includes(type.type) &&
        termsOf(context, type).some(({ citations }) => areHidden(document, citations)),
    )
    .map(({ title }) => title)
  if (titles.length === 0) return []
  return [
    {
      code: 'hidden_terms',
      message: `Only words that can’t be seen on the page speak of: ${titles.join(', ')}. They were not counted. Ask who put them there.`,
    },
  ]
}

function termsOf(context: ReadingContext, type: TermType): Term[] {
  const candidates = type.read(context)
  const sure = confidences(context, type.type, candidates)
  return candidates.flatMap((candidate, i) => {
    const spans = citedSpans(context, type.type, candidate)
    if (spans.length === 0) return []
    return {
      type: type.type,
      value: type.value.parse(candidate.value) as Term['value'],
      citations: spans.map((span) => cite(context, span)),
      confidence: sure[i] ?? candidate.score,
      reader: `${type.type}@${type.version}`,
    }
  })
}

export interface Explanation {
  quote: string
  page: number
  clause: string | null
  /** What was taken from it; absent for a unit that was considered and not taken. */
  value?: unknown
  score: number
  rule: string
}

/** Why a term type was read or not: what was found, and the units the classifier thought of next. */
export function explain(document: Document, type: string): Explanation[] {
  const context = buildContext(document)
  const found = termTypes.find((t) => t.type === type)?.read(context) ?? []
  const told = (span: Span, rest: Pick<Explanation, 'score' | 'rule' | 'value'>): Explanation => {
    const { quote, page, clause } = cite(context, span)
    return { quote, page, clause, ...rest }
  }
  const taken = found.flatMap(({ value, spans, score, rule }: Candidate<unknown>) =>
    spans.slice(0, 1).map((span) => told(span, { value, score, rule })),
  )
  const category = categoryOf(type) ?? type
  const passed = context.units
    .map((unit) => ({ unit, score: context.score(category, unit) }))
    .filter(
      ({ unit, score }) =>
        score > 0.02 && !found.some((f) => f.spans.some((s) => s.start <= unit.start && unit.end <= s.end)),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ unit, score }) => told(unit, { score, rule: 'classifier, below its threshold' }))
  return [...taken, ...passed]
}
