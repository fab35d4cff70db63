import { readFile } from 'node:fs/promises'
import { readTerms } from '#domain/reading/read.ts'
import { importDocument } from '#importers/index.ts'
import type { ReaderPool } from '#importers/isolated.ts'
import { isDocument } from '#importers/messages.ts'

/**
 * Reads in this process. For tests of what is done with a reading: a reader process takes seconds to start, and is tested in
 * test/importers/isolated.test.ts, test/hostile and test/e2e.
 */
export const readersHere = (): ReaderPool => ({
  async read(source, options) {
    const document = isDocument(source)
      ? source
      : await importDocument(typeof source === 'string' ? await readFile(source) : source, {
          fileName: options?.fileName,
        })
    return { format: document.format, document, reading: readTerms(document) }
  },
  open: true,
  close: async () => undefined,
})
