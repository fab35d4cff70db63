import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Document, Format, Warning } from '#domain/document/document.ts'
import { engine } from '#domain/reading/engine.ts'
import { type AgreementFile, FileState } from '#domain/register/agreement.ts'
import type { Db } from './connect.ts'
import { setEngine } from './engines.ts'
import type { Row } from './schema.ts'
import { indexClauses } from './search-index.ts'

/** Columns of a listing: all but the texts, which can weigh megabytes. */
const listed = [
  'id',
  'agreement_id',
  'version',
  'file_name',
  'sha256',
  'size',
  'format',
  'pages',
  'state',
  'step',
  'step_done',
  'step_total',
  'error_code',
  'error_message',
  'uploaded_at',
  'read_at',
] as const

const toFile = (row: Pick<Row<'agreement_file'>, (typeof listed)[number]>): AgreementFile => ({
  id: row.id,
  agreementId: row.agreement_id,
  version: row.version,
  fileName: row.file_name,
  sha256: row.sha256,
  size: row.size,
  format: row.format === null ? null : Format.parse(row.format),
  pages: row.pages,
  state: FileState.parse(row.state),
  progress: row.step ? { step: row.step, done: row.step_done, total: row.step_total } : null,
  error: row.error_code ? { code: row.error_code, message: row.error_message ?? '' } : null,
  uploadedAt: row.uploaded_at,
  readAt: row.read_at,
})

/** Versions of one agreement's paper, the newest first. */
export async function filesOf(db: Db, agreementId: string): Promise<AgreementFile[]> {
  const rows = await db
    .selectFrom('agreement_file')
    .select(listed)
    .where('agreement_id', '=', agreementId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toFile)
}

/** The versions of these agreements' papers that were read, the newest of each first. */
export async function readVersions(db: Db, agreementIds: string[]): Promise<AgreementFile[]> {
  if (agreementIds.length === 0) return []
  const rows = await db
    .selectFrom('agreement_file')
    .select(listed)
    .where('agreement_id', 'in', agreementIds)
    .where('state', '=', 'read')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toFile)
}

/** The newest version of every agreement's paper, or of those of some agreements. */
export async function currentFiles(db: Db, agreementIds?: string[]): Promise<AgreementFile[]> {
  if (agreementIds?.length === 0) return []
  let query = db
    .selectFrom('agreement_file')
    .select(listed)
    .where('version', '=', (q) =>
      q
        .selectFrom('agreement_file as other')
        .select((w) => w.fn.max('other.version').as('newest'))
        .whereRef('other.agreement_id', '=', 'agreement_file.agreement_id'),
    )
    .orderBy('uploaded_at', 'desc')
  if (agreementIds) query = query.where('agreement_id', 'in', agreementIds)
  return (await query.execute()).map(toFile)
}

/** Files by id, in no order; ids that don't exist are left out. */
export async function filesById(db: Db, ids: string[]): Promise<AgreementFile[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('agreement_file').select(listed).where('id', 'in', ids).execute()
  return rows.map(toFile)
}

/** A file with the same bytes that the register has already. */
export async function fileByHash(db: Db, sha256: string): Promise<AgreementFile | undefined> {
  const row = await db
    .selectFrom('agreement_file')
    .select(listed)
    .where('sha256', '=', sha256)
    .orderBy('uploaded_at', 'desc')
    .executeTakeFirst()
  return row && toFile(row)
}

/** Files that were asked to be read and are not yet, the oldest first. */
export async function unreadFiles(db: Db): Promise<AgreementFile[]> {
  const rows = await db
    .selectFrom('agreement_file')
    .select(listed)
    .where('state', 'in', ['stored', 'reading'])
    .orderBy('uploaded_at')
    .execute()
  return rows.map(toFile)
}

export interface NewFile {
  agreementId: string
  fileName: string
  sha256: string
  size: number
}

