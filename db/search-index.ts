import type { Document } from '#domain/document/document.ts'
import type { AgreementInput, StoredTerm } from '#domain/register/agreement.ts'
import { agreementKindTitles } from '#domain/register/agreement.ts'
import { clausePassages } from '#domain/search/passages.ts'
import { termType } from '#domain/terms/index.ts'
import type { Db } from './connect.ts'
import type { Schema } from './schema.ts'

/**
 * Keeps `search_entry` in step. Each function is called by the query file of what changed, in the transaction of the change.
 */

type Entry = Omit<Schema['search_entry'], 'number'>
type Subject = 'vendor' | 'agreement' | 'deployment'

const blank = { item: null, type: null, body: '', address: '', place: '' }

async function replace(
  db: Db,
  { kind, subject, subjectId }: { kind: string; subject: Subject; subjectId: string },
  entries: Partial<Entry>[],
): Promise<void> {
  await db
    .deleteFrom('search_entry')
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .where('kind', '=', kind)
    .execute()
  const rows = entries.map((entry) => ({
    ...blank,
    title: '',
    ...entry,
    kind,
    subject,
    subject_id: subjectId,
  }))
  // 9 columns a row; SQLite binds 32,766 values a statement at most.
  for (let i = 0; i < rows.length; i += 1000)
    await db
      .insertInto('search_entry')
      .values(rows.slice(i, i + 1000))
      .execute()
}

const lines = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join('\n')

export const indexVendor = (
  db: Db,
  id: string,
  { name, website, notes }: { name: string; website?: string | null; notes?: string | null },
): Promise<void> =>
  replace(db, { kind: 'vendor', subject: 'vendor', subjectId: id }, [
    { title: name, body: lines(notes, website) },
  ])

export const indexAgreement = (
  db: Db,
  id: string,
  { title, kind, counterparty }: Pick<AgreementInput, 'title' | 'kind'> & { counterparty: string | null },
): Promise<void> =>
  replace(db, { kind: 'agreement', subject: 'agreement', subjectId: id }, [
    { title, body: lines(agreementKindTitles[kind], counterparty) },
  ])

export const indexDeployment = (
  db: Db,
  id: string,
  deployment: { name: string; purpose: string; audience?: string | null; dataUsed?: string | null },
): Promise<void> =>
  replace(db, { kind: 'deployment', subject: 'deployment', subjectId: id }, [
    { title: deployment.name, body: lines(deployment.purpose, deployment.audience, deployment.dataUsed) },
  ])

/** Whether a later version of the paper has been read: that one is what the search finds. */
async function isOutdated(db: Db, file: { id: string; agreementId: string }): Promise<boolean> {
  const newest = await db
    .selectFrom('agreement_file')
    .select('id')
    .where('agreement_id', '=', file.agreementId)
    .where('state', '=', 'read')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return newest !== undefined && newest.id !== file.id
}

/** After the file was marked as read. */
export async function indexClauses(
  db: Db,
  file: { id: string; agreementId: string },
  document: Document,
): Promise<void> {
  if (await isOutdated(db, file)) return
  await replace(
    db,
    { kind: 'clause', subject: 'agreement', subjectId: file.agreementId },
    clausePassages(document).map(({ heading, text, start, end, place }) => ({
      title: heading,
      body: text,
      address: `?start=${start}&end=${end}`,
      place,
    })),
  )
}

/** @param terms all of the file's, those a person rejected included */
export async function indexTerms(
  db: Db,
  file: { id: string; agreementId: string },
  terms: StoredTerm[],
): Promise<void> {
  if (await isOutdated(db, file)) return
  await replace(
    db,
    { kind: 'term', subject: 'agreement', subjectId: file.agreementId },
    terms
      .filter((term) => term.review !== 'rejected')
      .map((term) => {
        const type = termType(term.type)
        const value = type?.value.safeParse(term.value)
        const [citation] = term.citations
        return {
          item: term.id,
          type: term.type,
          title: type?.title ?? term.type,
          body: lines(value?.success ? type?.plain(value.data) : null, citation?.quote),
          address: `/terms/${term.slug}`,
          place: citation ? placeOf(citation) : '',
        }
      }),
  )
}

const placeOf = ({ clause, page }: { clause: string | null; page: number }) =>
  clause ? `clause ${clause}, page ${page}` : `page ${page}`

/** A comment; it is only ever added. `on` says what it is on: a rule, a term. */
export async function indexNote(
  db: Db,
  note: { subject: Subject; subjectId: string; item: string; on: string; body: string },
): Promise<void> {
  await db
    .insertInto('search_entry')
    .values({
      ...blank,
      kind: 'note',
      subject: note.subject,
      subject_id: note.subjectId,
      item: note.item,
      type: note.on,
      title: '',
      body: note.body,
    })
    .execute()
}

/** What was deleted is not found any more. */
export async function removeFromIndex(db: Db, subject: Subject, subjectId: string): Promise<void> {
  await db
    .deleteFrom('search_entry')
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .execute()
}
