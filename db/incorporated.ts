import { z } from 'zod'
import type { Incorporated } from '#domain/document/incorporated.ts'
import type { Db } from './connect.ts'

const Citation = z.object({
  clause: z.string().nullable(),
  quote: z.string(),
  start: z.number(),
  end: z.number(),
})

/** A paper that an agreement names without attaching it, and what a person said about it. */
export interface NamedPaper {
  agreementId: string
  key: string
  name: string
  kind: string
  clause: string | null
  quote: string
  linkedId: string | null
  waivedReason: string | null
  decidedBy: string | null
}

/** Files that are read and were not searched for such names yet. */
export async function filesToScan(db: Db): Promise<{ id: string; agreementId: string }[]> {
  const rows = await db
    .selectFrom('agreement_file')
    .leftJoin('incorporated_scan', 'incorporated_scan.file_id', 'agreement_file.id')
    .select(['agreement_file.id', 'agreement_file.agreement_id'])
    .where('agreement_file.state', '=', 'read')
    .where('incorporated_scan.file_id', 'is', null)
    .execute()
  return rows.map((row) => ({ id: row.id, agreementId: row.agreement_id }))
}

/** In a transaction: what one file names, and that it was searched. */
export async function saveScan(
  db: Db,
  file: { id: string; agreementId: string },
  found: (Incorporated & { key: string })[],
): Promise<void> {
  await db.deleteFrom('incorporated_document').where('file_id', '=', file.id).execute()
  for (const { key, name, kind, clause, quote, start, end } of found)
    await db
      .insertInto('incorporated_document')
      .values({
        file_id: file.id,
        agreement_id: file.agreementId,
        name_key: key,
        name,
        kind,
        citation_json: JSON.stringify({ clause, quote, start, end }),
      })
      .execute()
  await db
    .insertInto('incorporated_scan')
    .values({ file_id: file.id, scanned_at: new Date().toISOString() })
    .onConflict((c) => c.column('file_id').doNothing())
    .execute()
}

/** What the newest read versions of these agreements name, each with its decision. */
export async function namedPapers(db: Db, agreementIds: string[]): Promise<NamedPaper[]> {
  if (agreementIds.length === 0) return []
  const rows = await db
    .selectFrom('incorporated_document as d')
    .innerJoin('agreement_file as f', 'f.id', 'd.file_id')
    .leftJoin('incorporated_decision as w', (join) =>
      join.onRef('w.agreement_id', '=', 'd.agreement_id').onRef('w.name_key', '=', 'd.name_key'),
    )
    .select([
      'd.agreement_id',
      'd.name_key',
      'd.name',
      'd.kind',
      'd.citation_json',
      'w.linked_id',
      'w.waived_reason',
      'w.decided_by',
    ])
    .where('d.agreement_id', 'in', agreementIds)
    .where('f.version', '=', (q) =>
      q
        .selectFrom('agreement_file as newer')
        .select((w) => w.fn.max('newer.version').as('newest'))
        .whereRef('newer.agreement_id', '=', 'd.agreement_id')
        .where('newer.state', '=', 'read'),
    )
    .execute()
  return rows
    .map((row) => ({ row, citation: Citation.parse(JSON.parse(row.citation_json)) }))
    .sort((a, b) => a.citation.start - b.citation.start)
    .map(({ row, citation }) => ({
      agreementId: row.agreement_id,
      key: row.name_key,
      name: row.name,
      kind: row.kind,
      clause: citation.clause,
      quote: citation.quote,
      linkedId: row.linked_id,
      waivedReason: row.waived_reason,
      decidedBy: row.decided_by,
    }))
}

/** Sets what a person said about a named paper, or takes it back (null). */
export async function decideNamedPaper(
  db: Db,
  agreementId: string,
  key: string,
  decision: { linkedId: string | null; waivedReason: string | null; by: string } | null,
): Promise<void> {
  await db
    .deleteFrom('incorporated_decision')
    .where('agreement_id', '=', agreementId)
    .where('name_key', '=', key)
    .execute()
  if (!decision) return
  await db
    .insertInto('incorporated_decision')
    .values({
      agreement_id: agreementId,
      name_key: key,
      linked_id: decision.linkedId,
      waived_reason: decision.waivedReason,
      decided_by: decision.by,
      decided_at: new Date().toISOString(),
    })
    .execute()
}
