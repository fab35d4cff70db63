import { inflateSync } from 'node:zlib'

/**
 * Whether the file has packed contents that can't be unpacked. pdf.js takes such a stream for an empty one and says
 * nothing, so that a page which lost its words looks like a blank one.
 *
 * Pictures and fonts are left aside: they cost no words of their own, or show as unreadable ones.
 */
export function hasBrokenStreams(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // What is encrypted can't be unpacked without its key, broken or not.
  if (buffer.includes('/Encrypt')) return false
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const end = buffer.indexOf('endstream', at + 6)
    if (end < 0) return false
    const dictionary = buffer.subarray(Math.max(0, at - longestDictionary), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (isPackedText(own) && !unpacks(buffer.subarray(dataStart(buffer, at), end))) return true
    at = end
  }
  return false
}

const longestDictionary = 600

const isPackedText = (dictionary: string): boolean =>
  /\/Filter\s{0,3}(?:\[\s{0,3})?\/(?:FlateDecode|Fl)\s{0,3}(?:\]|\/|>)/.test(dictionary) &&
  !/\/Subtype\s{0,3}\/(?:Image|Type1C|CIDFontType0C|OpenType)|\/Length[123]\b|\/DecodeParms|\/FunctionType|\/N\s\d/.test(
    dictionary,
  )

/** Past the line end that follows the word "stream". */
function dataStart(buffer: Buffer, at: number): number {
  const start = at + 'stream'.length
  if (buffer[start] === 0x0d && buffer[start + 1] === 0x0a) return start + 2
  return buffer[start] === 0x0a || buffer[start] === 0x0d ? start + 1 : start
}

/** More than any page's words need. */
const mostUnpacked = 64 * 1024 * 1024

/** True unless the data itself is wrong: a missing end or a wrong checksum loses nothing. */
function unpacks(data: Buffer): boolean {
  try {
    inflateSync(data, { maxOutputLength: mostUnpacked })
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code !== 'Z_DATA_ERROR' || (error instanceof Error && error.message === 'incorrect data check')
  }
}
