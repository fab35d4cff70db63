import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ImportError } from '../errors.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

export const loadPdfjs = (): Promise<Pdfjs> => import('pdfjs-dist/legacy/build/pdf.mjs')

interface Opening {
  projectRoot: string
  /** Pictures are decoded only where a page is drawn; that is most of a scan's cost. */
  pictures: boolean
}

/**
 * Opens a PDF with the fonts and character maps that come with pdf.js, without the network and without running
 * anything the file brings along.
 * @throws ImportError `encrypted`, `truncated`, `damaged`
 */
export async function openPdf(
  pdfjs: Pdfjs,
  bytes: Uint8Array,
  { projectRoot, pictures }: Opening,
): Promise<PDFDocumentProxy> {
  const resources = (folder: string) => `${path.join(projectRoot, 'node_modules', 'pdfjs-dist', folder)}/`
  try {
    return await pdfjs.getDocument({
      // pdf.js takes over the buffer it is given.
      data: Uint8Array.from(bytes),
      verbosity: 0,
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      fontExtraProperties: false,
      cMapUrl: resources('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: resources('standard_fonts'),
      wasmUrl: resources('wasm'),
      maxImageSize: pictures ? 64 * 1024 * 1024 : 1,
    }).promise
  } catch (error) {
    throw openingError(error, bytes)
  }
}

function openingError(error: unknown, bytes: Uint8Array): ImportError {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
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
