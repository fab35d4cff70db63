import { randomUUID } from 'node:crypto'
import { Money } from '#domain/quantities/money.ts'
import { AgreementKind } from '#domain/reading/kind.ts'
import { type Agreement, type AgreementInput, AgreementStatus } from '#domain/register/agreement.ts'
import type { Db } from './connect.ts'
import type { Row } from './schema.ts'
import { indexAgreement } from './search-index.ts'
import { freeSlug } from './slug.ts'

type AgreementRow = Row<'agreement'> & { vendor_name: string; vendor_slug: string }

const toAgreement = (row: AgreementRow): Agreement => ({
  id: row.id,
  slug: row.slug,
  vendorId: row.vendor_id,
  vendorName: row.vendor_name,
  vendorSlug: row.vendor_slug,
  title: row.title,
  kind: AgreementKind.parse(row.kind),
  status: AgreementStatus.parse(row.status),
  counterparty: row.counterparty,
  owner: row.owner,
  signedOn: row.signed_on,
  effectiveOn: row.effective_on,
  annualFees: row.annual_fees_json ? Money.parse(JSON.parse(row.annual_fees_json)) : null,
  createdAt: row.created_at,
})

const select = (db: Db) =>
  db
    .selectFrom('agreement')
    .innerJoin('vendor', 'vendor.id', 'agreement.vendor_id')
    .selectAll('agreement')
    .select(['vendor.name as vendor_name', 'vendor.slug as vendor_slug'])

/** All agreements, by vendor and title; those of some vendors or kinds, one deployment, some ids or addresses when asked. */
export async function agreements(
  db: Db,
  of: {
    vendorIds?: string[]
    kinds?: AgreementKind[]
    deploymentId?: string
    ids?: string[]
    slugs?: string[]
  } = {},
): Promise<Agreement[]> {
  if ([of.ids, of.vendorIds, of.slugs].some((some) => some?.length === 0)) return []
  let query = select(db).orderBy('vendor.name').orderBy('agreement.title')
  if (of.vendorIds) query = query.where('agreement.vendor_id', 'in', of.vendorIds)
  if (of.kinds) query = query.where('agreement.kind', 'in', of.kinds)
  if (of.ids) query = query.where('agreement.id', 'in', of.ids)
  if (of.slugs) query = query.where('agreement.slug', 'in', of.slugs)
  if (of.deploymentId) {
    const id = of.deploymentId
    query = query.where('agreement.id', 'in', (q) =>
      q.selectFrom('deployment_agreement').select('agreement_id').where('deployment_id', '=', id),
    )
  }
  return (await query.execute()).map(toAgreement)
}

/** A part of the agreements whose title, vendor or owner has these words, and how many there are. */
export async function agreementsPage(
  db: Db,
  { q, limit, offset }: { q: string; limit: number; offset: number },
): Promise<{ agreements: Agreement[]; total: number }> {
  const like = `%${q.toLowerCase()}%`
  const all = select(db).$if(q !== '', (query) =>
    query.where((w) =>
      w.or(
        (['agreement.title', 'vendor.name', 'agreement.owner'] as const).map((column) =>
          w(w.fn<string>('lower', [column]), 'like', like),
        ),
      ),
    ),
  )
  const { total } = await all
    .clearSelect()
    .select((w) => w.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await all
    .orderBy('vendor.name')
    .orderBy('agreement.title')
    .limit(limit)
    .offset(offset)
    .execute()
  return { agreements: rows.map(toAgreement), total: Number(total) }
}

/** Id, address and title of every agreement, and whether nobody, or one person alone, stands behind some term of it. */
export async function reviewLeft(db: Db) {
  const rows = await db
    .selectFrom('agreement')
    .select((w) => {
      const terms = w.selectFrom('term').select('term.id').whereRef('term.agreement_id', '=', 'agreement.id')
      return [
        'id',
        'slug',
        'title',
        w.exists(terms.where('term.review', '=', 'unreviewed')).as('by_nobody'),
        w
          .exists(
            terms
              .where('term.review', 'in', ['confirmed', 'corrected', 'rejected'])
              .where('term.people_json', 'not like', '%,%'),
          )
          .as('by_one'),
      ]
    })
    .orderBy('title')
    .execute()
  return rows.map(({ id, slug, title, by_nobody, by_one }) => ({
    id,
    slug,
    title,
    byNobody: Boolean(by_nobody),
    byOne: Boolean(by_one),
  }))
}

export async function agreementBySlug(db: Db, slug: string): Promise<Agreement | undefined> {
  const row = await select(db).where('agreement.slug', '=', slug).executeTakeFirst()
  return row && toAgreement(row)
}

export async function agreementById(db: Db, id: string): Promise<Agreement | undefined> {
  const row = await select(db).where('agreement.id', '=', id).executeTakeFirst()
  return row && toAgreement(row)
}

const columns = (input: AgreementInput) => ({
  title: input.title,
  kind: input.kind,
  status: input.status,
  counterparty: input.counterparty || null,
  owner: input.owner || null,
  signed_on: input.signedOn || null,
  effective_on: input.effectiveOn || null,
  annual_fees_json: input.annualFees ? JSON.stringify(input.annualFees) : null,
})

/** @returns the new agreement's id */
export async function insertAgreement(db: Db, vendorId: string, input: AgreementInput): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('agreement')
    .values({
      id,
      slug: await freeSlug(db, 'agreement', input.title),
      vendor_id: vendorId,
      ...columns(input),
      created_at: new Date().toISOString(),
    })
    .execute()
  await indexAgreement(db, id, input)
  return id
}

export async function updateAgreement(
  db: Db,
  id: string,
  input: AgreementInput & { vendorId?: string },
): Promise<void> {
  await db
    .updateTable('agreement')
    .set({ ...columns(input), ...(input.vendorId ? { vendor_id: input.vendorId } : {}) })
    .where('id', '=', id)
    .execute()
  await indexAgreement(db, id, input)
}

/** What a reading found out and nobody had entered: fills blanks, never overwrites a person's entry. */
export async function fillAgreementBlanks(
  db: Db,
  id: string,
  found: { signedOn?: string; effectiveOn?: string; counterparty?: string },
): Promise<void> {
  await db
    .updateTable('agreement')
    .set((w) => ({
      signed_on: w.fn.coalesce('signed_on', w.val(found.signedOn ?? null)),
      effective_on: w.fn.coalesce('effective_on', w.val(found.effectiveOn ?? null)),
      counterparty: w.fn.coalesce('counterparty', w.val(found.counterparty ?? null)),
    }))
    .where('id', '=', id)
    .execute()
}
