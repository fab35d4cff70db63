import { clauseTree } from '#domain/document/clauses.ts'
import type { Document } from '#domain/document/document.ts'
import { IsoDate, plainDate } from '#domain/quantities/date.ts'
import { Duration, plainDuration } from '#domain/quantities/duration.ts'
import { Money } from '#domain/quantities/money.ts'
import type { StoredTerm } from '#domain/register/agreement.ts'
import { termType, termTypes } from '#domain/terms/index.ts'
import { plainMoney } from '#domain/terms/shared/amounts.ts'
import { inWords } from '#domain/terms/shared/in-words.ts'
import type { AbsentView, OutlineView, TermView } from '../components/agreement-view.ts'

/** "exceptHeads" and "data_breach" as people read them. */
export const nameInWords = (name: string) => inWords(name.replaceAll(/([A-Z])/g, ' $1').toLowerCase())

function valueInWords(value: unknown): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.length > 0 ? value.map(valueInWords).join(', ') : 'none named'
  const [duration, money, date] = [
    Duration.safeParse(value),
    Money.safeParse(value),
    IsoDate.safeParse(value),
  ]
  if (duration.success) return plainDuration(duration.data)
  if (money.success) return plainMoney(money.data)
  if (date.success) return plainDate(date.data)
  if (value && typeof value === 'object')
    return Object.entries(value)
      .map(([key, part]) => `${nameInWords(key)} ${valueInWords(part)}`)
      .join(', ')
  return inWords(String(value))
}

/** The value in plain words; field by field when the type has none of its own or no longer knows the shape. */
export function plainValue(type: string, value: Record<string, unknown>): string {
  const known = termType(type)
  const parsed = known?.value.safeParse(value)
  return known && parsed?.success ? known.plain(parsed.data) : valueInWords(value)
}

/** A term as the screens show it. */
export function termView(term: StoredTerm): TermView {
  const type = termType(term.type)
  return {
    id: term.id,
    slug: term.slug,
    type: term.type,
    title: type?.title ?? nameInWords(term.type),
    group: type?.group ?? 'time',
    rank: type ? termTypes.indexOf(type) : termTypes.length,
    plain: plainValue(term.type, term.value),
    fields: Object.entries(term.value).map(([name, value]) => ({
      name: nameInWords(name),
      value: valueInWords(value),
    })),
    confidence: term.confidence,
    review: term.review,
    reviewedBy: term.reviewedBy,
    reviewedAt: term.reviewedAt,
    people: term.people,
    version: term.version,
    readPlain: term.read && plainValue(term.type, term.read.value),
    reader: term.reader,
    citations: term.citations,
  }
}

/** The clauses that have a heading of their own, with the page each begins on. */
export function outlineOf(document: Document): OutlineView[] {
  return clauseTree(document)
    .clauses.filter((clause) => clause.heading && clause.level <= 3)
    .map(({ number, heading, level, start }) => ({
      number,
      heading,
      level,
      page: document.pages.findLast((page) => page.start <= start)?.number ?? 1,
      start,
    }))
}

/** What was looked for in vain, with the words it was looked for by. */
export const absentViews = (types: string[]): AbsentView[] =>
  types.map((type) => ({
    type,
    title: termType(type)?.title ?? nameInWords(type),
    looksFor: termType(type)?.looksFor ?? [],
  }))
