import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { MaxPartSizeExceededError, type UploadHandlerPart } from '@remix-run/node'

/** Bytes a file may have; larger ones are refused while they stream in. */
export const maxUploadBytes = 100_000_000

/** Where files lie while they come in. @param folder the data folder */
export const incomingFolder = (folder: string) => path.join(folder, 'incoming')

/** Where a reader finds its copy of an original. @param folder the data folder */
export const readingFolder = (folder: string) => path.join(folder, 'reading')

/** A file that has come in whole; its bytes lie aside until the request is answered. */
export interface UploadedFile {
  fileName: string
  sha256: string
  /** Where the bytes lie. */
  path: string
  /** For what is small, such as a list or a logo. */
  bytes(): Promise<Uint8Array>
}

/** @throws MaxPartSizeExceededError, or what the disk says */
export async function toDisk({ name, filename, data }: UploadHandlerPart, to: string): Promise<UploadedFile> {
  const hash = createHash('sha256')
  let size = 0
  async function* counted() {
    for await (const chunk of data) {
      size += chunk.length
      if (size > maxUploadBytes) throw new MaxPartSizeExceededError(name, maxUploadBytes)
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(counted, createWriteStream(to, { flags: 'wx', mode: 0o600 }))
  return { fileName: filename ?? '', sha256: hash.digest('hex'), path: to, bytes: () => readFile(to) }
}
