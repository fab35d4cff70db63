import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { list } from 'tar'
import { createOriginals } from '#app/services/originals/originals.server.ts'
import { folderShelf } from '#app/services/originals/shelf.server.ts'
import type { Acknowledged } from './work.ts'

/**
 * What is wrong with a register after its process was killed: what it acknowledged and has no more, and what is half there.
 * @returns sentences; none when all is well
 */
export async function faultsOf(folder: string, acknowledged: Acknowledged[]): Promise<string[]> {
  const db = new Sqlite(path.join(folder, 'register.sqlite'))
  const originals = createOriginals(folderShelf(path.join(folder, 'originals')))
  const faults: string[] = []
  const none = (query: string, what: string) => {
    const found = db.prepare(query).all()
    if (found.length > 0) faults.push(`${found.length} ${what}`)
  }
  try {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') faults.push('the database is not sound')
    const broken = db.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) faults.push('rows point to rows that are not there')
    none(
      'select 1 from agreement where id not in (select agreement_id from agreement_file)',
      'agreements without a file',
    )
    none(
      "select 1 from agreement_file where state = 'read' and (document_json is null or id not in (select file_id from term))",
      'files that are read and have no text or no terms',
    )
    none(
      "select 1 from agreement_file where state in ('stored', 'reading') and id not in (select key from job)",
      'files that wait for a reading that nobody will do',
    )
    none(
      "select 1 from agreement_file where agreement_id not in (select subject_id from event where action = 'uploaded')",
      'uploads without their event',
    )
    none(
      "select 1 from term where review != 'unreviewed' and (reviewed_by is null or agreement_id not in (select subject_id from event where action = term.review))",
      'decisions without their event',
    )
    const rows = db.prepare<[], { id: string; sha256: string }>('select id, sha256 from agreement_file').all()
    for (const { sha256 } of rows)
      await originals.get(sha256).catch(() => faults.push(`the original ${sha256} is missing or damaged`))
    const files = new Set(rows.map(({ id, sha256 }) => `${id} ${sha256}`))
    const review = db.prepare<[string], string>('select review from term where id = ?').pluck()
    for (const done of acknowledged) {
      if (done.kind === 'uploaded' && !files.has(`${done.fileId} ${done.sha256}`))
        faults.push(`the upload ${done.fileId} is lost`)
      if (done.kind === 'reviewed' && review.get(done.termId) !== done.review)
        faults.push(`the decision on ${done.termId} is lost`)
      if (done.kind === 'exported') await list({ file: done.file, strict: true })
    }
    return faults
  } finally {
    db.close()
  }
}
