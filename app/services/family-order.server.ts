import type { Db } from '#db/connect.ts'
import { agreementParents, confirmedOrders } from '#db/families.ts'
import { familyOrder, precedences } from '#domain/policy/family/order.ts'
import { type FamilyPaper, familiesOf } from '#domain/policy/family/tree.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import type { Agreement } from '#domain/register/agreement.ts'

/** Agreements as papers of a family, each under the one that a person put it under. */
export const familyPapers = (agreements: Agreement[], parents: Map<string, string>): FamilyPaper[] =>
  agreements.map(({ id, title, kind, slug, signedOn, effectiveOn, vendorId, counterparty }) => ({
    id,
    title,
    kind,
    slug,
    signedOn,
    effectiveOn,
    vendorId,
    counterparty,
    parentId: parents.get(id) ?? null,
  }))

/** The terms with the place that their papers have in their families: confirmed, read from the papers, or usual. */
export async function withPrecedence(
  db: Db,
  agreements: Agreement[],
  terms: PolicyTerm[],
): Promise<PolicyTerm[]> {
  if (agreements.length < 2) return terms
  const [confirmed, parents] = await Promise.all([confirmedOrders(db), agreementParents(db)])
  const places = new Map(
    familiesOf(familyPapers(agreements, parents)).flatMap((family) => [
      ...precedences(family, familyOrder(family, terms, confirmed.get(family.id))),
    ]),
  )
  return terms.map((term) => ({
    ...term,
    agreement: { ...term.agreement, precedence: places.get(term.agreement.id) },
  }))
}
