import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Warning } from '#domain/document/document.ts'

/** Of longer papers only so many pages are searched for attached files. */
const mostPages = 500

/** What a PDF carries beside its pages' words. None of it is opened or run; a reader should know that it is there. */
export async function extrasOf(pdf: PDFDocumentProxy): Promise<Warning[]> {
  const [script, attached, form, layers] = await Promise.all([
    runsScript(pdf),
    attachments(pdf),
    hasDynamicForm(pdf),
    hasHiddenLayers(pdf),
  ])
  return [
    ...(script ? [activeContent] : []),
    ...(attached ? [embeddedFiles] : []),
    ...(form ? [dynamicForm] : []),
    ...(layers ? [hiddenLayers] : []),
  ]
}

/** What pdf.js can't look up in a damaged file is as if it weren't there: nothing of it is read either way. */
const orElse = <T>(wanted: Promise<T>, otherwise: T): Promise<T> => wanted.catch(() => otherwise)

async function runsScript(pdf: PDFDocumentProxy): Promise<boolean> {
  if (await orElse(pdf.hasJSActions(), false)) return true
  return (await orElse(pdf.getJSActions(), null)) !== null
}

async function attachments(pdf: PDFDocumentProxy): Promise<boolean> {
  const named: object | null = await orElse(pdf.getAttachments(), null)
  if (named && Object.keys(named).length > 0) return true
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++) {
    const page = await orElse(pdf.getPage(number), undefined)
    const notes: { subtype?: string }[] = page ? await orElse(page.getAnnotations(), []) : []
    if (notes.some(({ subtype }) => subtype === 'FileAttachment')) return true
  }
  return false
}

async function hasDynamicForm(pdf: PDFDocumentProxy): Promise<boolean> {
  const metadata = await orElse(pdf.getMetadata(), undefined)
  const info = metadata?.info
  return info !== undefined && 'IsXFAPresent' in info && info.IsXFAPresent === true
}

async function hasHiddenLayers(pdf: PDFDocumentProxy): Promise<boolean> {
  const layers = await orElse(pdf.getOptionalContentConfig(), undefined)
  if (!layers) return false
  const groups: { visible?: boolean }[] = [...layers].map(([, group]) => group)
  return groups.some(({ visible }) => visible === false)
}

const activeContent: Warning = {
  code: 'active_content',
  message:
    'This PDF holds JavaScript, which can change what a viewer shows. It was not run; the words were read as they stand in the file.',
}

const embeddedFiles: Warning = {
  code: 'embedded_files',
  message:
    'Other files are attached to this PDF. They were not opened; add them by themselves if they count.',
}

const dynamicForm: Warning = {
  code: 'dynamic_form',
  message:
    'This PDF is a form whose words some viewers put together only when it is opened (XFA). Compare the reading with what your viewer shows, or print it to a new PDF and add that.',
}

const hiddenLayers: Warning = {
  code: 'hidden_layers',
  message:
    'This PDF has layers that are switched off, so some of its words may not show when it is opened. They were read with the rest.',
}
