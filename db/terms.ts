import { randomUUID } from 'node:crypto'
import { groupBy } from 'es-toolkit'
import { z } from 'zod'
import { Review, type StoredTerm } from '#domain/register/agreement.ts'
import { reconcile } from '#domain/review/reconcile.ts'
import { Citation, type Term } from '#domain/terms/term.ts'
import type { Db } from './connect.ts'
import { confirmedAbsences } from './decisions.ts'
import { raiseDifferences } from './differences.ts'
import type { Row } from './schema.ts'
import { indexTerms } from './search-index.ts'

const Citations = z.array(Citation).min(1)
const Value = z.record(z.string(), z.unknown())
const People = z.array(z.string())

export function toTerm(row: Row<'term'>, slug: string): StoredTerm {
  const value = Value.parse(JSON.parse(row.value_json))
  const citations = Citations.parse(JSON.parse(row.citations_json))
  return {
    id: row.id,
    fileId: row.file_id,
    agreementId: row.agreement_id,
    slug,
    type: row.type,
    value: row.decided_value_json ? Value.parse(JSON.parse(row.decided_value_json)) : value,
    citations: row.decided_citations_json
      ? Citations.parse(JSON.parse(row.decided_citations_json))
      : citations,
    confidence: row.confidence,
    reader: row.reader,
    review: Review.parse(row.review),
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    people: People.parse(JSON.parse(row.people_json)),
    version: row.version,
    read: row.added ? null : { value, citations },
  }
}

type PlaceInFile = Pick<Row<'term'>, 'id' | 'file_id' | 'type' | 'added' | 'position'>

/** As they were read, then those that people added. */
export const inOrder = (a: PlaceInFile, b: PlaceInFile) => a.added - b.added || a.position - b.position

/** Id to address, for rows of whole files or all of some types: it counts the terms of its type in its file, those thrown out included. */
export function slugsOf(rows: PlaceInFile[]): Map<string, string> {
  const seen = new Map<string, number>()
  return new Map(
    rows.toSorted(inOrder).map(({ id, file_id, type }) => {
      const key = `${file_id} ${type}`
      const nth = (seen.get(key) ?? 0) + 1
      seen.set(key, nth)
      return [id, type.replaceAll('_', '-') + (nth > 1 ? `-${nth}` : '')]
    }),
  )
}

/** Rows of whole files, or all of some types, in order. */
function toTerms(rows: Row<'term'>[]): StoredTerm[] {
  const slugs = slugsOf(rows)
  const terms = rows.map((row) => toTerm(row, slugs.get(row.id) ?? ''))
  const start = (term: StoredTerm) => term.citations[0]?.start ?? 0
  const papers = Object.entries(groupBy(terms, (term) => term.agreementId))
  return papers
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, own]) => own.sort((a, b) => start(a) - start(b)))
}

/**
 * Files a new reading of a file. What a person decided stays as it is: where the reading now says something else, that is
 * raised as a difference to look at.
 * @param terms all of the reading, in text order
 * @param types those that are filed; all of them when left out, and the others stay as they are
 */
export async function replaceTerms(
  db: Db,
  fileId: string,
  agreementId: string,
  terms: Term[],
  types?: string[],
): Promise<void> {
  if (types?.length === 0) return
  await db
    .deleteFrom('term')
    .where('file_id', '=', fileId)
    .where('version', '=', 0)
    .$if(types !== undefined, (query) => query.where('type', 'in', types ?? []))
    .execute()
  const concerns = (type: string) => !types || types.includes(type)
  const decided = (await termsOfFile(db, fileId)).filter(({ type }) => concerns(type))
  const { insert, update, differences } = reconcile(
    decided,
    terms.filter(({ type }) => concerns(type)),
    await confirmedAbsences(db, fileId),
  )
  const placeOf = new Map(terms.map((term, position) => [term, position]))
  for (const { id, term } of update)
    await db
      .updateTable('term')
      .set({ ...readingColumns(term), position: placeOf.get(term), added: 0 })
      .where('id', '=', id)
      .execute()
  const rows = insert.map((term) => ({
    id: randomUUID(),
    file_id: fileId,
    agreement_id: agreementId,
    position: placeOf.get(term) ?? 0,
    type: term.type,
    ...readingColumns(term),
  }))
  // SQLite binds 32,766 values a statement at most; 9 columns a row.
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto('term')
      .values(rows.slice(i, i + 500))
      .execute()
  await raiseDifferences(db, { fileId, agreementId }, differences)
  await indexFile(db, fileId, agreementId)
}

