import { randomUUID } from 'node:crypto'
import { compareClasses, type RiskClass, riskClasses } from '#domain/policy/risk.ts'
import type { Vendor, VendorInput } from '#domain/register/vendor.ts'
import type { Db } from './connect.ts'
import { countOf, isOf, type PageAsked, type PageOf, pageOf } from './pages.ts'
import type { Row } from './schema.ts'
import { indexVendor } from './search-index.ts'
import { freeSlug } from './slug.ts'
import { gapKey } from './standing-answers.ts'

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

export const vendorCount = (db: Db): Promise<number> => countOf(db.selectFrom('vendor'))

/** By what a list of vendors is narrowed. Empty: vendors of which there is none. */
export interface VendorFilter {
  /** The gravest class of the deployments that rest on its papers. */
  highestClass?: RiskClass | ''
  /** Gaps that are open on a day in deployments on its papers. */
  gaps: {
    severity?: string
    day: string /** "deployment rule" of each whose risk is accepted. */
    accepted: string[]
  }
  owner?: string
}

/** One page of the vendors, by name. */
export async function vendorList(
  db: Db,
  { highestClass, gaps, owner }: VendorFilter,
  asked: PageAsked,
): Promise<PageOf<Vendor>> {
  const papers = db
    .selectFrom('deployment_agreement as link')
    .innerJoin('agreement as a', 'a.id', 'link.agreement_id')
    .select('a.vendor_id')
  const underClasses = (classes: string[]) =>
    papers.innerJoin('deployment as d', 'd.id', 'link.deployment_id').where('d.risk_class', 'in', classes)
  const withGaps = papers
    .innerJoin('standing_gap as g', 'g.deployment_id', 'link.deployment_id')
    .where('g.day', '=', gaps.day)
    .$if(gaps.accepted.length > 0, (q) => q.where(gapKey, 'not in', gaps.accepted))
  let fitting = db.selectFrom('vendor')
  if (highestClass === '') fitting = fitting.where('id', 'not in', papers)
  else if (highestClass) {
    const graver = riskClasses.filter((one) => compareClasses(one, highestClass) > 0)
    fitting = fitting.where('id', 'in', underClasses([highestClass]))
    if (graver.length > 0) fitting = fitting.where('id', 'not in', underClasses(graver))
  }
  if (gaps.severity === '') fitting = fitting.where('id', 'not in', withGaps)
  else if (gaps.severity)
    fitting = fitting.where('id', 'in', withGaps.where('g.severity', '=', gaps.severity))
  if (owner !== undefined) fitting = fitting.where(isOf('owner', owner))
  const rows = fitting.selectAll().orderBy('name').orderBy('id')
  const page = await pageOf(await countOf(fitting), rows, asked)
  return { ...page, rows: page.rows.map(toVendor) }
}

/** The vendor at an address or of a name, letter case aside; of one name there may be several. */
export async function vendorsCalled(db: Db, called: string): Promise<Vendor[]> {
  const rows = await db
    .selectFrom('vendor')
    .selectAll()
    .where((w) =>
      w.or([w('slug', '=', called), w(w.fn<string>('lower', ['name']), '=', called.trim().toLowerCase())]),
    )
    .execute()
  return rows.map(toVendor)
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
