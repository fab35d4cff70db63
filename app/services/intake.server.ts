import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { agreementById, fillAgreementBlanks, insertAgreement, updateAgreement } from '#db/agreements.ts'
import type { Db } from '#db/connect.ts'
import { recordEvent } from '#db/events.ts'
import { fileByHash, filesById, insertFile, resetFile, setFailed, setProgress, setRead } from '#db/files.ts'
import type { Schema } from '#db/schema.ts'
import { onlyUnits } from '#db/scope.ts'
import { replaceTerms } from '#db/terms.ts'
import { insertVendor, vendorByName } from '#db/vendors.ts'
import type { AgreementKind } from '#domain/reading/kind.ts'
import type { AgreementFile, AgreementInput } from '#domain/register/agreement.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import type { Term } from '#domain/terms/term.ts'
import { ImportError } from '#importers/errors.ts'
import type { FileReading, ReaderPool } from '#importers/isolated.ts'
import { cleanFileName } from './file-name.server.ts'
import { Interrupted, type Jobs } from './jobs/jobs.ts'
import type { Originals } from './originals/originals.server.ts'
import { readCopy } from './reading-copy.server.ts'

/** Where papers wait whose vendor nobody has named and no reading has told. */
export const unknownVendorName = 'Vendor not yet known'

export interface Upload {
  fileName: string
  /** Themselves, or the path of the file that holds them. */
  bytes: Uint8Array | string
  actor: string
  /** By name; made when new. Left out, it is taken from the paper's parties. */
  vendor?: string
  /** Left out, it is taken from the paper. */
  kind?: AgreementKind
  /** Adds a version to this agreement instead of a new agreement. */
  agreementId?: string
  /** What else is known already. */
  details?: Partial<AgreementInput>
}

export interface Accepted {
  file: AgreementFile
  agreementId: string
  /** True when the register had these bytes before; nothing was added. */
  duplicate: boolean
}

/** From an uploaded file to terms in the register. */
export interface Intake {
  /** Resolves once the bytes and their row are safe; the reading goes on by itself. */
  accept(upload: Upload): Promise<Accepted>
  /** Reads a stored file again, after a failure or with a newer engine. */
  readAgain(fileId: string, actor: string): Promise<void>
  /** The same for somebody who sees a part of the register. */
  within(db: Kysely<Schema>): Intake
  /** Resolves when no file waits or is being read. */
  idle(): Promise<void>
  /** Gives up the readings in hand; their jobs go back to the queue. */
  close(): Promise<void>
}

interface Rooms {
  db: Kysely<Schema>
  originals: Originals
  readers: ReaderPool
  jobs: Jobs
  log: Logger
  /** A folder for what readers are given: copies of originals that were checked. */
  aside: string
}

export function createIntake({ db, originals, readers, jobs, log, aside }: Rooms): Intake {
  let closing = false
  const ask = (trx: Db, fileId: string) => jobs.send(trx, 'read', fileId, { fileId })
  jobs.handle('read', ({ fileId }) => read(fileId))

  async function read(fileId: string): Promise<void> {
    const [file] = await filesById(db, [fileId])
    if (!file) return
    // Of what is read in no time nobody needs to know how far it is; nor of each page of a long paper.
    let told = Date.now()
    try {
      const result = await readCopy({ originals, readers, aside }, file, (progress) => {
        if (Date.now() - told < 300) return
        told = Date.now()
        void setProgress(db, fileId, progress).catch((error: unknown) =>
          log.warn({ err: error }, 'progress lost'),
        )
      })
      if (closing) throw new Interrupted()
      await store(file, result)
    } catch (error) {
      if (closing) throw new Interrupted()
      const told = error instanceof ImportError ? error : undefined
      if (!told) log.error({ fileId, err: error }, 'a file could not be read')
      await setFailed(db, fileId, {
        code: told?.code ?? 'reader_failed',
        message: told
          ? [told.message, told.next].filter(Boolean).join(' ')
          : 'The file could not be read because of a fault in Carveout. Try again.',
      })
    }
  }

  async function store(file: AgreementFile, { document, reading }: FileReading): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await setRead(trx, file.id, { document, absent: reading.absent, warnings: reading.warnings })
      await replaceTerms(trx, file.id, file.agreementId, reading.terms)
      await completeAgreement(trx, file, reading)
      await recordEvent(trx, {
        actor: 'reader',
        action: 'read',
        subject: 'agreement',
        subjectId: file.agreementId,
        detail: { fileId: file.id, terms: reading.terms.length, absent: reading.absent.length },
      })
    })
  }

  const doors = (db: Kysely<Schema>): Intake => ({
    async accept(given) {
      const upload = { ...given, fileName: cleanFileName(given.fileName) }
      if (upload.agreementId && !(await agreementById(db, upload.agreementId)))
        throw new Error('There is no such agreement to add a version to.')
      const { bytes } = upload
      const size = typeof bytes === 'string' ? (await stat(bytes)).size : bytes.length
      const sha256 = await originals.put(bytes)
      const known = await fileByHash(db, sha256)
      if (known && (!upload.agreementId || upload.agreementId === known.agreementId))
        return { file: known, agreementId: known.agreementId, duplicate: true }

      const fileId = await db.transaction().execute(async (trx) => {
        const agreementId = upload.agreementId ?? (await newAgreement(trx, upload))
        const id = await insertFile(trx, {
          agreementId,
          fileName: upload.fileName,
          sha256,
          size,
        })
        await recordEvent(trx, {
          actor: upload.actor,
          action: 'uploaded',
          subject: 'agreement',
          subjectId: agreementId,
          detail: { fileName: upload.fileName, sha256 },
        })
        await ask(trx, id)
        return id
      })
      const [file] = await filesById(db, [fileId])
      if (!file) throw new Error('A file that was just stored is gone.')
      return { file, agreementId: file.agreementId, duplicate: false }
    },

    async readAgain(fileId, actor) {
      const [file] = await filesById(db, [fileId])
      if (!file) return
      await db.transaction().execute(async (trx) => {
        await resetFile(trx, fileId)
        await recordEvent(trx, {
          actor,
          action: 'asked to read again',
          subject: 'agreement',
          subjectId: file.agreementId,
          detail: { fileName: file.fileName },
        })
        await ask(trx, fileId)
      })
    },

    within: doors,

    idle: () => jobs.idle('read'),

    async close() {
      closing = true
      await readers.close()
    },
  })
  return doors(db)
}

