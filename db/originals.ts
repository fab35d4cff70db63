import type { Db } from './connect.ts'

/** Tables whose `sha256` names an original. A table that keeps originals belongs here: backups, locks and deletions go by it. */
export const originalTables = [
  'agreement_file',
  'control_evidence',
  'incident_entry',
  'matrix_template',
  'vendor_assurance',
  'document_style',
] as const

/** SHA-256 of every original that a row of the register names, sorted. */
export async function originalsInUse(db: Db): Promise<string[]> {
  const all = new Set<string>()
  for (const table of originalTables) {
    const rows = await db.selectFrom(table).select('sha256').where('sha256', 'is not', null).execute()
    for (const { sha256 } of rows) if (sha256) all.add(sha256)
  }
  return [...all].sort()
}
