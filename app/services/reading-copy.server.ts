import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { AgreementFile } from '#domain/register/agreement.ts'
import type { FileReading, ReaderPool, ReadFileOptions } from '#importers/isolated.ts'
import type { Originals } from './originals/originals.server.ts'

interface Rooms {
  originals: Originals
  readers: ReaderPool
  /** A folder for what readers are given. */
  aside: string
}

/** Has a reader read a copy of a stored file, checked against its hash. @throws ImportError, or what `Originals.get` throws */
export async function readCopy(
  { originals, readers, aside }: Rooms,
  { sha256, fileName }: Pick<AgreementFile, 'sha256' | 'fileName'>,
  onProgress?: ReadFileOptions['onProgress'],
): Promise<FileReading> {
  const copy = path.join(aside, `${randomUUID()}.part`)
  try {
    await mkdir(aside, { recursive: true, mode: 0o700 })
    await originals.toFile(sha256, copy)
    return await readers.read(copy, { fileName, onProgress })
  } finally {
    await rm(copy, { force: true })
  }
}
