import PDFDocument from 'pdfkit'
import type { Document } from '#domain/document/document.ts'

/** Files made in the tests, and ways to look at what was read from them. */

export type Draw = (pdf: PDFKit.PDFDocument) => void

/** A PDF of Letter pages, written by `draw`. */
export function makePdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'LETTER', margin: 72, ...options })
  pdf.font('Times-Roman').fontSize(11)
  const chunks: Buffer[] = []
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  draw(pdf)
  pdf.end()
  return done
}

/** The blocks of the text, lines within a block joined by a space. */
export const blocksOf = ({ text }: Document): string[] =>
  text.split('\n\n').map((block) => block.replaceAll('\n', ' '))

/** Every line, as the text has it at the line's offsets. */
export const lineTexts = ({ text, lines }: Document): string[] =>
  lines.map(({ start, end }) => text.slice(start, end))

export const codesOf = ({ warnings }: Document): string[] => warnings.map(({ code }) => code)

/** Prose that wraps over several lines. */
export const prose =
  'Harbour Metrics keeps every weekly figure in a ledger that both sides may open at any hour of the day, and each side names one person who answers for the entries it makes there.'
