import { vendors, vendorsPage } from '#db/vendors.ts'
import type { Vendor } from '#domain/register/vendor.ts'
import type { VendorChoices } from '../components/paper-choice.ts'
import type { House } from './house.server.ts'

/** Up to so many vendors a list shows all; in a larger register people type a few letters. */
export const WHOLE = 100
const FOUND = 20

export const choiceOf = ({ id, name }: Vendor) => ({ id, title: name })

/** What a form offers to choose from. @param chosen ids of those that are chosen already and must keep their names */
export async function vendorChoices({ db }: House, chosen: string[] = []): Promise<VendorChoices> {
  const { vendors: some, total } = await vendorsPage(db, { q: '', limit: WHOLE, offset: 0 })
  if (total <= WHOLE) return { whole: true, vendors: some.map(choiceOf) }
  return { whole: false, vendors: (await vendors(db, { ids: chosen })).map(choiceOf) }
}

/** Vendors whose name or owner has these letters. */
export async function vendorsLike({ db }: House, typed: string): Promise<VendorChoices['vendors']> {
  const q = typed.trim()
  if (q === '') return []
  return (await vendorsPage(db, { q, limit: FOUND, offset: 0 })).vendors.map(choiceOf)
}
