import type { Clause, CrossReference } from '../reading/context.ts'

const pattern =
  /\b(?:(?:Sections?|Clauses?|Paragraphs?|Articles?|§)\s{1,2}(\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-z0-9]{1,4}\)){0,3}|[IVXLC]{1,6}\b|[A-Z]\.\d{1,2}(?:\.[a-z\d])?)|(?:Schedule|Exhibit|Annex|Appendix|Attachment)\s{1,2}([A-Z]{1,2}(?:-\d{1,2})?|\d{1,2}|[IVX]{1,5})\b)(\s(?:of|to)\s(?:the|that|such)\s[A-Z]\w{1,40})?/g

/** "Section 9.2", "Exhibit A": where each points to, or why that can't be told. */
export function referencesOf(text: string, clauses: Clause[]): CrossReference[] {
  const byNumber = new Map<string, Clause[]>()
  for (const clause of clauses) {
    const key = keyOf(clause.number ?? '')
    if (key) byNumber.set(key, [...(byNumber.get(key) ?? []), clause])
  }
  return [...text.matchAll(pattern)].map((match) => {
    const [printed, section, attachment, other] = match
    const span = { start: match.index, end: match.index + printed.length, printed }
    if (other && !/\s(?:this|the) (?:Agreement|Contract|Terms|DPA|Addendum)$/i.test(other))
      return { ...span, target: null, reason: 'other_document' as const }
    const isArticle = /^Article/i.test(printed)
    const targets =
      byNumber.get(keyOf(attachment ? printed : isArticle ? `Article ${section}` : (section ?? ''))) ??
      byNumber.get(keyOf(section ?? '')) ??
      []
    const [target] = targets
    if (!target) return { ...span, target: null, reason: 'not_in_document' as const }
    if (targets.length > 1) return { ...span, target: null, reason: 'ambiguous' as const }
    return { ...span, target }
  })
}

const keyOf = (number: string) => number.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '')
