import { randomUUID } from 'node:crypto'
import type { ExpressionBuilder } from 'kysely'
import { Money } from '#domain/quantities/money.ts'
import { AgreementKind } from '#domain/reading/kind.ts'
import { type Agreement, type AgreementInput, AgreementStatus } from '#domain/register/agreement.ts'
import type { Db } from './connect.ts'
import { countOf, isOf, type PageAsked, type PageOf, pageOf } from './pages.ts'
import type { Row, Schema } from './schema.ts'
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

/** By what a list of agreements is narrowed. */
export interface AgreementFilter {
  vendorIds?: string[]
  kind?: string
  status?: string
  /** Empty: nobody's. */
  owner?: string
}

/** One page of the agreements, by vendor and title. */
export async function agreementList(
  db: Db,
  { vendorIds, kind, status, owner }: AgreementFilter,
  asked: PageAsked,
): Promise<PageOf<Agreement>> {
  let fitting = db.selectFrom('agreement')
  if (vendorIds) fitting = fitting.where('agreement.vendor_id', 'in', vendorIds)
  if (kind) fitting = fitting.where('agreement.kind', '=', kind)
  if (status) fitting = fitting.where('agreement.status', '=', status)
  if (owner !== undefined) fitting = fitting.where(isOf('agreement.owner', owner))
  const rows = fitting
    .innerJoin('vendor', 'vendor.id', 'agreement.vendor_id')
    .selectAll('agreement')
    .select(['vendor.name as vendor_name', 'vendor.slug as vendor_slug'])
    .orderBy('vendor.name')
    .orderBy('agreement.title')
    .orderBy('agreement.id')
  const page = await pageOf(vendorIds?.length === 0 ? 0 : await countOf(fitting), rows, asked)
  return { ...page, rows: page.rows.map(toAgreement) }
}

/** What of an agreement the queue of the review shows. */
export interface PaperToReview {
  id: string
  slug: string
  title: string
}

/** Whether an agreement has a term that nobody, or only one person, stands behind. */
const hasWork = (w: ExpressionBuilder<Schema, 'agreement'>, byOne: boolean) => {
  const terms = w.selectFrom('term').select('term.id').whereRef('term.agreement_id', '=', 'agreement.id')
  const byNobody = w.exists(terms.where('term.review', '=', 'unreviewed'))
  const decided = ['confirmed', 'corrected', 'rejected']
  return byOne
    ? w.or([
        byNobody,
        w.exists(terms.where('term.review', 'in', decided).where('term.people_json', 'not like', '%,%')),
      ])
    : byNobody
}

/** Of these agreements, those that have a term that nobody stands behind, or one person where two are asked; by title. */
export const papersToReview = async (
  db: Db,
  ids: string[],
  { second }: { second: boolean },
): Promise<PaperToReview[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('agreement')
        .select(['id', 'slug', 'title'])
        .where('id', 'in', ids)
        .where((w) => hasWork(w, second))
        .orderBy('title')
        .orderBy('id')
        .execute()

/** The next of the agreements that no deployment in use rests on, by title. @param after the last one given out */
export const otherPapersToReview = (
  db: Db,
  { second, after, limit }: { second: boolean; after?: PaperToReview; limit: number },
): Promise<PaperToReview[]> =>
  db
    .selectFrom('agreement')
    .select(['id', 'slug', 'title'])
    .where('id', 'not in', (q) =>
      q
        .selectFrom('deployment_agreement as link')
        .innerJoin('deployment as d', 'd.id', 'link.deployment_id')
        .select('link.agreement_id')
        .where('d.status', '!=', 'retired'),
    )
    .where((w) => hasWork(w, second))
    .$if(after !== undefined, (query) =>
      query.where((w) =>
        w.or([
          w('title', '>', after?.title ?? ''),
          w.and([w('title', '=', after?.title ?? ''), w('id', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('title')
    .orderBy('id')
    .limit(limit)
    .execute()

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
