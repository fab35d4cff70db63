import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '#domain/document/document.ts'
import { cleanCharacters, softHyphen } from '../characters.ts'
import { type FontLook, fontLook, type HiddenBecause, hiddenBecause, isWhite } from './looks.ts'
import { apply, applyToBox, concat, intersect, type Matrix, upright } from './matrix.ts'
import type { Pdfjs } from './open.ts'

/**
 * What stands where on a page, read from its drawing operations.
 *
 * pdf.js also offers `getTextContent`, which costs the same and leaves out what a contract reader must know:
 * the font's name (bold), the colour and the rendering mode (hidden words), the rules of a table.
 */

/** Characters drawn one after the other in one font; wide gaps start a new run. */
export interface Run {
  text: string
  /** Start and end of the baseline in the frame of its `quarters`. */
  x0: number
  x1: number
  y: number
  /** Height of the font as drawn, in points. */
  size: number
  /** Reading direction: 0 left to right, 1 bottom to top, 2 upside down, 3 top to bottom. */
  quarters: number
  bold: boolean
  hidden: HiddenBecause | null
  /** True for slanted text such as a watermark: neither of the four directions. */
  slanted: boolean
}

export interface PageDrawing {
  width: number
  height: number
  runs: Run[]
  images: Box[]
  /** How many coloured shapes and pictures there are: a page without words and without those is blank. */
  shapes: number
  /** Horizontal rules, as tables have them. */
  rules: Box[]
  /** As the file has it, before anything is cleaned: tells a broken text layer. */
  rawText: string
}

interface GraphicsState {
  ctm: Matrix
  clip: Box
  fill: string
  alpha: number
  mode: number
  font: FontLook
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  rise: number
  leading: number
}

interface Glyph {
  unicode: string
  width: number
  isSpace: boolean
}

const wideGap = 1
const wordGap = 0.17

