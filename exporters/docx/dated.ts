import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * The library stamps the file with the time of writing; the day it was prepared on is what the reader wants, and the same
 * content then gives the same bytes.
 * @param preparedOn ISO date
 */
export function dated(bytes: Uint8Array, preparedOn: string): Uint8Array {
  const files = unzipSync(bytes)
  const properties = files['docProps/core.xml']
  if (properties)
    files['docProps/core.xml'] = strToU8(
      strFromU8(properties).replace(
        /(<dcterms:(?:created|modified)[^>]{0,80}>)[^<]{0,40}/g,
        `$1${preparedOn.slice(0, 10)}T00:00:00Z`,
      ),
    )
  return zipSync(files, { mtime: new Date(Number(preparedOn.slice(0, 4)), 0, 1) })
}
