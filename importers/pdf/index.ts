import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Document, Warning } from '#domain/document/document.ts'
import { ImportError } from '../errors.ts'
import type { Importer, ReadOptions } from '../importer.ts'
import { headingOf } from '../writer.ts'
import { extrasOf } from './extras.ts'
import { layOut } from './layout.ts'
import { loadPdfjs, openPdf } from './open.ts'
import { readPages } from './pages.ts'
import { textOf } from './text.ts'

export const pdfImporter: Importer = {
  id: 'pdf',
  title: 'a PDF',
  // The header may stand behind some bytes of a mail or web transfer.
  accepts: (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: readPdf,
}

async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const pdfjs = await loadPdfjs()
  const pdf = await openPdf(pdfjs, bytes, { projectRoot: options.projectRoot, pictures: false })
  try {
    const { numPages } = pdf
    if (numPages === 0)
      throw new ImportError('no_pages', 'This PDF has no pages.', 'Save or export the document again.')
    if (numPages > options.limits.maxPages)
      throw new ImportError(
        'too_many_pages',
        `This PDF has ${numPages} pages; up to ${options.limits.maxPages} are read.`,
        'Split it and add its parts.',
      )
    const { pages, frames, warnings } = await readPages(pdf, pdfjs, bytes, options)
    const { lines, furniture } = layOut(pages)
    const written = textOf(lines, frames)
    if (!written.lines.some((line) => !line.hidden)) throw nothingToRead(frames.map(({ source }) => source))
    warnings.push(...hiddenWarnings(written.lines), ...(await extrasOf(pdf)))
    return {
      format: 'pdf',
      title: (await titleOf(pdf)) ?? headingOf(written.text, written.lines),
      ...written,
      furniture,
      warnings,
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** The title that the file gives itself, unless it is a file's name or what a word processor puts there. */
async function titleOf(pdf: PDFDocumentProxy): Promise<string | null> {
  try {
    const { info } = await pdf.getMetadata()
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : ''
    return title === '' || /\.\w{2,4}$|^(?:microsoft word|untitled|document\d{0,20}$)/i.test(title)
      ? null
      : title
  } catch {
    return null
  }
}

function nothingToRead(sources: string[]): ImportError {
  if (sources.every((source) => source === 'unreadable'))
    return new ImportError(
      'damaged',
      'None of this PDF’s pages can be read: the file is damaged.',
      'Open it in a PDF viewer; if it opens there, print it to a new PDF and add that.',
    )
  const blank = sources.every((source) => source === 'blank')
  return new ImportError(
    'no_text',
    blank
      ? 'All pages of this PDF are blank.'
      : 'No words were found on the pages of this PDF, with text recognition either.',
    'Check that it is the right file; scan it anew with 300 dpi if it is a picture of poor quality.',
  )
}

function hiddenWarnings(lines: Document['lines']): Warning[] {
  const pages = [...new Set(lines.filter((line) => line.hidden).map((line) => line.page))]
  return pages.map((page) => ({
    code: 'hidden_text',
    message: `Page ${page} holds words that can’t be seen when it is printed or shown; they were not read as part of the contract.`,
    page,
  }))
}
