import { inflateSync } from 'node:zlib'

/** What the packed contents of a file say of its state, the worst of them. */
export type Damage = 'lost' | 'doubtful' | null

/**
 * Whether the file has packed contents that can't be unpacked (`lost`), or whose checksum says that they are not what was
 * packed (`doubtful`). pdf.js takes such a stream for an empty one, or for what it could make of it, and says nothing, so
 * that a page which lost its words looks like a blank one.
 *
 * Pictures and fonts are left aside: they cost no words of their own, or show as unreadable ones.
 */
export function damageOf(bytes: Uint8Array): Damage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  // What is encrypted can't be unpacked without its key, broken or not.
  if (buffer.includes('/Encrypt')) return null
  let worst: Damage = null
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const end = buffer.indexOf('endstream', at + 6)
    if (end < 0) return worst
    const dictionary = buffer.subarray(Math.max(0, at - longestDictionary), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    const damage = damageOfStream(own, buffer.subarray(dataStart(buffer, at), end))
    if (damage === 'lost') return damage
    worst = damage ?? worst
    at = end
  }
  return worst
}

const longestDictionary = 600

const flate = ['FlateDecode', 'Fl']
const otherFilters =
  'LZWDecode LZW ASCII85Decode A85 ASCIIHexDecode AHx RunLengthDecode RL CCITTFaxDecode CCF DCTDecode DCT JPXDecode JBIG2Decode Crypt'.split(
    ' ',
  )

const isNoText = (dictionary: string): boolean =>
  /\/Subtype\s{0,3}\/(?:Image|Type1C|CIDFontType0C|OpenType)|\/Length[123]\b|\/DecodeParms|\/FunctionType|\/N\s\d/.test(
    dictionary,
  )

function filtersOf(dictionary: string): string[] {
  const list = /\/Filter\s{0,3}(\[[^\]]{0,500}\]|\/[^\s/<>[\]()]{1,40})/.exec(dictionary)?.[1] ?? ''
  return [...list.matchAll(/\/([^\s/<>[\]()]{1,40})/g)].map(([, name = '']) => name)
}

function damageOfStream(dictionary: string, data: Buffer): Damage {
  if (isNoText(dictionary)) return null
  const filters = filtersOf(dictionary)
  if (filters.some((name) => !flate.includes(name) && !otherFilters.includes(name))) return 'lost'
  if (filters.length === 0 || !filters.every((name) => flate.includes(name))) return null
  return unpacking(data, filters.length)
}

/** Past the line end that follows the word "stream". */
function dataStart(buffer: Buffer, at: number): number {
  const start = at + 'stream'.length
  if (buffer[start] === 0x0d && buffer[start + 1] === 0x0a) return start + 2
  return buffer[start] === 0x0a || buffer[start] === 0x0d ? start + 1 : start
}

/** More than any page's words need. */
const mostUnpacked = 64 * 1024 * 1024

/** A missing end loses nothing; wrong data does, and a wrong checksum tells of it. @param times how often it was packed */
function unpacking(data: Buffer, times: number): Damage {
  try {
    let unpacked = data
    for (let n = 0; n < times; n++) unpacked = inflateSync(unpacked, { maxOutputLength: mostUnpacked })
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'Z_DATA_ERROR' || !(error instanceof Error)) return null
    return error.message === 'incorrect data check' ? 'doubtful' : 'lost'
  }
}
