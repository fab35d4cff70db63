import { z } from 'zod'
import { readingOf } from '#db/files.ts'
import { clauseTree } from '#domain/document/clauses.ts'
import { cite } from '#domain/reading/citations.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { termType, termTypes } from '#domain/terms/index.ts'
import type { Citation } from '#domain/terms/term.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { paperOf } from './bench.server.ts'
import { addTerm } from './decide.server.ts'
import { parseTermValue, termFields } from './term-form.server.ts'

/** A term that a person adds: the words it stands in, out of the paper, and its value by the form of its type. */

const Place = z.object({
  start: z.coerce.number().int().nonnegative(),
  end: z.coerce.number().int().positive(),
  type: z.string().default(''),
  version: z.coerce.number().int().positive().optional().catch(undefined),
})

/** The words of the paper that the address points at, as a citation. @throws Response 400, 404 */
async function wordsAt(house: House, agreement: Agreement, search: URLSearchParams) {
  const place = Place.safeParse(Object.fromEntries(search))
  if (!place.success) throw new Response('Select the words of the term in the paper first.', { status: 400 })
  const { file } = await paperOf(house, agreement, place.data.version)
  const reading = file && (await readingOf(house.db, file.id))
  if (!file || !reading) throw new Response('This paper has not been read.', { status: 404 })
  const { text } = reading.document
  const { start, end } = trimmed(text, place.data)
  if (start >= end) throw new Response('There are no words at this place.', { status: 400 })
  return {
    file,
    type: place.data.type,
    citation: cite({ document: reading.document, ...clauseTree(reading.document) }, { start, end }),
  }
}

/** Without the blanks at its ends, and within the text. */
function trimmed(text: string, { start, end }: { start: number; end: number }) {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return { start: from, end: from + words.trim().length }
}

export interface AddedTermForm {
  citation: Citation
  type: string
  types: { value: string; label: string }[]
  fields: ReturnType<typeof termFields>
}

/** What the form shows: the words, the types there are, the fields of the one that was chosen. */
export async function addedTermForm(
  house: House,
  agreement: Agreement,
  search: URLSearchParams,
): Promise<AddedTermForm> {
  const { type, citation } = await wordsAt(house, agreement, search)
  return {
    citation,
    type,
    types: termTypes.map(({ type, title }) => ({ value: type, label: title })),
    fields: termFields(type),
  }
}

/** Adds the term. @returns the lasting part of its address, or what is wrong with the fields */
export async function addTermFrom(
  house: House,
  agreement: Agreement,
  search: URLSearchParams,
  form: FormData,
  by: User,
): Promise<{ ok: true; slug: string } | { ok: false; errors: Record<string, string> }> {
  const { file, type, citation } = await wordsAt(house, agreement, search)
  if (!termType(type)) return { ok: false, errors: { type: 'Choose what kind of term it is.' } }
  const parsed = parseTermValue(type, form)
  if (!parsed.ok) return parsed
  const paper = { fileId: file.id, agreementId: agreement.id }
  const { slug } = await addTerm(house, paper, { type, value: parsed.value, citations: [citation] }, by)
  return { ok: true, slug }
}