/** Reads one page. @throws whatever pdf.js throws on a damaged page */
export async function drawingOf(page: PDFPageProxy, pdfjs: Pdfjs): Promise<PageDrawing> {
  const { OPS } = pdfjs
  const viewport = page.getViewport({ scale: 1 })
  const { width, height } = viewport
  // pdf.js's frame runs downwards; ours has its origin at the bottom left of the page as it is shown.
  const base = concat([1, 0, 0, -1, 0, height], viewport.transform as unknown as Matrix)
  const { fnArray, argsArray } = await page.getOperatorList()

  const drawing: PageDrawing = { width, height, runs: [], images: [], shapes: 0, rules: [], rawText: '' }
  const painted: Box[] = []
  const stack: GraphicsState[] = []
  let state: GraphicsState = {
    ctm: base,
    clip: [0, 0, width, height],
    fill: '#000000',
    alpha: 1,
    mode: 0,
    font: { bold: false, vertical: false, scale: 0.001 },
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    rise: 0,
    leading: 0,
  }
  let textMatrix: Matrix = [1, 0, 0, 1, 0, 0]
  let lineX = 0
  let lineY = 0
  let penX = 0
  let clipPending = false
  let open: Run | null = null
  const raw: string[] = []

  const save = () => stack.push({ ...state })
  const restore = () => {
    state = stack.pop() ?? state
  }
  const close = () => {
    if (open && open.text.trim() !== '') drawing.runs.push(open)
    open = null
  }
  const move = (x: number, y: number) => {
    lineX += x
    lineY += y
    penX = lineX
  }
  const fonts = new Map<string, FontLook>()
  const setFont = (name: string, size: number) => {
    let font = fonts.get(name)
    if (!font) {
      font = fontLook(page, name)
      fonts.set(name, font)
    }
    state.font = font
    state.size = size
  }

  const show = (glyphs: readonly (Glyph | number)[]) => {
    const { size, stretch, ctm } = state
    const toPage = concat(ctm, textMatrix)
    const [a, b, c, d] = toPage
    const height = Math.hypot(c, d) * Math.abs(size)
    const along = Math.hypot(a, b)
    const em = along * Math.abs(size) * Math.abs(stretch) || height
    const angle = Math.atan2(b * Math.sign(size), a * Math.sign(size)) / (Math.PI / 2)
    const quarters = ((Math.round(angle) % 4) + 4) % 4
    const slanted = Math.abs(angle - Math.round(angle)) > 0.05
    const spacing = Math.max(0, state.charSpacing * stretch * along)

    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (!state.font.vertical) penX -= (glyph / 1000) * size * stretch
        continue
      }
      const advance = glyph.width * state.font.scale * size * stretch
      const from = apply(toPage, penX, lineY + state.rise)
      const to = apply(toPage, penX + advance, lineY + state.rise)
      penX += advance + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * stretch
      raw.push(glyph.unicode)
      // What a PDF draws is no soft hyphen, whatever its font calls it.
      const text = cleanCharacters(glyph.unicode).replaceAll(softHyphen, '-')
      if (text === '') continue
      const [x0, y] = upright(from, quarters)
      const [x1] = upright(to, quarters)
      if (text.trim() === '') {
        if (open && !open.text.endsWith(' ')) open.text += ' '
        continue
      }
      const gap = open ? (x0 - open.x1 - spacing) / (em || 1) : 0
      const fits =
        open !== null &&
        open.quarters === quarters &&
        open.bold === state.font.bold &&
        open.slanted === slanted &&
        Math.abs(open.y - y) < 0.05 * height + 0.05 &&
        Math.abs(open.size - height) < 0.05 * height + 0.05 &&
        gap > -0.5 &&
        gap < wideGap
      const hidden = hiddenBecause(state, from, to, height, painted)
      // A word that the page's edge cuts through is seen; the rest of it must not become a word of its own.
      const cut = hidden !== open?.hidden && [hidden, open?.hidden].every((why) => !why || why === 'off_page')
      if (open && fits && (open.hidden === hidden || cut)) {
        if (cut) open.hidden = null
        if (gap > wordGap && !open.text.endsWith(' ')) open.text += ' '
        open.text += text
        open.x1 = Math.max(x1, open.x1)
      } else {
        close()
        open = { text, x0, x1, y, size: height, quarters, bold: state.font.bold, hidden, slanted }
      }
    }
  }

  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i]
    switch (fnArray[i]) {
      case OPS.save:
      case OPS.beginGroup:
        save()
        break
      case OPS.restore:
      case OPS.endGroup:
        restore()
        break
      case OPS.transform:
        state.ctm = concat(state.ctm, args)
        break
      case OPS.paintFormXObjectBegin:
        save()
        if (args[0]) state.ctm = concat(state.ctm, args[0])
        if (args[1]) state.clip = intersect(state.clip, applyToBox(state.ctm, [...args[1]] as Box))
        break
      case OPS.paintFormXObjectEnd:
        restore()
        break
      case OPS.beginAnnotation: {
        save()
        const [, rect, transform, matrix] = args
        state.ctm = base
        state.clip = intersect([0, 0, width, height], applyToBox(base, rect))
        state.ctm = concat(concat(base, transform), matrix)
        break
      }
      case OPS.endAnnotation:
        restore()
        break
      case OPS.clip:
      case OPS.eoClip:
        clipPending = true
        break
      case OPS.constructPath: {
        const [paint, , bounds] = args
        if (bounds) {
          const box = applyToBox(state.ctm, [bounds[0], bounds[1], bounds[2], bounds[3]])
          if (clipPending) state.clip = intersect(state.clip, box)
          else if (paint !== OPS.endPath) notePainting(box, paint !== OPS.stroke && paint !== OPS.closeStroke)
        }
        clipPending = false
        break
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        drawing.images.push(intersect(state.clip, applyToBox(state.ctm, [0, 0, 1, 1])))
        painted.push(applyToBox(state.ctm, [0, 0, 1, 1]))
        break
      case OPS.shadingFill:
        painted.push(state.clip)
        break
      case OPS.setFillRGBColor:
        state.fill = args[0]
        break
      case OPS.setFillColorN:
        state.fill = 'pattern'
        break
      case OPS.setGState:
        for (const [key, value] of args[0]) {
          if (key === 'ca') state.alpha = value
          if (key === 'Font') setFont(value[0], value[1])
        }
        break
      case OPS.beginText:
        textMatrix = [1, 0, 0, 1, 0, 0]
        lineX = lineY = penX = 0
        break
      case OPS.setTextMatrix:
        textMatrix = args[0]
        lineX = lineY = penX = 0
        break
      case OPS.moveText:
        move(args[0], args[1])
        break
      case OPS.setLeadingMoveText:
        state.leading = args[1]
        move(args[0], args[1])
        break
      case OPS.nextLine:
        move(0, state.leading)
        break
      case OPS.setLeading:
        state.leading = -args[0]
        break
      case OPS.setFont:
        setFont(args[0], args[1])
        break
      case OPS.setCharSpacing:
        state.charSpacing = args[0]
        break
      case OPS.setWordSpacing:
        state.wordSpacing = args[0]
        break
      case OPS.setHScale:
        state.stretch = args[0] / 100
        break
      case OPS.setTextRise:
        state.rise = args[0]
        break
      case OPS.setTextRenderingMode:
        state.mode = args[0]
        break
      case OPS.showText:
        show(args[0])
        break
    }
  }
  close()
  drawing.rawText = raw.join('')
  drawing.shapes = painted.length
  return drawing

  function notePainting(box: Box, filled: boolean) {
    const [x0, y0, x1, y1] = intersect(box, state.clip)
    if (y1 - y0 < 3 && x1 - x0 > 20) drawing.rules.push([x0, y0, x1, y1])
    else if (filled && !isWhite(state.fill) && state.alpha > 0.1) painted.push([x0, y0, x1, y1])
  }
}