async function vendorNamed(db: Kysely<Schema>, name: string): Promise<string> {
  const known = await vendorByName(db, name)
  return (known ?? (await insertVendor(db, VendorInput.parse({ name })))).id
}

/** The register as the unit sees that a vendor belongs to: what is found for a unit's paper stays with the unit. */
async function unitOf(db: Kysely<Schema>, vendorId: string): Promise<Kysely<Schema>> {
  const { business_unit_id: unit } = await db
    .selectFrom('vendor')
    .select('business_unit_id')
    .where('id', '=', vendorId)
    .executeTakeFirstOrThrow()
  return unit ? db.withPlugin(onlyUnits([unit])) : db
}

async function newAgreement(db: Kysely<Schema>, upload: Upload): Promise<string> {
  const title =
    path
      .parse(upload.fileName)
      .name.replaceAll(/[_\s]+/g, ' ')
      .trim() || upload.fileName
  return insertAgreement(db, await vendorNamed(db, upload.vendor || unknownVendorName), {
    title: title.slice(0, 300),
    kind: upload.kind ?? 'other',
    status: 'active',
    counterparty: '',
    owner: '',
    signedOn: '',
    effectiveOn: '',
    annualFees: null,
    ...upload.details,
  })
}

/** Fills what nobody has entered from what the paper says: vendor, kind, title, dates, our own entity. */
async function completeAgreement(
  db: Kysely<Schema>,
  file: AgreementFile,
  reading: FileReading['reading'],
): Promise<void> {
  const agreement = await agreementById(db, file.agreementId)
  if (!agreement) return
  const named = (role: string) =>
    reading.terms.find((t) => t.type === 'parties' && t.value.role === role)?.value.name
  const day = (type: string) => reading.terms.find((t) => t.type === type)?.value.date

  await fillAgreementBlanks(db, agreement.id, {
    signedOn: text(day('agreement_date')),
    effectiveOn: text(day('effective_date')) ?? text(day('agreement_date')),
    counterparty: text(named('customer')),
  })
  const vendor = text(named('vendor'))
  const untitled =
    agreement.title ===
    path
      .parse(file.fileName)
      .name.replaceAll(/[_\s]+/g, ' ')
      .trim()
  const filled = await agreementById(db, agreement.id)
  if (!filled) return
  await updateAgreement(db, agreement.id, {
    title: untitled && reading.title ? reading.title.slice(0, 300) : filled.title,
    kind: filled.kind === 'other' ? reading.kind : filled.kind,
    status: filled.status,
    counterparty: filled.counterparty ?? '',
    owner: filled.owner ?? '',
    signedOn: filled.signedOn ?? '',
    effectiveOn: filled.effectiveOn ?? '',
    annualFees: filled.annualFees,
    vendorId:
      filled.vendorName === unknownVendorName && vendor
        ? await vendorNamed(await unitOf(db, filled.vendorId), vendor.slice(0, 200))
        : undefined,
  })
}

const text = (value: Term['value'][string]) =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined
