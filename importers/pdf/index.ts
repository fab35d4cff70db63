import type { Document, Warning } from '#domain/document/document.ts'
import { ImportError } from '../errors.ts'
import type { Importer, ReadOptions } from '../importer.ts'
import { drawingOf } from './glyphs.ts'
import { layOut, type PageRuns } from './layout.ts'
import { loadPdfjs, openPdf } from './open.ts'
import { type PageFrame, textOf } from './text.ts'

export const pdfImporter: Importer = {
  id: 'pdf',
  title: 'PDF',
  // The header may stand behind some bytes of a mail or web transfer.
  accepts: (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: readPdf,
}

async function readPdf(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const { projectRoot, onProgress } = options
  const pdfjs = await loadPdfjs()
  const pdf = await openPdf(pdfjs, bytes, { projectRoot, pictures: false })
  try {
    if (pdf.numPages === 0) throw new ImportError('no_pages', 'This PDF has no pages.')
    const warnings: Warning[] = []
    const pages: PageRuns[] = []
    const frames: PageFrame[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const drawing = await drawingOf(page, pdfjs)
      page.cleanup()
      const { width, height, runs, rules } = drawing
      pages.push({ number, runs, rules })
      frames.push({ number, width, height, source: 'text' })
      onProgress({ step: 'page', done: number, total: pdf.numPages })
    }
    const { lines, furniture } = layOut(pages)
    return { format: 'pdf', title: null, ...textOf(lines, frames), furniture, warnings }
  } finally {
    await pdf.loadingTask.destroy()
  }
}
