import { randomUUID } from 'node:crypto'
import type { Vendor, VendorInput } from '#domain/register/vendor.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'
import { indexVendor } from './search-index.ts'
import { freeSlug } from './slug.ts'

const toVendor = (row: Row<'vendor'>): Vendor => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  website: row.website,
  owner: row.owner,
  notes: row.notes,
  noticeAddress: row.notice_address,
})

/** A part of the vendors whose name or owner has these words, by name, and how many there are. */
export async function vendorsPage(
  db: Db,
  { q, limit, offset }: { q: string; limit: number; offset: number },
): Promise<{ vendors: Vendor[]; total: number }> {
  const like = `%${q.toLowerCase()}%`
  const all = db
    .selectFrom('vendor')
    .$if(q !== '', (query) =>
      query.where((w) =>
        w.or((['name', 'owner'] as const).map((column) => w(w.fn<string>('lower', [column]), 'like', like))),
      ),
    )
  const { total } = await all.select((w) => w.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all.selectAll().orderBy('name').limit(limit).offset(offset).execute()
  return { vendors: rows.map(toVendor), total: Number(total) }
}

/** All vendors by name; those of some ids or addresses when asked. */
export async function vendors(db: Db, of: { ids?: string[]; slugs?: string[] } = {}): Promise<Vendor[]> {
  if ([of.ids, of.slugs].some((some) => some?.length === 0)) return []
  let query = db.selectFrom('vendor').selectAll().orderBy('name')
  if (of.ids) query = query.where('id', 'in', of.ids)
  if (of.slugs) query = query.where('slug', 'in', of.slugs)
  return (await query.execute()).map(toVendor)
}

export async function vendorById(db: Db, id: string): Promise<Vendor | undefined> {
  const row = await db.selectFrom('vendor').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toVendor(row)
}

export async function vendorBySlug(db: Db, slug: string): Promise<Vendor | undefined> {
  const row = await db.selectFrom('vendor').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && toVendor(row)
}

/** The vendor of that name, letter case aside. */
export async function vendorByName(db: Db, name: string): Promise<Vendor | undefined> {
  const row = await db
    .selectFrom('vendor')
    .selectAll()
    .where((w) => w(w.fn<string>('lower', ['name']), '=', name.trim().toLowerCase()))
    .executeTakeFirst()
  return row && toVendor(row)
}

const columns = (input: VendorInput) => ({
  name: input.name,
  website: input.website || null,
  owner: input.owner || null,
  notes: input.notes || null,
  notice_address: input.noticeAddress || null,
})

export async function insertVendor(db: Db, input: VendorInput): Promise<Vendor> {
  const row = await db
    .insertInto('vendor')
    .values({
      id: randomUUID(),
      slug: await freeSlug(db, 'vendor', input.name),
      ...columns(input),
      created_at: new Date().toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await indexVendor(db, row.id, row)
  return toVendor(row)
}

export async function updateVendor(db: Db, id: string, input: VendorInput): Promise<void> {
  await db.updateTable('vendor').set(columns(input)).where('id', '=', id).execute()
  await indexVendor(db, id, input)
}