const indexFile = async (db: Db, fileId: string, agreementId: string): Promise<void> =>
  indexTerms(db, { id: fileId, agreementId }, await termsOfFile(db, fileId))

const readingColumns = (term: Term) => ({
  value_json: JSON.stringify(term.value),
  citations_json: JSON.stringify(term.citations),
  confidence: term.confidence,
  reader: term.reader,
})

/** What the reading itself says of a file, whatever people decided since. */
export async function readingTerms(
  db: Db,
  fileId: string,
): Promise<Pick<Term, 'type' | 'value' | 'citations' | 'confidence'>[]> {
  const rows = await db
    .selectFrom('term')
    .select(['type', 'value_json', 'citations_json', 'confidence'])
    .where('file_id', '=', fileId)
    .where('added', '=', 0)
    .execute()
  return rows.map((row) => ({
    type: row.type,
    value: Value.parse(JSON.parse(row.value_json)) as Term['value'],
    citations: Citations.parse(JSON.parse(row.citations_json)),
    confidence: row.confidence,
  }))
}

/** Terms of one file in the order they stand in the text, rejected ones included. */
export const termsOfFile = (db: Db, fileId: string): Promise<StoredTerm[]> => termsOfFiles(db, [fileId])

/** The same of several files, those of a file in the order of its text. @param types those that are wanted; all when left out */
export async function termsOfFiles(db: Db, fileIds: string[], types?: string[]): Promise<StoredTerm[]> {
  if (fileIds.length === 0) return []
  const rows = await db
    .selectFrom('term')
    .selectAll()
    .where('file_id', 'in', fileIds)
    .$if(types !== undefined, (query) => query.where('type', 'in', types ?? []))
    .execute()
  return toTerms(rows)
}

/** Ids of each agreement's newest read file; of these agreements alone when they are named, so that the others cost nothing. */
export const newestRead = (db: Db, agreementIds?: string[]) =>
  db
    .selectFrom('agreement_file as f')
    .select('f.id')
    .where('f.state', '=', 'read')
    .$if(agreementIds !== undefined, (q) => q.where('f.agreement_id', 'in', agreementIds ?? []))
    .where('f.version', '=', (v) =>
      v
        .selectFrom('agreement_file as newer')
        .select((w) => w.fn.max('newer.version').as('newest'))
        .whereRef('newer.agreement_id', '=', 'f.agreement_id')
        .where('newer.state', '=', 'read'),
    )

/**
 * By agreement, in text order: all terms of each one's newest read version, those that a person rejected included.
 * @param types those that are wanted; all when left out
 */
export async function currentTerms(db: Db, agreementIds: string[], types?: string[]): Promise<StoredTerm[]> {
  if (agreementIds.length === 0) return []
  const rows = await db
    .selectFrom('term')
    .selectAll()
    .where('file_id', 'in', newestRead(db, agreementIds))
    .$if(types !== undefined, (query) => query.where('type', 'in', types ?? []))
    .execute()
  return toTerms(rows)
}

