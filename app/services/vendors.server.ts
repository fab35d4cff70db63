import { recordEvent } from '#db/events.ts'
import { insertVendor, updateVendor, vendorByName } from '#db/vendors.ts'
import type { Vendor, VendorInput } from '#domain/register/vendor.ts'
import type { House } from './house.server.ts'
import type { User } from './user.server.ts'

type Actor = Pick<User, 'email'>

/** @returns null when there is a vendor of that name already */
export const addVendor = ({ db }: House, actor: Actor, input: VendorInput): Promise<Vendor | null> =>
  db.transaction().execute(async (trx) => {
    if (await vendorByName(trx, input.name)) return null
    const made = await insertVendor(trx, input)
    await recordEvent(trx, { actor: actor.email, action: 'added', subject: 'vendor', subjectId: made.id })
    return made
  })

/** @returns false when another vendor has that name */
export const editVendor = (
  { db }: House,
  actor: Actor,
  vendor: Vendor,
  input: VendorInput,
): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const namesake = await vendorByName(trx, input.name)
    if (namesake && namesake.id !== vendor.id) return false
    await updateVendor(trx, vendor.id, input)
    await recordEvent(trx, { actor: actor.email, action: 'edited', subject: 'vendor', subjectId: vendor.id })
    return true
  })
