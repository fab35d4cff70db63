import { memoize } from 'es-toolkit'
import { classesOnAgreements } from '#db/deployments.ts'
import { type TermToReview, termsToReview } from '#db/review-terms.ts'
import { compareClasses, type RiskClass } from '#domain/policy/risk.ts'
import { type ReviewState, reviewState, stakesOf } from '#domain/review/review-state.ts'
import type { House } from '../house.server.ts'

/** Taken where no deployment rests on a paper, as on the agreement's own screen. */
export const DEFAULT_CLASS: RiskClass = 'medium'

/** By agreement id, the strictest class of the deployments that rest on it. */
export async function classesOf({ db }: House): Promise<Map<string, RiskClass>> {
  const classes = new Map<string, RiskClass>()
  for (const { agreementId, riskClass } of await classesOnAgreements(db)) {
    const known = classes.get(agreementId)
    if (!known || compareClasses(riskClass, known) > 0) classes.set(agreementId, riskClass)
  }
  return classes
}

/**
 * By agreement id, where the review of its newest paper stands for the strictest class that rests on it.
 * @param terms of these agreements, where they are at hand
 */
export async function reviewStates(
  house: House,
  agreementIds: string[],
  terms?: Map<string, TermToReview[]>,
): Promise<Map<string, ReviewState>> {
  const { playbook, riskMatrix } = house.playbooks
  const classes = await classesOf(house)
  const found = terms ?? (await termsToReview(house.db, agreementIds))
  const stakes = memoize((riskClass: RiskClass) => stakesOf(playbook, riskClass))
  return new Map(
    agreementIds.map((id) => {
      const riskClass = classes.get(id) ?? DEFAULT_CLASS
      return [id, reviewState(found.get(id) ?? [], riskClass, riskMatrix.termReview, stakes(riskClass))]
    }),
  )
}
