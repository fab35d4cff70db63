import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import type { Progress } from '#importers/importer.ts'
import { importDocument } from '#importers/index.ts'
import { codesOf, makePdf } from './make.ts'

// The machine may have no fonts of its own.
GlobalFonts.registerFromPath('node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf', 'Scanned')

/** A page as a scanner gives it: a picture of words. */
function picture(lines: string[], turned = false): Buffer {
  const canvas = createCanvas(1275, 1650)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fdfdfb'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#111'
  context.font = '30px Scanned'
  if (turned) {
    context.translate(canvas.width, 0)
    context.rotate(Math.PI / 2)
  }
  lines.forEach((line, i) => {
    context.fillText(line, 150, 200 + i * 42)
  })
  return canvas.toBuffer('image/png')
}

const words = [
  'The supplier shall tell the customer of each incident',
  'within two days of learning of it, and shall keep the',
  'records of it for one year from then on.',
]

const scanned = (pages: Buffer[]) =>
  makePdf(
    (pdf) => {
      pages.forEach((page, i) => {
        if (i > 0) pdf.addPage()
        pdf.image(page, 0, 0, { width: 612, height: 792 })
      })
    },
    { margin: 0 },
  )

describe('scanned PDFs', () => {
  it('reads pictures of words, with their places and the confidence', async () => {
    const steps: Progress[] = []
    const document = await importDocument(await scanned([picture(words)]), {
      onProgress: (step) => steps.push(step),
    })
    expect(document.text.replaceAll('\n', ' ')).toBe(words.join(' '))
    expect(document.pages[0]).toMatchObject({ source: 'ocr', width: 612, height: 792 })
    expect(document.pages[0]?.ocrConfidence).toBeGreaterThan(0.8)
    // The first line stands 200 of 1650 pixels from the top: 96 points of 792.
    const [x0, y0, x1, y1] = document.lines[0]?.box ?? [0, 0, 0, 0]
    expect(x0).toBeCloseTo(72, -1)
    expect(x1).toBeGreaterThan(300)
    expect(y0).toBeLessThan(696)
    expect(y1).toBeGreaterThan(696)
    expect(steps.at(-1)).toEqual({ step: 'ocr', done: 1, total: 1 })
  })

  it('recognises only the pages without words of their own, and knows a blank one', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.text('This page has its words as text, and so they are taken from there.')
      pdf.addPage({ margin: 0 }).image(picture(words), 0, 0, { width: 612, height: 792 })
      pdf.addPage({ margin: 0 }).image(picture([]), 0, 0, { width: 612, height: 792 })
      pdf.addPage()
    })
    const document = await importDocument(bytes)
    expect(document.pages.map(({ source }) => source)).toEqual(['text', 'ocr', 'blank', 'blank'])
    expect(codesOf(document)).toEqual([])
  })

  it('reads a page that lies on its side', async () => {
    const document = await importDocument(await scanned([picture(words, true)]))
    expect(document.text.replaceAll('\n', ' ')).toBe(words.join(' '))
    const [x0, y0, x1, y1] = document.lines[0]?.box ?? [0, 0, 0, 0]
    expect(y1 - y0).toBeGreaterThan(x1 - x0)
  })

  it('takes the invisible words over a picture for its text', async () => {
    const bytes = await makePdf(
      (pdf) => {
        pdf.image(picture(words), 0, 0, { width: 612, height: 792 })
        pdf.font('Helvetica').fontSize(11)
        // Rendering mode 3 draws nothing; it is how recognised words are laid over a scan.
        pdf.addContent('3 Tr')
        for (const [i, line] of [...words, ...words, ...words].entries()) pdf.text(line, 72, 90 + i * 20)
      },
      { margin: 0 },
    )
    const document = await importDocument(bytes)
    expect(document.pages[0]?.source).toBe('text')
    expect(document.lines.some((line) => line.hidden)).toBe(false)
  })

  it('knows a picture in which no words can be made out from a blank page', async () => {
    const canvas = createCanvas(600, 800)
    const context = canvas.getContext('2d')
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, 600, 800)
    context.fillStyle = '#333333'
    context.fillRect(200, 200, 200, 300)
    const document = await importDocument(await scanned([picture(words), canvas.toBuffer('image/png')]))
    expect(document.pages.map(({ source }) => source)).toEqual(['ocr', 'unreadable'])
    expect(document.warnings).toMatchObject([{ code: 'page_unreadable', page: 2 }])
  })

  it('knows a picture that cannot be decoded from a blank page', async () => {
    const canvas = createCanvas(1275, 1650)
    canvas.getContext('2d').fillRect(0, 0, 1275, 1650)
    const bytes = Buffer.from(await scanned([picture(words), canvas.toBuffer('image/jpeg')]))
    const jpeg = bytes.lastIndexOf(Buffer.from([0xff, 0xd8, 0xff]))
    bytes.fill(0x00, jpeg, jpeg + 400)
    const document = await importDocument(bytes)
    expect(document.pages.map(({ source }) => source)).toEqual(['ocr', 'unreadable'])
    expect(document.warnings).toMatchObject([{ code: 'page_unreadable', page: 2 }])
  })

  it('says when nothing is found on the pictures', async () => {
    await expect(importDocument(await scanned([picture([])]))).rejects.toMatchObject({ code: 'no_text' })
  })
})
