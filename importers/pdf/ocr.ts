import path from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { PDFParse } from 'pdf-parse'
import { createWorker, OEM, type Worker } from 'tesseract.js'
import { cleanCharacters } from '../characters.ts'
import { pdfResources } from './open.ts'
import type { Run } from './pen.ts'

/** Text recognition for pages that are pictures: offline, with the language data from node_modules. */

export interface RecognisedPage {
  /** Empty for a blank page. */
  runs: Run[]
  /** Mean of the words, 0..1. */
  confidence: number
  /** Share of dark pixels, 0..1. */
  ink: number
}

export interface Ocr {
  /** @param number of the page, from 1. @throws when the page can't be drawn */
  page(number: number, size: { width: number; height: number }): Promise<RecognisedPage>
  close(): Promise<void>
}

const dotsPerInch = 200
/** A drawn page has at most so many pixels, however big its paper. */
const mostPixels = 24_000_000
/** Share of dark pixels below which a page is blank: some dust is allowed for. */
const dustShare = 0.00003
/** Below this the page may lie on its side or upside down. */
const doubtful = 0.55
/** Below this a scrap without a letter or digit is dirt or a line, not a word. */
const dirt = 0.5

/** @param bytes of the PDF; each page is drawn from a fresh copy, so that no page's pictures stay in memory */
export function createOcr(bytes: Uint8Array, projectRoot: string): Ocr {
  let starting: Promise<Worker> | undefined
  const recogniser = () => {
    starting ??= createWorker('eng', OEM.LSTM_ONLY, {
      langPath: path.join(projectRoot, 'node_modules', '@tesseract.js-data', 'eng', '4.0.0_best_int'),
      cacheMethod: 'none',
      gzip: true,
      errorHandler: () => {},
    })
    return starting
  }

  return {
    async page(number, { width, height }) {
      const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)))
      const drawn = await drawPage(bytes, projectRoot, number, scale)
      const ink = await inkOf(drawn)
      if (ink < dustShare) return { runs: [], confidence: 1, ink }
      const worker = await recogniser()
      const recognise = async (quarters: number) => {
        const picture = quarters === 0 ? drawn : await turned(drawn, quarters)
        const { data } = await worker.recognize(picture, {}, { blocks: true, text: false })
        return wordsOf(data.blocks ?? [], { quarters, scale, width, height })
      }
      let best = await recognise(0)
      for (const quarters of best.confidence < doubtful ? [1, 3, 2] : []) {
        const other = await recognise(quarters)
        if (other.confidence > best.confidence + 0.1) best = other
        if (best.confidence > 0.75) break
      }
      return { ...best, ink }
    },
    async close() {
      await (await starting)?.terminate()
    },
  }
}

async function drawPage(
  bytes: Uint8Array,
  projectRoot: string,
  number: number,
  scale: number,
): Promise<Buffer> {
  const parser = new PDFParse({ data: Uint8Array.from(bytes), ...pdfResources(projectRoot) })
  try {
    const { pages } = await parser.getScreenshot({ partial: [number], scale, imageDataUrl: false })
    const [page] = pages
    if (!page) throw new Error(`Page ${number} could not be drawn.`)
    return Buffer.from(page.data)
  } finally {
    await parser.destroy()
  }
}

async function inkOf(png: Buffer): Promise<number> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  let dark = 0
  for (let i = 0; i < data.length; i += 4)
    if ((data[i] ?? 255) + (data[i + 1] ?? 255) + (data[i + 2] ?? 255) < 480) dark++
  return dark / (image.width * image.height)
}

/** Turns a picture clockwise. */
async function turned(png: Buffer, quarters: number): Promise<Buffer> {
  const image = await loadImage(png)
  const { width, height } = image
  const canvas = quarters % 2 === 1 ? createCanvas(height, width) : createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((quarters * Math.PI) / 2)
  context.drawImage(image, -width / 2, -height / 2)
  return canvas.toBuffer('image/png')
}

type Blocks = NonNullable<Awaited<ReturnType<Worker['recognize']>>['data']['blocks']>

interface Raster {
  quarters: number
  scale: number
  width: number
  height: number
}

/** Words to runs, from pixels of the turned picture to points in the frame of the reading direction. */
function wordsOf(blocks: Blocks, { quarters, scale, width, height }: Raster): Omit<RecognisedPage, 'ink'> {
  const left = [0, 0, -width, -height][quarters] ?? 0
  const top = [height, 0, 0, width][quarters] ?? 0
  const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  const size = median(lines.map(({ bbox }) => (bbox.y1 - bbox.y0) / scale)) * 0.8
  const runs: Run[] = []
  let sum = 0
  let count = 0
  for (const line of lines) {
    const own = ((line.bbox.y1 - line.bbox.y0) / scale) * 0.8
    const baseline = (line.baseline.y0 + line.baseline.y1) / 2
    for (const word of line.words) {
      const text = cleanCharacters(word.text).trim()
      const confidence = word.confidence / 100
      if (text === '' || (confidence < dirt && !/[A-Za-z0-9]/.test(text))) continue
      sum += confidence * text.length
      count += text.length
      runs.push({
        text: `${text} `,
        x0: left + word.bbox.x0 / scale,
        x1: left + word.bbox.x1 / scale,
        y: top - baseline / scale,
        size: own > 1.5 * size ? own : size,
        quarters,
        bold: false,
        hidden: null,
        slanted: false,
      })
    }
  }
  return { runs, confidence: count === 0 ? 0 : sum / count }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
