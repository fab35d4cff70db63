import { spawnSync } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import type { Document } from '#domain/document/document.ts'
import { documentFromText } from '#domain/document/plain.ts'
import { readTerms } from '#domain/reading/read.ts'
import { importDocument } from '#importers/index.ts'
import { createReaderPool } from '#importers/isolated.ts'
import { loadPdfjs, openPdf } from '#importers/pdf/open.ts'

/** How fast the engine is, as ratios within one run: pdf.js giving the words of all pages is the measure. */

const root = path.join(import.meta.dirname, '..', '..')

export const readingParts = ['reading_vs_raw_text', 'import_vs_raw_text', 'import_speedup_2_cores'] as const
export type ReadingPart = (typeof readingParts)[number]

export async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** The best of some runs: what the work costs when nothing else disturbs it. */
async function best(runs: number, work: () => unknown): Promise<number> {
  const all: number[] = []
  for (let run = 0; run < runs; run++) all.push(await seconds(work))
  return Math.min(...all)
}

/** What pdf.js itself takes to give the words of all pages. */
async function rawText(files: Uint8Array[]): Promise<void> {
  const pdfjs = await loadPdfjs()
  for (const bytes of files) {
    const pdf = await openPdf(pdfjs, bytes, { projectRoot: root, pictures: false })
    for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent()
    await pdf.loadingTask.destroy()
  }
}

/** Files of which every page has its words: text recognition is another matter. */
async function documents(files: Uint8Array[]): Promise<Document[]> {
  const all: Document[] = []
  for (const bytes of files) {
    const document = await importDocument(bytes)
    if (document.pages.every(({ source }) => source === 'text')) all.push(document)
  }
  return all
}

/**
 * Seconds that an import takes on so many cores, in the middle of a long one: each reader process takes a second and a half of
 * processor time more for its first papers, until its program is compiled, and then reads a thousand.
 */
async function importOn(cores: number, files: Uint8Array[]): Promise<number> {
  useCores(cores)
  const pool = createReaderPool({ size: cores })
  const read = (some: Uint8Array[]) => Promise.all(some.map((bytes) => pool.read(bytes)))
  try {
    for (let run = 0; run < cores + 1; run++) await read(files)
    return await best(3, () => read(files))
  } finally {
    await pool.close()
    useCores(os.availableParallelism())
  }
}

/** Linux has `taskset`; elsewhere the speed of one core is not measured. */
const canBind = () => spawnSync('taskset', ['--version']).status === 0

/** Binds this process, and those that it starts, to the first cores of the machine. */
function useCores(cores: number): void {
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', `0-${cores - 1}`, String(process.pid)])
  if (status !== 0) throw new Error('taskset could not bind the benchmark to some cores.')
}

export async function measureReading(
  files: Uint8Array[],
  wanted: (part: ReadingPart) => boolean,
): Promise<Partial<Record<ReadingPart, number>>> {
  const ratios: Partial<Record<ReadingPart, number>> = {}
  const papers = await documents(files)
  await rawText(files)
  const raw = await best(3, () => rawText(files))
  if (wanted('reading_vs_raw_text'))
    ratios.reading_vs_raw_text = (await best(3, () => papers.map(readTerms))) / raw
  if (wanted('import_vs_raw_text')) ratios.import_vs_raw_text = (await best(3, () => documents(files))) / raw
  if (wanted('import_speedup_2_cores') && os.availableParallelism() >= 2 && canBind())
    ratios.import_speedup_2_cores = (await importOn(1, files)) / (await importOn(2, files))
  return ratios
}

/** A paper against the ten that its words make when they are cut: ten times as long should take ten times as long. */
export async function measureReadingGrowth(files: Uint8Array[]): Promise<Record<string, number>> {
  const words = (await documents(files)).map(({ text }) => text).join('\n\n')
  const pagesOf = (length: number) => Math.round(length / 3000)
  const [length, count] = [90_000, 10]
  const whole = words.repeat(Math.ceil((count * length) / words.length)).slice(0, count * length)
  const long = documentFromText(whole)
  const short = Array.from({ length: count }, (_, i) =>
    documentFromText(whole.slice(i * length, (i + 1) * length)),
  )
  short.map(readTerms)
  const ratio = (count * (await best(3, () => readTerms(long)))) / (await best(3, () => short.map(readTerms)))
  return { [`reading_${pagesOf(count * length)}_pages_vs_${pagesOf(length)}`]: ratio }
}
