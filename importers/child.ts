import { readFile, stat } from 'node:fs/promises'
import type { Document } from '#domain/document/document.ts'
import { readTerms } from '#domain/reading/read.ts'
import { closeNetwork } from './confine.ts'
import { ImportError } from './errors.ts'
import { defaultLimits } from './importer.ts'
import { importDocument } from './index.ts'
import { type Answer, isDocument, type Task } from './messages.ts'
import { pdfImporter } from './pdf/index.ts'
import { loadPdfjs } from './pdf/open.ts'

/**
 * A reader process: reads one file after the other for the pool in `isolated.ts`. A file that brings it down
 * brings down nothing else.
 */

closeNetwork()
process.on('disconnect', () => process.exit(0))
process.on('message', (task: Task) => {
  void answer(task)
})

const send = (message: Answer) => process.send?.(message)

async function answer(task: Task): Promise<void> {
  const { id } = task
  try {
    const document = await documentOf(task)
    send({ id, progress: { step: 'terms', done: 0, total: 1 }, rss: process.memoryUsage.rss() })
    const reading = readTerms(document)
    send({ id, result: { format: document.format, document, reading } })
  } catch (error) {
    const { code, message, next } = asImportError(error)
    send({ id, error: { code, message, next } })
  }
}

async function documentOf({ id, source, fileName, limits, projectRoot }: Task): Promise<Document> {
  if (isDocument(source)) {
    send({ id, begun: true })
    return source
  }
  const bytes = await bytesOf(source, limits)
  if (pdfImporter.accepts(bytes)) await loadPdfjs()
  // The file's time counts from here: that a busy machine loads a program slowly is no fault of the file's.
  send({ id, begun: true })
  return importDocument(bytes, {
    fileName,
    limits,
    projectRoot,
    onProgress: (progress) => send({ id, progress, rss: process.memoryUsage.rss() }),
  })
}

async function bytesOf(source: Uint8Array | string, limits: Task['limits']): Promise<Uint8Array> {
  if (typeof source !== 'string') return source
  const { size } = await stat(source)
  const most = limits?.maxBytes ?? defaultLimits.maxBytes
  if (size > most)
    throw new ImportError('too_large', `This file has ${size} bytes; files of up to ${most} bytes are read.`)
  return readFile(source)
}

function asImportError(error: unknown): ImportError {
  if (error instanceof ImportError) return error
  const words = error instanceof Error ? error.message : String(error)
  if (/allocation failed|invalid array (?:buffer )?length/i.test(words))
    return new ImportError(
      'out_of_memory',
      'Reading this file takes more memory than a reader may use.',
      'Split the file and add its parts.',
    )
  return new ImportError(
    'reader_crashed',
    `The reader failed on this file (${words.slice(0, 200)}).`,
    'Save the file anew, for instance by printing it to PDF, and add that.',
  )
}
