import { assurances, insertAssurance, withdrawAssurance } from '#db/assurance.ts'
import { recordEvent } from '#db/events.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import {
  type AssuranceInput,
  assuranceMissing,
  assuranceTitle,
  assuranceTitles,
  newestAssurance,
} from '#domain/register/assurance.ts'
import type { Vendor } from '#domain/register/vendor.ts'
import type { House } from './house.server.ts'
import { hrefOf } from './standing/rows.server.ts'
import type { User } from './user.server.ts'

/** What a vendor shows for itself: each report or certificate, whether it still counts, and what its papers promise besides. */
export async function vendorAssurance(house: House, vendor: Vendor, terms: PolicyTerm[], date: string) {
  const all = await assurances(house.db, { vendorId: vendor.id })
  const newest = new Set(newestAssurance(all).map(({ id }) => id))
  return {
    held: all.map((one) => ({
      id: one.id,
      title: assuranceTitle(one),
      expiresOn: one.expiresOn,
      note: one.note,
      fileName: one.fileName,
      recordedBy: one.recordedBy,
      state: one.expiresOn < date ? ('expired' as const) : newest.has(one.id) ? 'counts' : 'replaced',
    })),
    promised: assuranceMissing(terms, all, date).map(({ kind, term }) => ({
      kind,
      title: assuranceTitles[kind],
      where: whereOf(term),
      href: hrefOf(term),
    })),
  }
}
export type VendorAssurance = Awaited<ReturnType<typeof vendorAssurance>>

/** Records a report or certificate; its file is kept as an original under its hash. */
export async function addAssurance(
  { db, originals }: House,
  user: Pick<User, 'email'>,
  vendor: Vendor,
  { file, ...given }: AssuranceInput & { file: { name: string; bytes: Uint8Array } | null },
): Promise<void> {
  const sha256 = file ? await originals.put(file.bytes) : null
  await db.transaction().execute(async (trx) => {
    await insertAssurance(trx, vendor.id, {
      ...given,
      fileName: file?.name ?? null,
      sha256,
      recordedBy: user.email,
    })
    await recordEvent(trx, {
      actor: user.email,
      action: 'recorded assurance of',
      subject: 'vendor',
      subjectId: vendor.id,
      detail: { title: assuranceTitle(given), until: given.expiresOn, sha256 },
    })
  })
}

/** Takes back what was recorded by mistake. @returns false when there is nothing of that id */
export const dropAssurance = (
  { db }: House,
  user: Pick<User, 'email'>,
  vendor: Vendor,
  id: string,
): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    if (!(await withdrawAssurance(trx, vendor.id, id, user.email))) return false
    await recordEvent(trx, {
      actor: user.email,
      action: 'withdrew assurance of',
      subject: 'vendor',
      subjectId: vendor.id,
      detail: { id },
    })
    return true
  })
