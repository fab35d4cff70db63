import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { readTerms } from '#domain/reading/read.ts'
import { importDocument } from '#importers/index.ts'
import type { ReaderPool } from '#importers/isolated.ts'

/**
 * Reads in this process. For tests of what is done with a reading: a reader process takes seconds to start, and is tested in
 * test/importers/isolated.test.ts, test/hostile and test/e2e.
 */
export const readersHere = (): ReaderPool => ({
  async read(source, options) {
    const bytes = typeof source === 'string' ? await readFile(source) : Buffer.from(source)
    const document = await importDocument(bytes, { fileName: options?.fileName })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { sha256, format: document.format, document, reading: readTerms(document) }
  },
  open: true,
  close: async () => undefined,
})
