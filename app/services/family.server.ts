import { agreements } from '#db/agreements.ts'
import { recordEvent } from '#db/events.ts'
import { agreementParents, confirmedOrders, setConfirmedOrder, setParent } from '#db/families.ts'
import { vendorBySlug } from '#db/vendors.ts'
import { effectiveTerms } from '#domain/policy/family/effective.ts'
import { familyOrder } from '#domain/policy/family/order.ts'
import { type Branch, type Family, familiesOf, familyTree } from '#domain/policy/family/tree.ts'
import { inForce, whereOf } from '#domain/policy/policy-term.ts'
import { termType } from '#domain/terms/index.ts'
import type { BranchView, FamilyView } from '../components/family-view.ts'
import { familyPapers } from './family-order.server.ts'
import type { House } from './house.server.ts'
import { namedPapersOf } from './incorporated.server.ts'
import { papersOf, versionsInForce } from './policy-terms.server.ts'
import { hrefOf } from './standing/rows.server.ts'
import { plainValue } from './term-views.server.ts'
import type { User } from './user.server.ts'

/** The families of a vendor: one for each of our entities that deals with them. */
async function familiesOfVendor(house: House, vendorId: string) {
  const all = (await agreements(house.db, { vendorIds: [vendorId] })).filter(
    (a) => a.status !== 'expired' && a.status !== 'terminated',
  )
  const families = familiesOf(familyPapers(all, await agreementParents(house.db)))
  return { all, families }
}

/** Everything the screen of a family shows; undefined when there is no such vendor. */
export async function familyScreen(
  house: House,
  slug: string,
  asked: { family: string | null; date: string },
) {
  const vendor = await vendorBySlug(house.db, slug)
  if (!vendor) return undefined
  const { all, families } = await familiesOfVendor(house, vendor.id)
  const family = families.find((one) => one.id === asked.family) ?? families[0]
  return {
    vendor: { name: vendor.name, slug: vendor.slug },
    date: asked.date,
    families: families.map(({ id, entity }) => ({ id, entity: entity ?? 'No entity of ours named' })),
    family: family && (await familyView(house, family, all, asked.date)),
    named: await namedPapersOf(
      house,
      all.filter((a) => family?.papers.some((paper) => paper.id === a.id)),
    ),
    papers: all.map((a) => ({ value: a.id, label: a.title })),
  }
}

async function familyView(
  house: House,
  family: Family,
  all: Awaited<ReturnType<typeof familiesOfVendor>>['all'],
  date: string,
): Promise<FamilyView> {
  const ids = new Set(family.papers.map((paper) => paper.id))
  const own = all.filter((a) => ids.has(a.id))
  const papers = await papersOf(house, own, await versionsInForce(house, own, date))
  const order = familyOrder(family, papers.terms, (await confirmedOrders(house.db)).get(family.id))
  const { effective, conflicts } = effectiveTerms(papers.terms, order, date)
  const titleOf = (id: string) => family.papers.find((paper) => paper.id === id)?.title ?? id
  const branch = ({ paper, children }: Branch): BranchView => ({
    id: paper.id,
    title: paper.title,
    slug: paper.slug ?? '',
    kind: paper.kind,
    from: paper.effectiveOn ?? paper.signedOn ?? null,
    counts: inForce(paper, date),
    unread: papers.unreadOf.get(paper.id) ?? null,
    children: children.map(branch),
  })
  return {
    id: family.id,
    entity: family.entity,
    tree: familyTree(family).map(branch),
    order: order.groups.flatMap((group, i) =>
      group.map((id) => ({
        id,
        title: titleOf(id),
        rank: i + 1,
        shared: group.length > 1,
        joined: order.joined.includes(id),
        firstFor: (order.firstFor[id] ?? []).map((type) => termType(type)?.title ?? type),
      })),
    ),
    confirmed: order.confirmed,
    sources: order.sources.map(({ term, papers: named }) => ({
      where: whereOf(term),
      href: hrefOf(term),
      quote: term.citations.map((c) => c.quote).join(' '),
      unknown: named.filter(({ ids: known }) => known.length === 0).map(({ words }) => words),
    })),
    problems: [...order.conflicts, ...conflicts.map(({ why }) => why)],
    effective: effective
      .map(({ type, subject, terms, yields, trace }) => ({
        group: termType(type)?.group ?? 'time',
        title: termType(type)?.title ?? type,
        subject,
        terms: terms.map((term) => ({
          plain: plainValue(term.type, term.value),
          where: whereOf(term),
          href: hrefOf(term),
        })),
        yields: yields.map((term) => ({
          plain: plainValue(term.type, term.value),
          where: whereOf(term),
          href: hrefOf(term),
        })),
        trace,
      }))
      .sort((a, b) => a.title.localeCompare(b.title)),
  }
}

