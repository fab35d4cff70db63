import type { Document, Format } from '#domain/document/document.ts'
import type { DocumentReading } from '#domain/reading/read.ts'
import type { ImportErrorCode } from './errors.ts'
import type { Limits, Progress } from './importer.ts'

/** What the pool and its reader processes say to each other. */

/** Bytes, the path of a file, or a document that was made of one before: then its terms alone are read. */
export type Source = Uint8Array | string | Document

export const isDocument = (source: Source): source is Document =>
  typeof source === 'object' && 'text' in source

export interface Task {
  id: number
  source: Source
  fileName: string | undefined
  limits: Partial<Limits> | undefined
  projectRoot: string
}

export interface FileReading {
  format: Format
  document: Document
  reading: DocumentReading
}

export type Answer =
  | { id: number; begun: true }
  | { id: number; progress: Progress; rss: number }
  | { id: number; result: FileReading }
  | { id: number; error: { code: ImportErrorCode; message: string; next: string | undefined } }
