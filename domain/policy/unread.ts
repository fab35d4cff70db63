import type { Warning } from '../document/document.ts'

/** Warnings that mean: something may stand there that nobody has read, so silence proves nothing. */
const unreadCodes = new Set(['page_unreadable', 'damaged_parts', 'reader_failed', 'language_not_supported'])

/** What of a paper could not be read, in words people know: "Order form, page 3". Each once. */
export function unreadParts(title: string, warnings: Warning[]): string[] {
  const parts = warnings
    .filter(({ code }) => unreadCodes.has(code))
    .map(({ page }) => (page ? `${title}, page ${page}` : title))
  return [...new Set(parts)]
}
