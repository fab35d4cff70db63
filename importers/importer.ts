import type { Document, Format } from '#domain/document/document.ts'

/** How far a reading is: pages of the text layer, pages through OCR, or the terms. */
export interface Progress {
  step: 'page' | 'ocr' | 'terms'
  done: number
  total: number
}

export interface Limits {
  /** Of the file as it comes, in bytes. */
  maxBytes: number
  maxPages: number
  /** What a packed file (Word) may unpack to, in bytes. */
  maxUnpackedBytes: number
}

export const defaultLimits: Limits = {
  maxBytes: 100 * 1024 * 1024,
  maxPages: 5000,
  maxUnpackedBytes: 100 * 1024 * 1024,
}

export interface ReadOptions {
  limits: Limits
  onProgress: (progress: Progress) => void
  /** Where package.json and node_modules are: the reader takes fonts and OCR data from there. */
  projectRoot: string
}

/** One file format. The registry in `index.ts` asks each in turn; content decides, never the file's name. */
export interface Importer {
  id: Format
  /** As a message calls it: "PDF", "Word document". */
  title: string
  accepts(bytes: Uint8Array): boolean
  /** @throws ImportError when the bytes can't be read */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Document>
}
