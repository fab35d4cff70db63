import { isEqual } from 'es-toolkit'
import { engineOf, filesBehind, setEngine } from '#db/engines.ts'
import { recordEvent } from '#db/events.ts'
import { filesById, readingOf, setFindings, setRead } from '#db/files.ts'
import { readingTerms, replaceTerms } from '#db/terms.ts'
import { changedReaders, engine } from '#domain/reading/engine.ts'
import type { AgreementFile } from '#domain/register/agreement.ts'
import { asStored, changedTypes } from '#domain/review/changed-types.ts'
import { ImportError } from '#importers/errors.ts'
import type { FileReading } from '#importers/isolated.ts'
import type { House } from './house.server.ts'
import { readingFolder } from './incoming.server.ts'
import { Interrupted } from './jobs/jobs.ts'
import { DamagedOriginal } from './originals/originals.server.ts'
import { readCopy } from './reading-copy.server.ts'
import type { Sweep } from './sweep.server.ts'

/**
 * Papers that an earlier engine read are read again, a few a job, while the register answers with what it has. Of a new
 * reading only the types whose reader changed are filed, and of these only what says something else than before.
 */

/** Papers a job; whoever uploads something meanwhile waits for no more than these. */
const AT_ONCE = 10

/** Asks for the job when papers are behind the engine of this release. */
export const rereadingSweep: Sweep = { name: 'readings', everyMinutes: 5, run: askForRereading }

async function askForRereading(house: House): Promise<void> {
  if ((await filesBehind(house.db, engine, 1)).length > 0)
    await house.jobs.send(house.db, 'reread', 'papers', {})
}

/** Reads some of them again, and asks for the rest: the work of a job. */
export async function rereadSome(house: House): Promise<void> {
  const files = await filesById(house.db, await filesBehind(house.db, engine, AT_ONCE))
  for (const file of files) await rereadFile(house, file)
  await askForRereading(house)
}

async function rereadFile(house: House, file: AgreementFile): Promise<void> {
  let result: FileReading
  try {
    result = await readAnew(house, file)
  } catch (error) {
    if (error instanceof ImportError && error.code === 'cancelled') throw new Interrupted()
    const why = error instanceof ImportError ? error.message : await lost(house, file, error)
    // A store that does not answer may answer later: the job is tried again.
    if (why === null) throw error
    house.log.error({ fileId: file.id, err: error }, 'a paper could not be read again')
    return keepAsItIs(house, file, why)
  }
  await refile(house, file, result)
}

/**
 * Where importers and clauses are as they were, the document that is kept is what the original would come to: its terms alone are
 * read.
 */
async function readAnew(house: House, file: AgreementFile): Promise<FileReading> {
  const { db, originals, readers, config } = house
  if (changedReaders(await engineOf(db, file.id), engine) !== 'all') {
    const kept = await readingOf(db, file.id)
    if (kept) return readers.read(kept.document)
  }
  return readCopy({ originals, readers, aside: readingFolder(config.dataFolder) }, file)
}

/** What has become of the original; null when it may be sound, and only could not be had. */
async function lost(house: House, { sha256 }: AgreementFile, error: unknown): Promise<string | null> {
  if (error instanceof DamagedOriginal) return 'The original is damaged.'
  return (await house.originals.has(sha256)) ? null : 'The original is missing.'
}

/** What was read before stays; it is not tried again until the next engine. */
const keepAsItIs = ({ db }: House, file: AgreementFile, why: string) =>
  db.transaction().execute(async (trx) => {
    await setEngine(trx, file.id, engine)
    await recordEvent(trx, {
      actor: 'reader',
      action: 'could not read again',
      subject: 'agreement',
      subjectId: file.agreementId,
      detail: { fileId: file.id, why },
    })
  })

const refile = ({ db }: House, file: AgreementFile, { document, reading }: FileReading) =>
  db.transaction().execute(async (trx) => {
    const concerned = changedReaders(await engineOf(trx, file.id), engine)
    const before = await readingOf(trx, file.id)
    const { terms, absent, warnings } = reading
    const says = changedTypes(await readingTerms(trx, file.id), terms)
    const types = concerned === 'all' ? says : says.filter((type) => concerned.includes(type))
    const printedAnew = concerned === 'all' && !isEqual(before?.document, asStored(document))
    if (printedAnew) await setRead(trx, file.id, { document, absent, warnings })
    else {
      await setEngine(trx, file.id, engine)
      if (!isEqual([before?.absent, before?.warnings], asStored([absent, warnings])))
        await setFindings(trx, file.id, { absent, warnings })
    }
    // Where the text itself came out otherwise, all places in it may have moved.
    await replaceTerms(trx, file.id, file.agreementId, terms, printedAnew ? undefined : types)
    if (printedAnew || types.length > 0)
      await recordEvent(trx, {
        actor: 'reader',
        action: 'read again with a newer engine',
        subject: 'agreement',
        subjectId: file.agreementId,
        detail: { fileId: file.id, types },
      })
  })
