/**
 * How fast the engine is, as ratios within one run: `npm run bench [-- --json FILE] [--only NAME] [--pdfs FOLDER]`.
 * Without a folder it measures the samples and a paper of 300 pages made of them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import type { Document } from '#domain/document/document.ts'
import { documentFromText } from '#domain/document/plain.ts'
import { readTerms } from '#domain/reading/read.ts'
import { importDocument } from '#importers/index.ts'
import { createReaderPool } from '#importers/isolated.ts'
import { loadPdfjs, openPdf } from '#importers/pdf/open.ts'

const root = path.join(import.meta.dirname, '..')
const parts = ['reading_vs_raw_text', 'import_vs_raw_text', 'import_speedup_2_cores', 'growth'] as const
type Part = (typeof parts)[number]

const options = new Command()
  .option('--json <file>', 'write the figures to a file as well')
  .option('--only <name>', `one of ${parts.join(', ')}`)
  .option('--pdfs <folder>', 'measure these PDFs', path.join(root, 'samples', 'files'))
  .parse()
  .opts<{ json?: string; only?: Part; pdfs: string }>()
if (options.only && !parts.includes(options.only)) {
  console.error(`There is no part "${options.only}"; there are ${parts.join(', ')}.`)
  process.exit(2)
}
const wanted = (part: Part) => !options.only || options.only === part

const files = readdirSync(options.pdfs)
  .filter((name) => name.endsWith('.pdf'))
  .map((name) => new Uint8Array(readFileSync(path.join(options.pdfs, name))))

async function seconds(work: () => unknown): Promise<number> {
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
async function rawText(): Promise<void> {
  const pdfjs = await loadPdfjs()
  for (const bytes of files) {
    const pdf = await openPdf(pdfjs, bytes, { projectRoot: root, pictures: false })
    for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent()
    await pdf.loadingTask.destroy()
  }
}

/** Files of which every page has its words: text recognition is another matter. */
async function documents(): Promise<Document[]> {
  const all: Document[] = []
  for (const bytes of files) {
    const document = await importDocument(bytes)
    if (document.pages.every(({ source }) => source === 'text')) all.push(document)
  }
  return all
}

async function importAll(size: number): Promise<void> {
  const pool = createReaderPool({ size })
  try {
    await Promise.all(files.map((bytes) => pool.read(bytes)))
  } finally {
    await pool.close()
  }
}

async function main(): Promise<void> {
  const ratios: Partial<Record<Part, number>> = {}
  const growth: Record<string, number> = {}
  const papers = await documents()
  await rawText()
  const raw = await best(3, rawText)
  if (wanted('reading_vs_raw_text'))
    ratios.reading_vs_raw_text = (await best(3, () => papers.map(readTerms))) / raw
  if (wanted('import_vs_raw_text')) ratios.import_vs_raw_text = (await best(3, documents)) / raw
  if (wanted('import_speedup_2_cores') && os.availableParallelism() >= 2)
    ratios.import_speedup_2_cores = (await seconds(() => importAll(1))) / (await seconds(() => importAll(2)))
  if (wanted('growth')) {
    // The same words over and over: a paper ten times as long should take ten times as long.
    const words = papers.map(({ text }) => text).join('\n\n')
    const pagesOf = (text: string) => Math.round(text.length / 3000)
    const short = words.repeat(Math.ceil(90_000 / words.length)).slice(0, 90_000)
    const long = words.repeat(Math.ceil(900_000 / words.length)).slice(0, 900_000)
    const [a, b] = [documentFromText(short), documentFromText(long)]
    readTerms(a)
    growth[`${pagesOf(long)}_pages_vs_${pagesOf(short)}`] =
      (await best(2, () => readTerms(b))) / (await best(3, () => readTerms(a)))
  }
  const machine = `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores, Node ${process.version}`
  const figures = {
    machine,
    ratios,
    ...(Object.keys(growth).length > 0 && { growth }),
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  console.log(machine)
  for (const [name, value] of [...Object.entries(ratios), ...Object.entries(growth)])
    console.log(`${name.padEnd(34)} ${value.toFixed(2)}`)
  console.log(`${'peak_rss_mb'.padEnd(34)} ${figures.peak_rss_mb}`)
  if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`)
}

await main()
