import { Command } from 'commander'
import { explain } from '#domain/reading/read.ts'
import { termType } from '#domain/terms/index.ts'
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
      const explained = options.explain?.replaceAll('-', '_')
      if (explained && !termType(explained))
        throw new UsageError(`There is no term type "${options.explain}".`)
      let failed = 0
      let through = 0
      await readFiles(files, async (result) => {
        through++
        if (files.length > 1) say(`${through} of ${files.length}: ${result.file}`)
        if (!result.ok) {
          failed++
          say(`${result.file}: ${result.error.message}`)
          await printLine({ file: result.file, error: result.error })
        } else if (explained) await printLine(explanation(result, explained))
        else await printLine(line(result, options.text === true))
      })
      done(failed > 0 ? 1 : 0)
    })

type Read = Extract<FileResult, { ok: true }>

function line({ file, sha256, reading: { document, reading } }: Read, withText: boolean) {
  return {
    file,
    sha256,
    format: document.format,
    pages: document.pages.length,
    document: { title: reading.title, kind: reading.kind },
    terms: reading.terms,
    absent: reading.absent,
    warnings: reading.warnings,
    ...(withText ? { text: document.text } : {}),
  }
}

const explanation = ({ file, reading }: Read, type: string) => ({
  file,
  type,
  candidates: explain(reading.document, type),
})