/** A person confirms the order of a family: paper id to its place, equal places for papers that stand equal. */
export async function confirmOrder(
  house: House,
  user: User,
  vendorSlug: string,
  asked: { family: string; places: Map<string, number>; first: Set<string> },
): Promise<string | undefined> {
  const vendor = await vendorBySlug(house.db, vendorSlug)
  const { all, families } = await familiesOfVendor(house, vendor?.id ?? '')
  const family = families.find((one) => one.id === asked.family)
  if (!family) return 'There is no such family of papers any more.'
  const missing = family.papers.find((paper) => !asked.places.has(paper.id))
  if (missing) return `Give “${missing.title}” its place, a number from 1.`
  const ids = new Set(family.papers.map((paper) => paper.id))
  const papers = await papersOf(
    house,
    all.filter((a) => ids.has(a.id)),
  )
  const read = familyOrder(family, papers.terms)
  const places = [...new Set(family.papers.map((paper) => asked.places.get(paper.id) ?? 0))].sort(
    (a, b) => a - b,
  )
  const groups = places.map((place) =>
    family.papers.filter((paper) => asked.places.get(paper.id) === place).map((paper) => paper.id),
  )
  const firstFor = Object.fromEntries(Object.entries(read.firstFor).filter(([id]) => asked.first.has(id)))
  await house.db.transaction().execute(async (trx) => {
    await setConfirmedOrder(trx, family.id, { groups, firstFor, by: user.email })
    await recordEvent(trx, {
      actor: user.email,
      action: 'confirmed the order of precedence of',
      subject: 'family_order',
      subjectId: family.id,
      detail: {
        order: groups.map((group) => group.map((id) => family.papers.find((p) => p.id === id)?.title)),
      },
    })
  })
  return undefined
}

/** Takes the confirmation back: the papers' own clauses count again. */
export async function unconfirmOrder(house: House, user: User, family: string): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await setConfirmedOrder(trx, family, null)
    await recordEvent(trx, {
      actor: user.email,
      action: 'took back the order of precedence of',
      subject: 'family_order',
      subjectId: family,
    })
  })
}

/** Puts a paper under another of the same vendor; an empty parent lets the register place it. */
export async function placePaper(
  house: House,
  user: User,
  vendorSlug: string,
  asked: { paper: string; parent: string },
): Promise<string | undefined> {
  const vendor = await vendorBySlug(house.db, vendorSlug)
  const papers = await agreements(house.db, { vendorIds: vendor ? [vendor.id] : [] })
  const known = (id: string) => papers.some((paper) => paper.id === id)
  if (!known(asked.paper) || (asked.parent && !known(asked.parent)) || asked.paper === asked.parent)
    return 'Choose another paper of the same vendor.'
  await house.db.transaction().execute(async (trx) => {
    await setParent(trx, asked.paper, asked.parent || null)
    await recordEvent(trx, {
      actor: user.email,
      action: 'placed in its family',
      subject: 'agreement',
      subjectId: asked.paper,
      detail: { parent: papers.find((paper) => paper.id === asked.parent)?.title ?? null },
    })
  })
  return undefined
}
