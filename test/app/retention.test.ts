import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agreementById, updateAgreement } from '#db/agreements.ts'
import { eventsOf } from '#db/events.ts'
import { termsOfFile } from '#db/terms.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { forgetPerson } from '../../app/services/retention/forget.server.ts'
import {
  changePolicy,
  deleteDue,
  endedAsOf,
  placeHold,
  releaseHold,
  retentionSweep,
} from '../../app/services/retention/retention.server.ts'
import { readersHere } from './readers-here.ts'

const admin = 'admin@example.com'
let folder: string
let house: House
let agreementId: string
let vendorId: string
let fileId: string
let sha256: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-retention-'))
  house = await openHouse(
    { dataFolder: folder },
    {
      root: path.resolve(import.meta.dirname, '../..'),
      log: pino({ level: 'silent' }),
      readers: readersHere(),
    },
  )
  const bytes = Buffer.from('# Terms\n\n1. Law. This agreement is governed by the laws of England.\n')
  const details = { owner: 'maria@example.com' }
  const accepted = await house.intake.accept({
    fileName: 'terms.md',
    bytes,
    details,
    actor: 'maria@example.com',
  })
  agreementId = accepted.agreementId
  fileId = accepted.file.id
  sha256 = accepted.file.sha256
  await house.intake.idle()
  vendorId = (await agreementById(house.db, agreementId))?.vendorId ?? ''
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Marked as expired on 2026-01-31. */
async function expire() {
  const agreement = await agreementById(house.db, agreementId)
  if (!agreement) throw new Error('no agreement')
  const input = {
    ...agreement,
    counterparty: '',
    owner: agreement.owner ?? '',
    signedOn: '',
    effectiveOn: '',
  }
  await updateAgreement(house.db, agreementId, { ...input, status: 'expired', vendorId: undefined })
  await endedAsOf(house, '2026-01-31')
}

describe('an ended agreement', () => {
  test('is kept for ever while nobody set a policy', async () => {
    await expire()
    expect((await endedAsOf(house, '2099-01-01')).ended).toMatchObject([{ id: agreementId, due: false }])
    await expect(deleteDue(house, agreementId, admin, '2099-01-01')).rejects.toThrow('no policy')
  })

  test('is proposed when its time is up, and goes with its terms and its original when a person says so', async () => {
    await expire()
    await changePolicy(house, { months: 12, automatic: false }, admin)
    await expect(deleteDue(house, agreementId, admin, '2027-01-30')).rejects.toThrow('kept until 2027-01-31')
    await retentionSweep.run(house, new Date('2027-02-01T00:00:00Z'))
    expect(await agreementById(house.db, agreementId)).toBeDefined()
    await deleteDue(house, agreementId, admin, '2027-01-31')
    expect(await agreementById(house.db, agreementId)).toBeUndefined()
    expect(await termsOfFile(house.db, fileId)).toEqual([])
    expect(await house.originals.has(sha256)).toBe(false)
    const [deleted] = await eventsOf(house.db, 'agreement', agreementId)
    expect(deleted).toMatchObject({ action: 'deleted', actor: admin })
  })

  test('goes by itself where the policy says so', async () => {
    await expire()
    await changePolicy(house, { months: 12, automatic: true }, admin)
    await retentionSweep.run(house, new Date('2027-02-01T00:00:00Z'))
    expect(await agreementById(house.db, agreementId)).toBeUndefined()
  })

  test.each(['agreement', 'vendor'] as const)('stays while a hold on the %s stands', async (subject) => {
    await expire()
    await changePolicy(house, { months: 12, automatic: true }, admin)
    const subjectId = subject === 'agreement' ? agreementId : vendorId
    await placeHold(house, { subject, subjectId, reason: 'Claim of May' }, admin)
    await retentionSweep.run(house, new Date('2027-02-01T00:00:00Z'))
    await expect(deleteDue(house, agreementId, admin, '2027-02-01')).rejects.toThrow('legal hold')
    const [event] = await eventsOf(house.db, subject, subjectId)
    expect(event).toMatchObject({ action: 'placed a legal hold on', detail: { reason: 'Claim of May' } })
    const hold = await house.db.selectFrom('legal_hold').select('id').executeTakeFirstOrThrow()
    await releaseHold(house, hold.id, admin)
    await deleteDue(house, agreementId, admin, '2027-02-01')
    expect(await agreementById(house.db, agreementId)).toBeUndefined()
  })

  test('leaves an original that another agreement has', async () => {
    await expire()
    const bytes = await house.originals.get(sha256)
    const other = await house.intake.accept({
      fileName: 'b.md',
      bytes: Buffer.from('# Other terms\n'),
      actor: admin,
    })
    await house.intake.accept({ fileName: 'c.md', bytes, agreementId: other.agreementId, actor: admin })
    await house.intake.idle()
    await changePolicy(house, { months: 1, automatic: false }, admin)
    await deleteDue(house, agreementId, admin, '2027-01-01')
    expect(await house.originals.has(sha256)).toBe(true)
  })
})

describe('a person’s data', () => {
  test('leaves the register, while no row of the trail changes', async () => {
    const rows = () => house.db.selectFrom('event').selectAll().orderBy('id').execute()
    const before = await rows()
    expect(JSON.stringify(before)).not.toContain('maria')
    expect((await eventsOf(house.db, 'agreement', agreementId)).at(-1)?.actor).toBe('maria@example.com')

    await forgetPerson(house, 'maria@example.com', admin)

    expect((await rows()).slice(0, before.length)).toEqual(before)
    expect((await eventsOf(house.db, 'agreement', agreementId)).at(-1)?.actor).toBe('a removed person')
    expect((await agreementById(house.db, agreementId))?.owner).toBe('a removed person')
    const everything = await Promise.all(
      (await house.db.introspection.getTables())
        .filter(({ schema }) => !schema || schema === 'public')
        .map(({ name }) =>
          house.db
            .selectFrom(name as 'event')
            .selectAll()
            .execute(),
        ),
    )
    expect(JSON.stringify(everything)).not.toContain('maria')
  })

  test('of somebody nobody knows is an error in words', async () => {
    await expect(forgetPerson(house, 'nobody@example.com', admin)).rejects.toThrow('Nobody here')
  })
})
