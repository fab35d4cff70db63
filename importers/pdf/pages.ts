import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box, Warning } from '#domain/document/document.ts'
import { garbageShare } from '../characters.ts'
import type { ReadOptions } from '../importer.ts'
import { damageOf } from './damage.ts'
import { drawingOf, type PageDrawing } from './glyphs.ts'
import type { PageRuns } from './layout.ts'
import { hasAnotherBefore, hasEnd, openPdf, type Pdfjs } from './open.ts'
import type { PageFrame } from './text.ts'

/** Pages of a PDF: their text layer where there is a sound one, text recognition where there isn't. */

export interface ReadPages {
  pages: PageRuns[]
  frames: PageFrame[]
  warnings: Warning[]
}

/** A page with fewer characters may be a scan with a stamp or an envelope number on it. */
const fewCharacters = 250
/** Share of the page that a scan's picture covers. */
const scanCover = 0.5
/** Share of dark pixels above which a page without words is no longer some rules and dust. */
const wordlessInk = 0.003
/** From this share of unreadable characters on, the text layer is of no use. */
const brokenShare = 0.25

/** Gives way to other work of the process now and then: progress must get out. */
const breathe = () => new Promise((resolve) => setImmediate(resolve))

export async function readPages(
  pdf: PDFDocumentProxy,
  pdfjs: Pdfjs,
  bytes: Uint8Array,
  { projectRoot, onProgress }: ReadOptions,
): Promise<ReadPages> {
  const total = pdf.numPages
  const result: ReadPages = { pages: [], frames: [], warnings: [] }
  const toRecognise: number[] = []
  const pictures = lazyPictures(pdfjs, bytes, projectRoot)
  const damage = damageOf(bytes)
  try {
    for (let number = 1; number <= total; number++) {
      const read = await readPage(pdf, pdfjs, pictures.page, number)
      // pdf.js shows a page whose contents can't be unpacked as an empty one.
      if (damage && read.frame.source === 'blank') read.frame.source = 'unreadable'
      result.pages.push(read.runs)
      result.frames.push(read.frame)
      if (read.frame.source === 'ocr') toRecognise.push(number)
      if (read.frame.source === 'unreadable') result.warnings.push(unreadable(number))
      onProgress({ step: 'page', done: number, total })
      if (number % 8 === 0) await breathe()
    }
  } finally {
    await pictures.close()
  }
  const told = result.frames.some(({ source }) => source === 'unreadable')
  if (damage === 'doubtful' || (!told && (damage === 'lost' || !hasEnd(bytes))))
    result.warnings.push(incomplete)
  if (hasAnotherBefore(bytes)) result.warnings.push(twoFiles)
  if (toRecognise.length > 0) await recognise(bytes, projectRoot, toRecognise, result, onProgress)
  return result
}

async function readPage(
  pdf: PDFDocumentProxy,
  pdfjs: Pdfjs,
  withPictures: (number: number) => Promise<PictureDrawing>,
  number: number,
): Promise<{ runs: PageRuns; frame: PageFrame }> {
  let page: PDFPageProxy | undefined
  try {
    page = await pdf.getPage(number)
    let drawing = await drawingOf(page, pdfjs)
    page.cleanup()
    let lostPictures = false
    if (needsPictures(drawing)) ({ drawing, lostPictures } = await withPictures(number))
    const { width, height, rules } = drawing
    const runs = showOcrLayer(drawing)
    const broken = garbageShare(drawing.rawText) > brokenShare
    const source = broken ? 'ocr' : sourceOf(drawing, runs)
    return {
      runs: { number, runs: broken ? [] : runs, rules },
      // A picture that can't be decoded is drawn as nothing: what stands on it is lost.
      frame: { number, width, height, source: source === 'ocr' && lostPictures ? 'unreadable' : source },
    }
  } catch {
    const size = page?.getViewport({ scale: 1 })
    return {
      runs: { number, runs: [], rules: [] },
      frame: { number, width: size?.width, height: size?.height, source: 'unreadable' },
    }
  }
}

const characters = (runs: PageDrawing['runs']): number =>
  runs.reduce((sum, run) => sum + (run.hidden ? 0 : run.text.length), 0)

/** White words may stand on a picture, invisible ones over a scan, and few words may be a scan's stamp. */
function needsPictures({ runs }: PageDrawing): boolean {
  return (
    characters(runs) < fewCharacters ||
    runs.some(({ hidden }) => hidden === 'white' || hidden === 'invisible')
  )
}

