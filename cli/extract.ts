import { Command } from 'commander'
import { type Done, printLine, say, UsageError } from './output.ts'
import { type FileResult, readFiles } from './read-files.ts'

interface Options {
  text?: boolean
  explain?: string
}

export const extractCommand = (done: Done) =>
  new Command('extract')
    .description('Prints the terms of each file, one JSON object a line, in the order given.')
    .argument('<file...>', 'PDF, Word, HTML, Markdown or text; what a file is, its content tells')
    .option('--text', 'add "text", the stored text that the offsets count in')
    .option(
      '--explain <type>',
      'print the candidates for one term type instead, with scores and what decided',
    )
    .addHelpText('after', '\nExample:\n  carveout extract msa.pdf dpa.docx > terms.jsonl')
    .action(async (files: string[], options: Options) => {
      const print = options.explain === undefined ? linePrinter(options) : await explainer(options.explain)
      let failed = 0
      let through = 0
      await readFiles(files, async (result) => {
        through++
        if (files.length > 1) say(`${through} of ${files.length}: ${result.file}`)
        if (!result.ok) {
          failed++
          say(`${result.file}: ${result.error.message}`)
          await printLine({ file: result.file, error: result.error })
        } else await printLine(print(result))
      })
      done(failed > 0 ? 1 : 0)
    })

type Read = Extract<FileResult, { ok: true }>

const linePrinter =
  ({ text = false }: Options) =>
  ({ file, sha256, reading: { document, reading } }: Read) => ({
    file,
    sha256,
    format: document.format,
    pages: document.pages.length,
    document: { title: reading.title, kind: reading.kind },
    terms: reading.terms,
    absent: reading.absent,
    warnings: reading.warnings,
    ...(text ? { text: document.text } : {}),
  })

/** @throws UsageError when there is no such term type */
async function explainer(given: string) {
  const { explain } = await import('#domain/reading/read.ts')
  const { termType } = await import('#domain/terms/index.ts')
  const type = given.replaceAll('-', '_')
  if (!termType(type)) throw new UsageError(`There is no term type "${given}".`)
  return ({ file, reading }: Read) => ({ file, type, candidates: explain(reading.document, type) })
}
