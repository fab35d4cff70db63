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
}

const wanted = /^(?:_rels\/\.rels|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/i

/** @throws ImportError `too_large` for a package that unpacks to more than the limit, `truncated`, `damaged` */
export function openPackage(bytes: Uint8Array, limits: Limits): WordParts {
  const files = unpack(bytes, limits)
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
  const [folder = '', file = ''] = mainName.split(/\/(?=[^/]*$)/)
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
  }
}

function unpack(bytes: Uint8Array, { maxUnpackedBytes }: Limits): Record<string, Uint8Array> {
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
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
  } catch (error) {
    if (error instanceof ImportError) throw error
    const whole = Buffer.from(bytes.subarray(-70_000)).includes('PK\u0005\u0006')
    throw whole
      ? new ImportError(
          'damaged',
          'This Word document is damaged and can’t be unpacked.',
          'Open it in Word, save it anew and add that.',
        )
      : new ImportError(
          'truncated',
          'This Word document breaks off before its end; it was probably not copied or downloaded completely.',
          'Fetch the file again and add it once more.',
        )
  }
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
