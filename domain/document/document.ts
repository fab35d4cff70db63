import { z } from 'zod'

/**
 * What an importer makes of a file: one text, and where each piece of it stood.
 *
 * Every offset in the house is a half-open range of UTF-16 units into `Document.text`, and a span is never a
 * copied string. In the text one line ends with "\n"; a blank line ("\n\n") stands between two blocks
 * (paragraph, heading, list item, table row). Running headers, footers and page numbers are kept apart in
 * `furniture`, so that a sentence that runs over a page break reads through.
 */

/** `[x0, y0, x1, y1]` in PDF points, origin bottom-left. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>

/** A run of text that was printed in one place; the grain of highlighting. */
export const Piece = Span.extend({ box: Box })
export type Piece = z.infer<typeof Piece>

/** One printed line (PDF, scan) or one source line or block (the other formats), without its line end. */
export const Line = Span.extend({
  page: z.int().positive(),
  /** Absent where the source has no pages. */
  box: Box.optional(),
  pieces: z.array(Piece).optional(),
  /** True when this line opens a new block: what stands before it in the text is "\n\n". */
  opensBlock: z.boolean(),
  role: z.enum(['body', 'heading', 'list_item', 'table_row']),
  /** 1 to 6 where the source says so itself (Word style, HTML h1, Markdown #). */
  headingLevel: z.int().min(1).max(6).optional(),
  bold: z.boolean().optional(),
  /** True when the words can't be seen on the page (white on white, zero size, off the page). */
  hidden: z.boolean().optional(),
})
export type Line = z.infer<typeof Line>

export const Page = Span.extend({
  number: z.int().positive(),
  /** In PDF points; absent where the source has no pages. */
  width: z.number().optional(),
  height: z.number().optional(),
  /** How its words were come by: `unreadable` is neither "blank" nor "says nothing". */
  source: z.enum(['text', 'ocr', 'blank', 'unreadable']),
  /** Mean word confidence of a page read by OCR, 0..1. */
  ocrConfidence: z.number().min(0).max(1).optional(),
})
export type Page = z.infer<typeof Page>

/** Something a reader of the results should know; `code` is stable, `message` is a sentence for people. */
export const Warning = z.object({
  code: z.string(),
  message: z.string(),
  page: z.int().positive().optional(),
})
export type Warning = z.infer<typeof Warning>

export const Format = z.enum(['pdf', 'docx', 'html', 'markdown', 'text'])
export type Format = z.infer<typeof Format>

export const Document = z.object({
  format: Format,
  /** From the file's own metadata or first heading; null when there is neither. */
  title: z.string().nullable(),
  text: z.string(),
  /** Always at least one; formats without pages have a single page without width and height. */
  pages: z.array(Page).min(1),
  lines: z.array(Line),
  furniture: z.array(z.object({ page: z.int().positive(), text: z.string(), box: Box.optional() })),
  warnings: z.array(Warning),
})
export type Document = z.infer<typeof Document>
