import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'
import { ImportError } from '../errors.ts'
import type { Limits } from '../importer.ts'
import { type Element, parseXml } from './xml.ts'

/** The parts of a Word file that hold words or say how they are printed. */
export interface WordParts {
  body: Element
  styles: Element | undefined
  numbering: Element | undefined
  footnotes: Element | undefined
  endnotes: Element | undefined
  comments: Element | undefined
  headers: Element[]
  footers: Element[]
  /** Title and the like. */
  core: Element | undefined
  /** What the package carries beside the words; nothing of it is opened. */
  extras: { macros: boolean; files: boolean; outside: boolean }
}

const wanted =
  /^(?:_rels\/\.rels|docProps\/core\.xml|word\/[^/]{1,1000}\.xml|word\/_rels\/[^/]{1,1000}\.rels)$/i

/** @throws ImportError `too_large` for a package that unpacks to more than the limit, `truncated`, `damaged` */
export function openPackage(bytes: Uint8Array, limits: Limits): WordParts {
  const { files, names } = unpack(bytes, limits)
  const parse = (name: string | undefined) => {
    const part = name === undefined ? undefined : files[name]
    return part ? parseXml(part) : undefined
  }
  const main = relations(files['_rels/.rels'], '').find(({ type }) => type === 'officeDocument')?.target
  const mainName = main && files[main] ? main : 'word/document.xml'
  const body = parse(mainName)
  if (!body)
    throw new ImportError(
      'damaged',
      'This Word document is damaged: its text is missing.',
      'Open it in Word, save it anew and add that.',
    )
  const [folder = '', file = ''] = mainName.split(/\/(?=[^/]{0,1000}$)/)
  const related = relations(files[`${folder}/_rels/${file}.rels`], `${folder}/`)
  const part = (type: string) => parse(related.find((relation) => relation.type === type)?.target)
  const parts = (type: string) =>
    related.filter((relation) => relation.type === type).flatMap(({ target }) => parse(target) ?? [])
  return {
    body,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    headers: parts('header'),
    footers: parts('footer'),
    core: parse('docProps/core.xml'),
    extras: {
      macros: names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
      files: names.some((name) => /^word\/(?:embeddings|afchunk)[^/]*\/?./i.test(name)),
      outside: loadsFromOutside(files),
    },
  }
}

interface Unpacked {
  files: Record<string, Uint8Array>
  /** Of everything in the package, unpacked or not. */
  names: string[]
}

function unpack(bytes: Uint8Array, { maxUnpackedBytes }: Limits): Unpacked {
  let size = 0
  const names = new Set<string>()
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        // Two parts of one name: one program shows the first, another the second.
        if (names.has(name)) throw damagedPackage()
        names.add(name)
        if (!wanted.test(name)) return false
        size += originalSize
        if (size > maxUnpackedBytes)
          throw new ImportError(
            'too_large',
            `This Word document unpacks to more than ${Math.round(maxUnpackedBytes / 1024 / 1024)} MB of text, which no contract has.`,
            'Check where the file comes from; save it anew in Word if it is a contract.',
          )
        return true
      },
    })
    // The unpacker takes a wrong size or checksum for nothing; a word may be lost or changed by it.
    const sums = checksums(bytes)
    for (const [name, part] of Object.entries(files))
      if (sums.get(name) !== crc32(part)) throw damagedPackage()
    return { files, names: [...names] }
  } catch (error) {
    if (error instanceof ImportError) throw error
    const whole = Buffer.from(bytes.subarray(-70_000)).includes('PK\u0005\u0006')
    throw whole
      ? damagedPackage()
      : new ImportError(
          'truncated',
          'This Word document breaks off before its end; it was probably not copied or downloaded completely.',
          'Fetch the file again and add it once more.',
        )
  }
}

/** CRC-32 of each part's contents, as the table at the package's end (ZIP's central directory) has it. */
function checksums(bytes: Uint8Array): Map<string, number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = buffer.lastIndexOf('PK\u0005\u0006')
  const sums = new Map<string, number>()
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = buffer.readUInt16LE(at + 28)
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength)
    sums.set(name, buffer.readUInt32LE(at + 16))
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return sums
}

const damagedPackage = () =>
  new ImportError(
    'damaged',
    'This Word document is damaged and can’t be unpacked.',
    'Open it in Word, save it anew and add that.',
  )

/** Whether Word would fetch something when it opens the file; a link that a person may click is none. */
function loadsFromOutside(files: Record<string, Uint8Array>): boolean {
  return Object.entries(files).some(
    ([name, part]) =>
      name.endsWith('.rels') &&
      parseXml(part).children.some(
        ({ attributes: { Type = '', TargetMode } }) =>
          TargetMode === 'External' && !/\/hyperlink$/.test(Type),
      ),
  )
}

function relations(bytes: Uint8Array | undefined, folder: string): { type: string; target: string }[] {
  if (!bytes) return []
  return parseXml(bytes).children.flatMap(({ attributes: { Type = '', Target = '', TargetMode } }) =>
    TargetMode === 'External'
      ? []
      : {
          type: Type.slice(Type.lastIndexOf('/') + 1),
          target: Target.startsWith('/') ? Target.slice(1) : folder + Target,
        },
  )
}
