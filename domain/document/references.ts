import type { Clause, CrossReference } from '../reading/context.ts'

const number = String.raw`(?:\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-z0-9]{1,4}\)){0,3}|[IVXLC]{1,6}\b|[A-Z]\.\d{1,2}(?:\.[a-z\d])?)`
const numbers = new RegExp(number, 'g')
/** "Section 9.2", "SECTION 9", "clauses 9, 10.1 and 12": clauses of limits of liability are printed in capitals. */
const section = String.raw`(?:([Ss]ection|SECTION|[Cc]lause|CLAUSE|[Pp]aragraph|PARAGRAPH|[Aa]rticle|ARTICLE)([sS]?)|§)\s{1,2}(${number})`
const others = String.raw`((?:(?:,|,?\s(?:and|or|AND|OR|&))\s{1,2}${number}){0,8})`
const attachment = String.raw`((?:Schedule|Exhibit|Annex|Appendix|Attachment)\s{1,2}(?:[A-Z]{1,2}(?:-\d{1,2})?|\d{1,2}|[IVX]{1,5})\b)`
const pattern = new RegExp(
  String.raw`\b(?:${section}${others}|${attachment})(\s(?:of|to)\s(?:the|that|such)\s[A-Z]\w{1,40})?`,
  'g',
)

/** "Section 9.2", "Exhibit A": where each points to, or why that can't be told. Each number of "Sections 9 and 11" is one. */
export function referencesOf(text: string, clauses: Clause[]): CrossReference[] {
  const byNumber = new Map<string, Clause[]>()
  for (const clause of clauses) {
    const key = keyOf(clause.number ?? '')
    if (key) byNumber.set(key, [...(byNumber.get(key) ?? []), clause])
  }
  const pointedAt = (key: string): Pick<CrossReference, 'target' | 'reason'> => {
    const [target, another] = byNumber.get(key) ?? []
    if (!target) return { target: null, reason: 'not_in_document' }
    return another ? { target: null, reason: 'ambiguous' } : { target }
  }
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [printed, kind, plural, first, rest = '', paper, other] = match
    const span = { start: match.index, end: match.index + printed.length, printed }
    if (other && !/\s(?:this|the) (?:Agreement|Contract|Terms|DPA|Addendum)$/i.test(other))
      return [{ ...span, target: null, reason: 'other_document' as const }]
    if (!first) return [{ ...span, ...pointedAt(keyOf(paper ?? '')) }]
    // "Under Section 9, 30 days after": one section has one number.
    const named = [first, ...(plural ? (rest.match(numbers) ?? []) : [])]
    return named.map((one) => {
      const article = `article ${keyOf(one)}`
      const isArticle = kind?.toLowerCase() === 'article' && byNumber.has(article)
      return { ...span, ...pointedAt(isArticle ? article : keyOf(one)) }
    })
  })
}

const keyOf = (number: string) => number.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '')
