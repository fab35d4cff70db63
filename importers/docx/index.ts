import type { Document, Warning } from '#domain/document/document.ts'
import type { Importer, ReadOptions } from '../importer.ts'
import { type SourceBlock, writeDocument } from '../writer.ts'
import { BodyReader } from './body.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type WordParts } from './package.ts'
import { readStyles } from './styles.ts'
import { child, type Element } from './xml.ts'

export const docxImporter: Importer = {
  id: 'docx',
  title: 'a Word document',
  accepts(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    return buffer.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' && buffer.includes('word/')
  },
  read: async (bytes, options) => readDocx(bytes, options),
}

function readDocx(bytes: Uint8Array, { limits }: ReadOptions): Document {
  const parts = openPackage(bytes, limits)
  const styles = readStyles(parts.styles)
  const reader = new BodyReader(parts, styles, readNumbering(parts.numbering, styles))
  const blocks = reader.read(child(parts.body, 'body') ?? parts.body)
  const furniture = [...parts.headers, ...parts.footers].flatMap((part) =>
    new BodyReader(parts, styles, readNumbering(parts.numbering, styles))
      .read(part)
      .flatMap(({ lines }) => lines),
  )
  return writeDocument({
    format: 'docx',
    title: child(parts.core, 'title')?.text ?? null,
    blocks,
    furniture: [...new Set(furniture)],
    warnings: warningsOf(reader.findings.trackedChanges, parts, blocks),
  })
}

function warningsOf(trackedChanges: boolean, parts: WordParts, blocks: SourceBlock[]): Warning[] {
  const warnings: Warning[] = []
  if (trackedChanges)
    warnings.push({
      code: 'tracked_changes',
      message:
        'This document has tracked changes that nobody has accepted or rejected yet. It was read as if all were accepted.',
    })
  if (commentsIn(parts.comments) > 0)
    warnings.push({
      code: 'comments_left_out',
      message: 'This document has comments in its margin; they were left out.',
    })
  if (blocks.some((block) => block.hidden))
    warnings.push({
      code: 'hidden_text',
      message:
        'This document holds words that can’t be seen when it is printed or shown; they were not read as part of the contract.',
    })
  if (parts.extras.macros)
    warnings.push({
      code: 'active_content',
      message: 'This document holds macros, which can change what Word shows. They were not run.',
    })
  if (parts.extras.files)
    warnings.push({
      code: 'embedded_files',
      message:
        'Other files are embedded in this document. They were not opened; add them by themselves if they count.',
    })
  if (parts.extras.outside)
    warnings.push({
      code: 'outside_parts',
      message:
        'Word fetches parts of this document, such as pictures or a template, from elsewhere when it is opened. They were not fetched.',
    })
  return warnings
}

const commentsIn = (part: Element | undefined): number => part?.children.length ?? 0
