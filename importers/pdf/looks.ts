import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '#domain/document/document.ts'
import { contains } from './matrix.ts'

/** Why words can't be seen on the page. */
export type HiddenBecause = 'invisible' | 'tiny' | 'off_page' | 'white'

export interface FontLook {
  bold: boolean
  vertical: boolean
  /** From glyph units to text space; 0.001 in all but Type 3 fonts. */
  scale: number
}

/** What pdf.js knows of a font, as far as it concerns us. */
interface LoadedFont {
  name?: string
  bold?: boolean
  black?: boolean
  vertical?: boolean
  fontMatrix?: number[]
}

const plain: FontLook = { bold: false, vertical: false, scale: 0.001 }

export function fontLook(page: PDFPageProxy, name: string): FontLook {
  if (!page.commonObjs.has(name)) return plain
  const font: LoadedFont = page.commonObjs.get(name)
  const named = /bold|black|heavy|demi/i.test(font.name ?? '')
  return {
    bold: named || font.bold === true || font.black === true,
    vertical: font.vertical === true,
    scale: font.fontMatrix?.[0] || 0.001,
  }
}

/** Below this height in points nobody reads anything. */
const tinySize = 1.5

/** Drawn, but without ink: neither filled nor stroked. */
const invisibleModes = [3, 7]

/** How something is painted, as far as it can make words unseen. */
export interface Ink {
  clip: Box
  fill: string
  alpha: number
  mode: number
}

/**
 * Says of each point whether letters drawn there can be seen.
 * @param size of the letters in points
 * @param painted what was filled in colour before, on which white letters would show
 * @returns null for letters that can be seen
 */
export function visibility(
  ink: Ink,
  size: number,
  painted: Box[],
): (x: number, y: number) => HiddenBecause | null {
  if (invisibleModes.includes(ink.mode) || ink.alpha < 0.02) return () => 'invisible'
  if (size < tinySize) return () => 'tiny'
  const [x0, y0, x1, y1] = ink.clip
  const edge: Box = [x0 - 1, y0 - size, x1 + 1, y1 + size / 2]
  const filledWhite = isWhite(ink.fill) && ink.mode % 4 !== 1 && ink.mode % 4 !== 2
  return (x, y) => {
    if (!contains(edge, x, y)) return 'off_page'
    return filledWhite && !painted.some((box) => contains(box, x, y)) ? 'white' : null
  }
}

/** Close enough to paper that nobody sees it. @param colour "#rrggbb" */
export function isWhite(colour: string): boolean {
  return (
    /^#(f[a-f0-9]){3}$/i.test(colour) &&
    !/[0-8]/.test(colour.slice(2, 3) + colour.slice(4, 5) + colour.slice(6, 7))
  )
}
