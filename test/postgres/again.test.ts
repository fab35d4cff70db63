import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { again } from '#db/again.ts'
import { insertVendor } from '#db/vendors.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import type { House } from '../../app/services/house.server.ts'
import { openTestHouse } from '../app/governance/open-house.ts'

let house: House
let close: () => Promise<void>
beforeAll(async () => {
  ;({ house, close } = await openTestHouse())
})
afterAll(() => close())

test('of two transactions that wait for each other one begins again, and both come to their end', async () => {
  const ids: string[] = []
  for (const name of ['Avon', 'Brook'])
    ids.push((await insertVendor(house.db, VendorInput.parse({ name }))).id)
  let begun = 0
  let held = 0
  let bothHaveOne = () => {}
  const met = new Promise<void>((resolve) => {
    bothHaveOne = resolve
  })
  const note = (order: string[]) =>
    again(house.db, async (trx) => {
      begun++
      for (const id of order) {
        await trx
          .updateTable('vendor')
          .set({ notes: sql<string>`coalesce(notes, '') || '!'` })
          .where('id', '=', id)
          .execute()
        if (++held === 2) bothHaveOne()
        await met
      }
    })
  await Promise.all([note(ids), note(ids.toReversed())])
  expect(begun).toBe(3)
  const vendors = await house.db.selectFrom('vendor').select('notes').execute()
  expect(vendors.map(({ notes }) => notes)).toEqual(['!!', '!!'])
})
