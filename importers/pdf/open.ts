import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ImportError } from '../errors.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/**
 * Loads pdf.js with its worker. The build for older runtimes replaces Array's push, over an edge case that doesn't
 * concern us, with one that is several times slower, for the whole process; the runtime's own is put back.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push')
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const worker = 'pdfjs-dist/legacy/build/pdf.worker.mjs'
  await import(worker)
  if (push) Object.defineProperty(Array.prototype, 'push', push)
  Object.assign(globalThis, { FontFace: UnshownFont })
  return pdfjs
}

interface Opening {
  projectRoot: string
  /** Pictures are decoded only where a page is drawn; that is most of a scan's cost. */
  pictures: boolean
}

/**
 * Pages are read here and never shown. Told that letters are drawn by itself, pdf.js makes outlines of every letter it meets;
 * told that a browser draws them, it hands each font to that browser and goes on. This is that browser.
 */
const nobodyLooks = {
  ownerDocument: { fonts: { add() {}, delete() {} } } as unknown as HTMLDocument,
  disableFontFace: false,
}

class UnshownFont {
  loaded = Promise.resolve(this)
}

/** How pdf.js is told to work: quietly, offline, with its own fonts, without running what a file brings along. */
export function pdfResources(projectRoot: string) {
  const folder = (name: string) => `${path.join(projectRoot, 'node_modules', 'pdfjs-dist', name)}/`
  return {
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
  }
}

/**
 * Opens a PDF.
 * @throws ImportError `encrypted`, `truncated`, `damaged`
 */
export async function openPdf(
  pdfjs: Pdfjs,
  bytes: Uint8Array,
  { projectRoot, pictures }: Opening,
): Promise<PDFDocumentProxy> {
  try {
    return await pdfjs.getDocument({
      // pdf.js takes over the buffer it is given.
      data: Uint8Array.from(bytes),
      ...pdfResources(projectRoot),
      ...nobodyLooks,
      maxImageSize: pictures ? 64 * 1024 * 1024 : 1,
    }).promise
  } catch (error) {
    throw openingError(error, bytes)
  }
}

function openingError(error: unknown, bytes: Uint8Array): ImportError {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException' || (error instanceof Error && /password|encrypt/i.test(error.message)))
    return new ImportError(
      'encrypted',
      'This PDF is protected with a password, so its words can’t be read.',
      'Open it with the password, save or print it without one, and add that file.',
    )
  if (!hasEnd(bytes))
    return new ImportError(
      'truncated',
      'This PDF breaks off before its end; it was probably not copied or downloaded completely.',
      'Fetch the file again and add it once more.',
    )
  return new ImportError(
    'damaged',
    'This PDF is damaged and can’t be opened.',
    'Open it in a PDF viewer; if it opens there, print it to a new PDF and add that.',
  )
}

/** A complete PDF ends with %%EOF; some writers add a little after it. */
export function hasEnd(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 2048))
  return Buffer.from(tail).includes('%%EOF')
}

/** Whether a complete PDF stands before the one that is read. */
export function hasAnotherBefore(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const last = buffer.lastIndexOf('%PDF-')
  return last > 0 && /%%EOF\s{0,20}$/.test(buffer.subarray(Math.max(0, last - 40), last).toString('latin1'))
}
