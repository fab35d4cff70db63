import type { Box } from '#domain/document/document.ts'
import { cleanCharacters, softHyphen } from '../characters.ts'
import { type FontLook, type HiddenBecause, type Ink, visibility } from './looks.ts'
import { concat, identity, type Matrix, uprightFrame } from './matrix.ts'

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

/** The part of the graphics state that says how text is drawn (ISO 32000-1, 9.3). */
export interface TextState extends Ink {
  ctm: Matrix
  font: FontLook
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  rise: number
}

export interface Glyph {
  unicode: string
  width: number
  isSpace: boolean
}

/** In ems: from here on two glyphs are not read together, … */
const wideGap = 1
/** … and from here on there is a space between them. */
const wordGap = 0.17

/** Follows the text operators of a page and gathers what they draw. */
export class Pen {
  #matrix: Matrix = identity
  #lineX = 0
  #lineY = 0
  #x = 0
  #open: Run | null = null
  readonly #runs: Run[] = []
  readonly #raw: string[] = []

  runs(): Run[] {
    this.#close()
    return this.#runs
  }

  rawText(): string {
    return this.#raw.join('')
  }

  /** Sets the text matrix; the line begins at its origin. */
  place(matrix: Matrix): void {
    this.#matrix = matrix
    this.#lineX = 0
    this.#lineY = 0
    this.#x = 0
  }

  /** To the start of another line, counted from the start of this one. */
  move(x: number, y: number): void {
    this.#lineX += x
    this.#lineY += y
    this.#x = this.#lineX
  }

  /** Draws glyphs; a number among them moves the pen back by thousandths of the size. */
  show(glyphs: readonly (Glyph | number)[], state: TextState, painted: Box[]): void {
    const { size, stretch, font } = state
    const toPage = concat(state.ctm, this.#matrix)
    const [a, b, c, d] = toPage
    const height = Math.hypot(c, d) * Math.abs(size)
    const along = Math.hypot(a, b)
    const em = along * Math.abs(size) * Math.abs(stretch) || height || 1
    const angle = Math.atan2(b * Math.sign(size), a * Math.sign(size)) / (Math.PI / 2)
    const quarters = ((Math.round(angle) % 4) + 4) % 4
    const slanted = Math.abs(angle - Math.round(angle)) > 0.05
    const spacing = Math.max(0, state.charSpacing * stretch * along)
    const seen = visibility(state, height, painted)
    const [ua, ub, uc, ud, ue, uf] = concat(uprightFrame(quarters), toPage)
    const baseline = this.#lineY + state.rise

    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (!font.vertical) this.#x -= (glyph / 1000) * size * stretch
        continue
      }
      const from = this.#x
      const to = from + glyph.width * font.scale * size * stretch
      this.#x = to + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * stretch
      this.#raw.push(glyph.unicode)
      const text = drawn(glyph.unicode)
      if (text === '') continue
      const open = this.#open
      if (text === ' ') {
        if (open && !open.text.endsWith(' ')) open.text += ' '
        continue
      }
      const x0 = ua * from + uc * baseline + ue
      const x1 = ua * to + uc * baseline + ue
      const y = ub * from + ud * baseline + uf
      const middle = (from + to) / 2
      const hidden = seen(a * middle + c * baseline + toPage[4], b * middle + d * baseline + toPage[5])
      const gap = open ? (x0 - open.x1 - spacing) / em : 0
      if (
        open &&
        gap > -0.5 &&
        gap < wideGap &&
        open.quarters === quarters &&
        open.bold === font.bold &&
        open.slanted === slanted &&
        Math.abs(open.y - y) < 0.05 * height + 0.05 &&
        Math.abs(open.size - height) < 0.05 * height + 0.05 &&
        (open.hidden === hidden || cutByEdge(open.hidden, hidden))
      ) {
        if (open.hidden !== hidden) open.hidden = null
        if (gap > wordGap && !open.text.endsWith(' ')) open.text += ' '
        open.text += text
        if (x1 > open.x1) open.x1 = x1
      } else {
        this.#close()
        this.#open = { text, x0, x1, y, size: height, quarters, bold: font.bold, hidden, slanted }
      }
    }
  }

  #close(): void {
    if (this.#open && this.#open.text.trim() !== '') this.#runs.push(this.#open)
    this.#open = null
  }
}

/** What a PDF draws is no soft hyphen, whatever its font calls it. */
const drawn = (unicode: string): string => {
  const text = cleanCharacters(unicode)
  return text.includes(softHyphen)
    ? text.replaceAll(softHyphen, '-')
    : text.trim() === '' && text !== ''
      ? ' '
      : text
}

/** A word that the page's edge cuts through is seen; the rest of it must not become a word of its own. */
const cutByEdge = (one: HiddenBecause | null, other: HiddenBecause | null): boolean =>
  (one === null || one === 'off_page') && (other === null || other === 'off_page')
