import { memoize } from 'es-toolkit'
import type { Db } from '#db/connect.ts'
import { agreementParents, confirmedOrders } from '#db/families.ts'
import { familyOrder, precedences } from '#domain/policy/family/order.ts'
import { type FamilyPaper, familiesOf } from '#domain/policy/family/tree.ts'
import type { PolicyAgreement, PolicyTerm } from '#domain/policy/policy-term.ts'
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
  const clauses = terms.filter(({ type }) => type === 'order_of_precedence')
  const places = new Map(
    familiesOf(familyPapers(agreements, parents)).flatMap((family) => [
      ...precedences(family, familyOrder(family, clauses, confirmed.get(family.id))),
    ]),
  )
  // Terms of one paper share what is said of it.
  const placed = memoize((agreement: PolicyAgreement) => ({
    ...agreement,
    precedence: places.get(agreement.id),
  }))
  return terms.map((term) => ({ ...term, agreement: placed(term.agreement) }))
}
