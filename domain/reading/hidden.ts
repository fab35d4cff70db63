import type { Document, Span } from '../document/document.ts'

/** The words of a paper that can't be seen on the page, as a paper of their own; null when everything can be seen. */
export function hiddenPart(document: Document): Document | null {
  if (!document.lines.some(({ hidden }) => hidden)) return null
  return { ...document, lines: document.lines.map((line) => ({ ...line, hidden: !line.hidden })) }
}

/** Whether all of the ranges stand in words that can't be seen. */
export const areHidden = ({ lines }: Document, spans: Span[]): boolean =>
  spans.length > 0 &&
  spans.every(({ start, end }) => {
    const own = lines.filter((line) => line.start < end && line.end > start)
    return own.length > 0 && own.every(({ hidden }) => hidden)
  })