/** What stands in those of these agreements that were read: values alone, in the order of the paper. */
export async function standingValues(
  db: Db,
  agreementIds: string[],
): Promise<Map<string, Pick<StoredTerm, 'id' | 'type' | 'value'>[]>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await newestRead(db, agreementIds)
    .leftJoin('term', (join) => join.onRef('term.file_id', '=', 'f.id').on('term.review', '!=', 'rejected'))
    .clearSelect()
    .select(['f.agreement_id', 'term.id', 'term.type', 'term.value_json', 'term.decided_value_json'])
    .orderBy('term.position')
    .orderBy('term.id')
    .execute()
  const found = new Map<string, Pick<StoredTerm, 'id' | 'type' | 'value'>[]>()
  for (const { agreement_id, id, type, value_json, decided_value_json } of rows) {
    const own = found.get(agreement_id) ?? []
    found.set(agreement_id, own)
    // A paper in which nothing was found comes as one row without a term.
    if (id && type) own.push({ id, type, value: JSON.parse(decided_value_json ?? value_json ?? '{}') })
  }
  return found
}

/** What stands, by agreement: terms of each one's newest read version, without those a person rejected. @param types as above */
export async function standingTerms(db: Db, agreementIds: string[], types?: string[]): Promise<StoredTerm[]> {
  return (await currentTerms(db, agreementIds, types)).filter((term) => term.review !== 'rejected')
}

export async function termById(db: Db, id: string): Promise<StoredTerm | undefined> {
  const row = await db.selectFrom('term').select('file_id').where('id', '=', id).executeTakeFirst()
  return row && (await termsOfFile(db, row.file_id)).find((term) => term.id === id)
}

/** Adds a term that a person found and the reading had missed; its first decision is recorded beside it. @returns its id */
export async function insertAddedTerm(
  db: Db,
  { fileId, agreementId, term }: { fileId: string; agreementId: string; term: Term },
): Promise<string> {
  const id = randomUUID()
  const { last } = await db
    .selectFrom('term')
    .select((w) => w.fn.coalesce(w.fn.max('position'), w.lit(0)).as('last'))
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('term')
    .values({
      id,
      file_id: fileId,
      agreement_id: agreementId,
      position: Number(last) + 1,
      type: term.type,
      ...readingColumns(term),
      added: 1,
    })
    .execute()
  await indexFile(db, fileId, agreementId)
  return id
}

/** What the decisions on a term add up to now. */
export async function setStanding(
  db: Db,
  id: string,
  now: Pick<StoredTerm, 'review' | 'reviewedBy' | 'reviewedAt' | 'people' | 'version'> & {
    /** Null: the reading's own holds. */
    value: StoredTerm['value'] | null
    citations: StoredTerm['citations'] | null
  },
): Promise<void> {
  const term = await db
    .updateTable('term')
    .set({
      review: now.review,
      reviewed_by: now.reviewedBy,
      reviewed_at: now.reviewedAt,
      people_json: JSON.stringify(now.people),
      version: now.version,
      decided_value_json: now.value && JSON.stringify(now.value),
      decided_citations_json: now.citations && JSON.stringify(now.citations),
    })
    .where('id', '=', id)
    .returning(['file_id', 'agreement_id'])
    .executeTakeFirst()
  if (term) await indexFile(db, term.file_id, term.agreement_id)
}

/** How many terms stand by agreement (newest read version), and how many of them nobody has looked at. */
export async function termCounts(
  db: Db,
  agreementIds: string[],
): Promise<Map<string, { terms: number; unreviewed: number }>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('term')
    .innerJoin('agreement_file as f', 'f.id', 'term.file_id')
    .select((w) => [
      'term.agreement_id as id',
      w.fn.countAll<number>().as('terms'),
      w.fn.countAll<number>().filterWhere('term.review', '=', 'unreviewed').as('unreviewed'),
    ])
    .where('term.agreement_id', 'in', agreementIds)
    .where('term.review', '!=', 'rejected')
    .where('f.version', '=', (q) =>
      q
        .selectFrom('agreement_file as newer')
        .select((w) => w.fn.max('newer.version').as('newest'))
        .whereRef('newer.agreement_id', '=', 'term.agreement_id')
        .where('newer.state', '=', 'read'),
    )
    .groupBy('term.agreement_id')
    .execute()
  return new Map(rows.map((r) => [r.id, { terms: Number(r.terms), unreviewed: Number(r.unreviewed) }]))
}
