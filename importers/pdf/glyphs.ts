import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '#domain/document/document.ts'
import { type FontLook, fontLook, isWhite } from './looks.ts'
import { applyToBox, concat, identity, intersect, type Matrix } from './matrix.ts'
import type { Pdfjs } from './open.ts'
import { Pen, type Run, type TextState } from './pen.ts'

/**
 * What stands where on a page, read from its drawing operations.
 *
 * pdf.js also offers `getTextContent`, which costs the same and leaves out what a contract reader must know:
 * the font's name (bold), the colour and the rendering mode (hidden words), the rules of a table.
 */

export interface PageDrawing {
  width: number
  height: number
  runs: Run[]
  images: Box[]
  /** Names under which pdf.js keeps those pictures that stand for themselves in the file. */
  pictureIds: string[]
  /** How many coloured shapes and pictures there are: a page without words and without those is blank. */
  shapes: number
  /** Horizontal rules, as tables have them. */
  rules: Box[]
  /** As the file has it, before anything is cleaned: tells a broken text layer. */
  rawText: string
}

interface GraphicsState extends TextState {
  leading: number
}

/** Reads one page. @throws whatever pdf.js throws on a damaged page */
export async function drawingOf(page: PDFPageProxy, pdfjs: Pdfjs): Promise<PageDrawing> {
  const { OPS } = pdfjs
  const viewport = page.getViewport({ scale: 1 })
  const { width, height } = viewport
  // pdf.js's frame runs downwards; ours has its origin at the bottom left of the page as it is shown.
  const base = concat([1, 0, 0, -1, 0, height], viewport.transform as unknown as Matrix)
  const { fnArray, argsArray } = await page.getOperatorList()

  const drawing: PageDrawing = {
    width,
    height,
    runs: [],
    images: [],
    pictureIds: [],
    shapes: 0,
    rules: [],
    rawText: '',
  }
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
  const pen = new Pen()
  let clipPending = false

  const save = () => stack.push({ ...state })
  const restore = () => {
    state = stack.pop() ?? state
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
        drawing.pictureIds.push(args[0])
        notePicture()
        break
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        notePicture()
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
        pen.place(identity)
        break
      case OPS.setTextMatrix:
        pen.place(args[0])
        break
      case OPS.moveText:
        pen.move(args[0], args[1])
        break
      case OPS.setLeadingMoveText:
        state.leading = args[1]
        pen.move(args[0], args[1])
        break
      case OPS.nextLine:
        pen.move(0, state.leading)
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
        pen.show(args[0], state, painted)
        break
    }
  }
  drawing.runs = pen.runs()
  drawing.rawText = pen.rawText()
  drawing.shapes = painted.length
  return drawing

  function notePicture() {
    const box = applyToBox(state.ctm, [0, 0, 1, 1])
    drawing.images.push(intersect(state.clip, box))
    painted.push(box)
  }

  function notePainting(box: Box, filled: boolean) {
    const [x0, y0, x1, y1] = intersect(box, state.clip)
    if (y1 - y0 < 3 && x1 - x0 > 20) drawing.rules.push([x0, y0, x1, y1])
    else if (filled && !isWhite(state.fill) && state.alpha > 0.1) painted.push([x0, y0, x1, y1])
  }
}
