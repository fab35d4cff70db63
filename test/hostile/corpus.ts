import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FileReading } from '#importers/isolated.ts'
import type { HostileFile } from './case.ts'
import { mutations } from './mutations.ts'
import { otherCases } from './other-cases.ts'
import { pdfCases } from './pdf-cases.ts'

const folder = path.resolve(import.meta.dirname, '../../samples/files')
const sample = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) })

export const samples = ['corvane-msa.pdf', 'lumenfold-ai-addendum.docx', 'corvane-dpa.pdf'].map(sample)

/** Every hostile file, made anew in memory. */
export async function corpus(): Promise<HostileFile[]> {
  const word = samples.find(({ name }) => name.endsWith('.docx'))?.bytes ?? new Uint8Array()
  return [...(await pdfCases()), ...otherCases(word), ...mutations(samples)]
}

/** Why a reading only looks like a success; null for an honest one. */
export function dishonesty({ document, reading }: FileReading): string | null {
  const { pages, lines, text } = document
  const warnings = [...document.warnings, ...reading.warnings]
  const visible = lines.filter((line) => !line.hidden)
  if (pages.length === 0) return 'it has no pages'
  if (pages.some(({ number }, i) => number !== i + 1)) return 'its pages are not numbered from 1'
  if (visible.length === 0) return 'it has no words and is no failure'
  if (pages.every(({ source }) => source === 'unreadable'))
    return 'no page could be read and it is no failure'
  if (lines.some(({ start, end }) => start > end || end > text.length)) return 'a line points past the text'
  for (const { number, source } of pages) {
    const told = warnings.some((warning) => warning.page === number)
    if (source === 'unreadable' && !told) return `page ${number} is unreadable and nobody is told`
    const empty = !visible.some((line) => line.page === number)
    if ((source === 'text' || source === 'ocr') && empty && !told)
      return `page ${number} is said to have words and has none`
  }
  return null
}

/** Words of a sound reading that the other lacks, as a share. */
export function lostShare(sound: string, other: string): number {
  const wordsOf = (text: string) => text.toLowerCase().match(/[a-z]{4,}/g) ?? []
  const has = new Set(wordsOf(other))
  const all = [...new Set(wordsOf(sound))]
  return all.filter((word) => !has.has(word)).length / Math.max(1, all.length)
}
