import type { Document, Format } from '#domain/document/document.ts'
import type { DocumentReading } from '#domain/reading/read.ts'
import type { ImportErrorCode } from './errors.ts'
import type { Limits, Progress } from './importer.ts'

/** What the pool and its reader processes say to each other. */

export interface Task {
  id: number
  source: Uint8Array | string
  fileName: string | undefined
  limits: Partial<Limits> | undefined
  projectRoot: string
}

export interface FileReading {
  /** Of the bytes, in lower-case hex. */
  sha256: string
  format: Format
  document: Document
  reading: DocumentReading
}

export type Answer =
  | { id: number; begun: true }
  | { id: number; progress: Progress; rss: number }
  | { id: number; result: FileReading }
  | { id: number; error: { code: ImportErrorCode; message: string; next: string | undefined } }