/** A scan that was recognised before has its words, drawn invisibly, over the picture: those are its text. */
function showOcrLayer(drawing: PageDrawing): PageDrawing['runs'] {
  const { runs } = drawing
  const invisible = runs.filter((run) => run.hidden === 'invisible')
  const length = invisible.reduce((sum, run) => sum + run.text.length, 0)
  if (covered(drawing) < scanCover || length <= characters(runs)) return runs
  return runs.map((run) => (run.hidden === 'invisible' ? { ...run, hidden: null } : run))
}

/** A scan has no words, or next to none on a page that a picture covers. */
function sourceOf(drawing: PageDrawing, runs: PageDrawing['runs']): PageFrame['source'] {
  const count = characters(runs)
  if (count === 0) return drawing.shapes > 0 ? 'ocr' : runs.length > 0 ? 'text' : 'blank'
  return count < fewCharacters && covered(drawing) >= scanCover ? 'ocr' : 'text'
}

function covered({ images, width, height }: PageDrawing): number {
  const area = ([x0, y0, x1, y1]: Box) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0)
  return images.reduce((sum, image) => sum + area(image), 0) / (width * height)
}

interface PictureDrawing {
  drawing: PageDrawing
  /** Whether a picture of the page could not be decoded. */
  lostPictures: boolean
}

function lazyPictures(pdfjs: Pdfjs, bytes: Uint8Array, projectRoot: string) {
  let opening: Promise<PDFDocumentProxy> | undefined
  return {
    async page(number: number): Promise<PictureDrawing> {
      opening ??= openPdf(pdfjs, bytes, { projectRoot, pictures: true })
      const page = await (await opening).getPage(number)
      const drawing = await drawingOf(page, pdfjs)
      const decoded = await Promise.all(drawing.pictureIds.map((id) => pictureOf(page, id)))
      page.cleanup()
      return { drawing, lostPictures: decoded.includes(null) }
    },
    async close() {
      await (await opening)?.loadingTask.destroy()
    },
  }
}

/** The decoded picture; null when pdf.js could not decode it. */
const pictureOf = (page: PDFPageProxy, id: string): Promise<unknown> =>
  new Promise((resolve) => (id.startsWith('g_') ? page.commonObjs : page.objs).get(id, resolve))

async function recognise(
  bytes: Uint8Array,
  projectRoot: string,
  numbers: number[],
  { pages, frames, warnings }: ReadPages,
  onProgress: ReadOptions['onProgress'],
): Promise<void> {
  // Loaded only for scans, since it takes longer than reading a short contract.
  const { createOcr } = await import('./ocr.ts')
  const ocr = createOcr(bytes, projectRoot)
  const total = numbers.length
  onProgress({ step: 'ocr', done: 0, total })
  try {
    for (const [done, number] of numbers.entries()) {
      const frame = frames[number - 1]
      const page = pages[number - 1]
      if (!frame || !page) continue
      try {
        const { runs, confidence, ink } = await ocr.page(number, {
          width: frame.width ?? 612,
          height: frame.height ?? 792,
        })
        if (runs.length > 0) {
          page.runs = runs
          frame.ocrConfidence = Math.round(confidence * 1000) / 1000
          if (confidence < 0.6) warnings.push(doubtful(number))
        } else if (page.runs.some((run) => !run.hidden)) frame.source = 'text'
        else if (ink < wordlessInk) frame.source = 'blank'
        else {
          frame.source = 'unreadable'
          warnings.push(wordless(number))
        }
      } catch {
        frame.source = 'unreadable'
        warnings.push(unreadable(number))
      }
      onProgress({ step: 'ocr', done: done + 1, total })
    }
  } finally {
    await ocr.close()
  }
}

const unreadable = (page: number): Warning => ({
  code: 'page_unreadable',
  message: `Page ${page} could not be read; what stands on it is not part of this reading.`,
  page,
})

const wordless = (page: number): Warning => ({
  code: 'page_unreadable',
  message: `Page ${page} is a picture in which no words could be made out; look at the original to see what it says.`,
  page,
})

const incomplete: Warning = {
  code: 'damaged_parts',
  message:
    'This PDF is damaged or breaks off before its end; words may be missing. Compare it with the original, or fetch the file again.',
}

const twoFiles: Warning = {
  code: 'two_files',
  message:
    'Two PDFs stand one behind the other in this file; only the last one was read. Programs differ in which of them they show. Look at the original, and add the other by itself if it counts.',
}

const doubtful = (page: number): Warning => ({
  code: 'poor_scan',
  message: `Page ${page} is a picture of poor quality; compare its words with the original before you rely on them.`,
  page,
})
