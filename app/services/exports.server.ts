import { agreementsPage } from '#db/agreements.ts'
import {
  deleteExports,
  exportById,
  exportUnderWay,
  insertExport,
  setExportProgress,
  setExportReady,
} from '#db/exports.ts'
import { originalsInUse } from '#db/originals.ts'
import { vendors } from '#db/vendors.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { asPerson } from './as-person.server.ts'
import type { House } from './house.server.ts'
import { type Report, registerReport } from './reports.server.ts'
import type { Sweep } from './sweep.server.ts'
import type { User } from './user.server.ts'

/** The workbook of the whole register: at once where it is small, made by a job where it is not. */

/** Rows that somebody can wait for; about a fifth of a second. */
const AT_ONCE = 2000
const PAGE = 500
/** A finished one is kept so long. */
const keptHours = 24

/** @returns the workbook, or the id of the export that a job makes for this person */
export async function askForRegister(
  house: House,
  user: Pick<User, 'email'>,
  date: string,
  { atOnce = AT_ONCE } = {},
): Promise<Report | { id: string }> {
  const [suppliers, { total }] = await Promise.all([
    vendors(house.db),
    agreementsPage(house.db, { q: '', limit: 1, offset: 0 }),
  ])
  const rows = suppliers.length + total
  if (rows <= atOnce)
    return registerReport(
      suppliers,
      (await agreementsPage(house.db, { q: '', limit: atOnce, offset: 0 })).agreements,
      date,
    )
  const id = await house.db.transaction().execute(async (trx) => {
    const before = await exportUnderWay(trx, user.email)
    if (before) return before
    const made = await insertExport(trx, { preparedOn: date, askedBy: user.email, total: 2 * rows })
    await house.jobs.send(trx, 'export', made, { id: made })
    return made
  })
  return { id }
}

/** Somebody's own export; undefined when it is too old or another's. */
export async function exportOf({ db }: House, user: Pick<User, 'email'>, id: string) {
  const found = await exportById(db, id)
  return found?.askedBy === user.email ? found : undefined
}

/** Makes an export that was asked for, of what its asker sees: the work of a job. */
export async function makeExport(house: House, id: string): Promise<void> {
  const asked = await exportById(house.db, id)
  const asker = asked && (await asPerson(house, asked.askedBy))
  if (!asked || !asker) return
  const tell = (done: number) => setExportProgress(house.db, id, 'making', done)
  await tell(0)
  try {
    const suppliers = await vendors(asker.db)
    const papers: Agreement[] = []
    for (let offset = 0; ; offset += PAGE) {
      const { agreements } = await agreementsPage(asker.db, { q: '', limit: PAGE, offset })
      papers.push(...agreements)
      await tell(papers.length)
      if (agreements.length < PAGE) break
    }
    const { fileName, bytes } = await registerReport(suppliers, papers, asked.preparedOn, (written) => {
      tell(papers.length + written).catch((error: unknown) => house.log.warn({ err: error }, 'progress lost'))
    })
    const sha256 = await house.originals.put(bytes)
    await setExportReady(house.db, id, { fileName, size: bytes.length, sha256 })
  } catch (error) {
    // The queue tries again, and parks it when that is of no use.
    await setExportProgress(house.db, id, 'failed', 0)
    throw error
  }
}

export const exportSweep: Sweep = {
  name: 'old exports',
  everyMinutes: 60,
  async run(house, now) {
    const files = await deleteExports(house.db, new Date(now.getTime() - keptHours * 3_600_000).toISOString())
    if (files.length === 0) return
    const used = new Set(await originalsInUse(house.db))
    for (const sha256 of files) if (!used.has(sha256)) await house.originals.remove(sha256)
  },
}
