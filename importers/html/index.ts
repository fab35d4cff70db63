import type { Document } from '#domain/document/document.ts'
import { decodeText } from '../decode.ts'
import type { Importer } from '../importer.ts'
import { writeDocument } from '../writer.ts'
import { readHtml } from './walk.ts'

export const htmlImporter: Importer = {
  id: 'html',
  title: 'a web page (HTML)',
  accepts: (bytes) => looksLikeHtml(decodeText(bytes.subarray(0, 4096)) ?? ''),
  read: async (bytes) => readPage(decodeText(bytes) ?? ''),
}

/** Past comments and an XML declaration it opens with a tag of HTML. */
function looksLikeHtml(start: string): boolean {
  const opening = start.replace(/<!--[\s\S]{0,2000}?-->|<\?xml[^>]{0,200}>/g, '').trimStart()
  return /^<(?:!doctype html|html|head|body|header|nav|main|article|section|div|p|h[1-6]|hr|pre|blockquote|table|dl|ol|ul|form|meta|title|link|style|script|center|font|span|strong|b|a)\b[^<>]{0,500}>/i.test(
    opening,
  )
}

function readPage(source: string): Document {
  const { title, blocks, hidesWords } = readHtml(source)
  return writeDocument({
    format: 'html',
    title,
    blocks,
    warnings: hidesWords
      ? [
          {
            code: 'hidden_text',
            message: 'This page holds words that it doesn’t show; they were left out.',
          },
        ]
      : [],
  })
}
