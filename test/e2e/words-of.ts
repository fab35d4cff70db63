import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'

/** The words of a Word document, one paragraph a line. */
export function wordsOf(path: string): string {
  const parts = unzipSync(readFileSync(path))
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return body
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
}