/** Adds the next version. @returns the file's id */
export async function insertFile(db: Db, file: NewFile): Promise<string> {
  const id = randomUUID()
  const { last } = await db
    .selectFrom('agreement_file')
    .select((w) => w.fn.coalesce(w.fn.max('version'), w.lit(0)).as('last'))
    .where('agreement_id', '=', file.agreementId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('agreement_file')
    .values({
      id,
      agreement_id: file.agreementId,
      version: Number(last) + 1,
      file_name: file.fileName,
      sha256: file.sha256,
      size: file.size,
      state: 'stored',
      uploaded_at: new Date().toISOString(),
    })
    .execute()
  return id
}

/** How far the reading of a file is. */
export async function setProgress(
  db: Db,
  id: string,
  progress: { step: string; done?: number; total?: number },
): Promise<void> {
  await db
    .updateTable('agreement_file')
    .set({
      state: 'reading',
      step: progress.step,
      step_done: progress.done ?? null,
      step_total: progress.total ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Puts a file back in the queue, its last error forgotten. */
export async function resetFile(db: Db, id: string): Promise<void> {
  await db
    .updateTable('agreement_file')
    .set({
      state: 'stored',
      step: null,
      step_done: null,
      step_total: null,
      error_code: null,
      error_message: null,
    })
    .where('id', '=', id)
    .execute()
}

export async function setFailed(db: Db, id: string, error: { code: string; message: string }): Promise<void> {
  await db
    .updateTable('agreement_file')
    .set({ state: 'failed', step: null, error_code: error.code, error_message: error.message })
    .where('id', '=', id)
    .execute()
}

/** In a transaction. What this release's engine read. */
export async function setRead(
  db: Db,
  id: string,
  read: { document: Document; absent: string[]; warnings: Warning[] },
): Promise<void> {
  await db
    .updateTable('agreement_file')
    .set({
      state: 'read',
      step: null,
      step_done: null,
      step_total: null,
      error_code: null,
      error_message: null,
      format: read.document.format,
      pages: read.document.pages.length,
      document_json: JSON.stringify(read.document),
      absent_json: JSON.stringify(read.absent),
      warnings_json: JSON.stringify(read.warnings),
      read_at: new Date().toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await setEngine(db, id, engine)
  const [file] = await filesById(db, [id])
  if (file) await indexClauses(db, file, read.document)
}

/** In a transaction: what a later reading of the same document found missing and warned of. */
export async function setFindings(
  db: Db,
  id: string,
  { absent, warnings }: { absent: string[]; warnings: Warning[] },
): Promise<void> {
  await db
    .updateTable('agreement_file')
    .set({ absent_json: JSON.stringify(absent), warnings_json: JSON.stringify(warnings) })
    .where('id', '=', id)
    .execute()
}

export interface FileReading {
  document: Document
  /** Term types that were looked for and not found. */
  absent: string[]
  warnings: Warning[]
}

/** What reading a file gave; undefined until it is read. */
export async function readingOf(db: Db, fileId: string): Promise<FileReading | undefined> {
  const row = await db
    .selectFrom('agreement_file')
    .select(['document_json', 'absent_json', 'warnings_json'])
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (!row?.document_json) return undefined
  return {
    document: Document.parse(JSON.parse(row.document_json)),
    absent: z.array(z.string()).parse(JSON.parse(row.absent_json ?? '[]')),
    warnings: z.array(Warning).parse(JSON.parse(row.warnings_json ?? '[]')),
  }
}

/** Warnings and absent types of the newest read versions, without their texts. */
export async function findingsByAgreement(
  db: Db,
  agreementIds: string[],
): Promise<Map<string, { absent: string[]; warnings: Warning[] }>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('agreement_file')
    .select(['agreement_id', 'absent_json', 'warnings_json'])
    .where('agreement_id', 'in', agreementIds)
    .where('state', '=', 'read')
    .orderBy('version')
    .execute()
  return new Map(
    rows.map((row) => [
      row.agreement_id,
      {
        absent: z.array(z.string()).parse(JSON.parse(row.absent_json ?? '[]')),
        warnings: z.array(Warning).parse(JSON.parse(row.warnings_json ?? '[]')),
      },
    ]),
  )
}
