import path from 'node:path'
import type { Document, Format } from '#domain/document/document.ts'
import { docxImporter } from './docx/index.ts'
import { ImportError } from './errors.ts'
import { htmlImporter } from './html/index.ts'
import { defaultLimits, type Importer, type Limits, type Progress } from './importer.ts'
import { markdownImporter } from './markdown.ts'
import { pdfImporter } from './pdf/index.ts'
import { projectRoot } from './root.ts'
import { textImporter } from './text.ts'
import { describeUnsupported } from './unsupported.ts'

/**
 * All formats, asked in this order; the first that knows the content reads it. Markdown and plain text stand last,
 * since much of anything can be read as text.
 */
export const importers: Importer[] = [pdfImporter, docxImporter, htmlImporter, markdownImporter, textImporter]

export interface ImportOptions {
  /** Only told apart from the content in a warning; the content decides. */
  fileName?: string
  onProgress?: (progress: Progress) => void
  limits?: Partial<Limits>
  projectRoot?: string
}

/**
 * Reads a file of any known format.
 * @throws ImportError which says what is wrong with the file and what to do
 */
export async function importDocument(bytes: Uint8Array, options: ImportOptions = {}): Promise<Document> {
  const limits = { ...defaultLimits, ...options.limits }
  if (bytes.length === 0)
    throw new ImportError(
      'empty_file',
      'This file is empty: it has no bytes at all.',
      'Fetch or save the file again and add it once more.',
    )
  if (bytes.length > limits.maxBytes)
    throw new ImportError(
      'too_large',
      `This file has ${megabytes(bytes.length)} MB; files of up to ${megabytes(limits.maxBytes)} MB are read.`,
      'Split it, or save it with smaller pictures.',
    )
  const importer = importers.find((one) => one.accepts(bytes))
  const named = formatOfName(options.fileName)
  if (!importer) throw await describeUnsupported(bytes, options.fileName, named !== null)
  const document = await importer.read(bytes, {
    limits,
    onProgress: options.onProgress ?? (() => {}),
    projectRoot: options.projectRoot ?? projectRoot(),
  })
  if (named && !alike(named, importer.id))
    document.warnings.unshift({
      code: 'mislabelled',
      message: `The file is called "${path.basename(options.fileName ?? '')}", but its content is ${importer.title}; it was read as that.`,
    })
  return document
}

const extensions: Record<string, Format> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
}

const formatOfName = (name = ''): Format | null => extensions[path.extname(name).toLowerCase()] ?? null

/** Markdown is text, and text is Markdown without marks. */
function alike(named: Format, found: Format): boolean {
  const plain: Format[] = ['markdown', 'text']
  return named === found || (plain.includes(named) && plain.includes(found))
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 1024 * 1024 ? 2 : 0)
