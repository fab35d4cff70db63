import { createCanvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import type { Block } from './source.ts'

/** The same bytes on every run: nothing of the clock goes into a file. */
const madeOn = new Date('2026-01-05T09:00:00Z')
const margin = 68

function open(title: string): { pdf: PDFKit.PDFDocument; bytes: Promise<Buffer> } {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 84, bottom: 84, left: margin, right: margin },
    bufferPages: true,
    info: { Title: title, Creator: 'Carveout samples', CreationDate: madeOn, ModDate: madeOn },
  })
  const chunks: Buffer[] = []
  const bytes = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
  })
  return { pdf, bytes }
}

/** A printed agreement: running header, page numbers, numbered clauses with hanging text; in two columns if asked. */
export async function renderPdf(blocks: Block[], options: { columns?: 1 | 2 } = {}): Promise<Buffer> {
  const title = blocks.find((b) => b.kind === 'title')
  const name = title && 'text' in title ? title.text : 'Agreement'
  const { pdf, bytes } = open(name)
  for (const block of blocks) {
    if (block.kind === 'title') {
      pdf.font('Times-Bold').fontSize(19).text(block.text, { align: 'center' }).moveDown(1.2)
      if (options.columns === 2) break
    } else writeBlock(pdf, block)
  }
  if (options.columns === 2)
    twoColumns(
      pdf,
      blocks.filter((b) => b.kind !== 'title'),
    )
  furnish(pdf, name)
  pdf.end()
  return bytes
}

function writeBlock(pdf: PDFKit.PDFDocument, block: Block): void {
  const width = pdf.page.width - 2 * margin
  if (block.kind === 'table') {
    writeTable(pdf, block.rows)
    return
  }
  if (block.kind === 'heading') {
    if (pdf.y > pdf.page.height - 150) pdf.addPage()
    pdf.moveDown(0.6).font('Times-Bold').fontSize(12).text(block.text, margin, pdf.y, { width }).moveDown(0.3)
    return
  }
  pdf.font('Times-Roman').fontSize(11)
  if (block.kind !== 'clause') {
    pdf.text(block.text, margin, pdf.y, { width, align: 'justify', lineGap: 1.5 }).moveDown(0.55)
    return
  }
  const indent = block.level === 2 ? 66 : 34
  if (pdf.y > pdf.page.height - 112) pdf.addPage()
  const y = pdf.y
  pdf.text(block.number, margin + (block.level === 2 ? 34 : 0), y, { lineBreak: false })
  pdf
    .text(block.text, margin + indent, y, { width: width - indent, align: 'justify', lineGap: 1.5 })
    .moveDown(0.45)
}

function writeTable(pdf: PDFKit.PDFDocument, rows: string[][]): void {
  const width = pdf.page.width - 2 * margin
  const columns = rows[0]?.length ?? 1
  pdf.moveDown(0.2)
  for (const [i, row] of rows.entries()) {
    const y = pdf.y
    pdf.font(i === 0 ? 'Times-Bold' : 'Times-Roman').fontSize(10.5)
    for (const [j, cell] of row.entries())
      pdf.text(cell, margin + (j * width) / columns + 4, y, { width: width / columns - 8, lineBreak: false })
    pdf
      .moveTo(margin, y + 16)
      .lineTo(margin + width, y + 16)
      .lineWidth(i === 0 ? 0.9 : 0.3)
      .stroke()
    pdf.x = margin
    pdf.y = y + 22
  }
  pdf.moveDown(0.5)
}

function twoColumns(pdf: PDFKit.PDFDocument, blocks: Block[]): void {
  const gutter = 24
  const width = (pdf.page.width - 2 * margin - gutter) / 2
  const top = pdf.y
  let column = 0
  for (const block of blocks) {
    if (block.kind === 'table') continue
    const heading = block.kind === 'heading'
    pdf.font(heading ? 'Times-Bold' : 'Times-Roman').fontSize(heading ? 11.5 : 10.5)
    const height = pdf.heightOfString(block.text, { width, lineGap: 1.2 })
    // The sample is short: a column holds 290 points, so that both are used on one page.
    if (column === 0 && pdf.y + height > top + 290) {
      column = 1
      pdf.y = top
    }
    pdf.text(block.text, margin + column * (width + gutter), pdf.y, { width, lineGap: 1.2 })
    pdf.moveDown(heading ? 0.3 : 0.7)
  }
}

/** Header and footer of every page, once the number of pages is known. */
function furnish(pdf: PDFKit.PDFDocument, name: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i)
    const { width, height, margins } = pdf.page
    margins.bottom = 0
    pdf.font('Times-Italic').fontSize(9)
    pdf.text(name, margin, 46, { width: width - 2 * margin, align: 'right', lineBreak: false })
    pdf.text(`Page ${i + 1} of ${count}`, margin, height - 52, {
      width: width - 2 * margin,
      align: 'center',
      lineBreak: false,
    })
    margins.bottom = 84
  }
}

/** The same words as a scanner sees them: a picture a page, a little turned and specked, without a letter of text. */
export async function renderScan(blocks: Block[]): Promise<Buffer> {
  const { pdf, bytes } = open('Scan')
  const scale = 2
  const canvas = createCanvas(595 * scale, 842 * scale)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fdfcf8'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#9a968c'
  for (let i = 0; i < 160; i++) pen.fillRect((i * 7919) % canvas.width, (i * 104_729) % canvas.height, 1, 1)
  pen.rotate(0.004)
  pen.fillStyle = '#161616'
  let y = 90 * scale
  for (const block of blocks) {
    if (block.kind === 'table') continue
    const isTitle = block.kind === 'title'
    pen.font = `${isTitle ? 'bold ' : ''}${(isTitle ? 17 : 12) * scale}px "DejaVu Serif", "Liberation Serif", Georgia, serif`
    const words = (block.kind === 'clause' ? `${block.number} ${block.text}` : block.text).split(' ')
    let line = ''
    const put = () => {
      pen.fillText(line.trim(), 70 * scale, y)
      y += 18 * scale
      line = ''
    }
    for (const word of words) {
      if (pen.measureText(`${line} ${word}`).width > 440 * scale) put()
      line += ` ${word}`
    }
    put()
    y += 10 * scale
  }
  pdf.image(canvas.toBuffer('image/png'), 0, 0, { width: 595, height: 842 })
  pdf.end()
  return bytes
}
