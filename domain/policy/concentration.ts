import type { Money } from '../quantities/money.ts'
import { amountOf, CapAmount, plainCap } from './caps.ts'
import type { PolicyTerm } from './policy-term.ts'
import { governing } from './precedence.ts'
import { compareClasses, type RiskClass } from './risk.ts'

/** What rests on one vendor, and what it would pay. */
export interface Concentration {
  deployments: RiskClass[]
  /** Standing terms of the vendor's papers. */
  terms: PolicyTerm[]
  annualFees?: Money
}

/** "5 deployments, 2 of them High, rest on one vendor with a 1× cap."; empty while fewer than two rest on it. */
export function concentrationSentence({ deployments, terms, annualFees }: Concentration): string {
  if (deployments.length < 2) return ''
  const grave = deployments.filter((one) => compareClasses(one, 'high') >= 0).length
  const of =
    grave > 0 ? `, ${grave} of them High${deployments.includes('critical') ? ' or Critical' : ''},` : ''
  return `${deployments.length} deployments${of} rest on one vendor ${capWords(terms, annualFees)}.`
}

/** The general cap that governs; of several the lowest, since that is what can be relied on. */
function capWords(terms: PolicyTerm[], annualFees?: Money): string {
  const general = terms.filter(
    ({ type, value }) =>
      type === 'liability_cap' && value.appliesTo === 'general' && value.party !== 'customer',
  )
  const caps = governing(general, 'liability_cap').terms.flatMap((term) => {
    const cap = CapAmount.safeParse(term.value)
    return cap.success ? [cap.data] : []
  })
  const [lowest] = caps.toSorted((a, b) => sharesOf(a, annualFees) - sharesOf(b, annualFees))
  if (!lowest) return 'of which no cap on its liability was found'
  const share = sharesOf(lowest, annualFees)
  if (!Number.isFinite(share)) return `with a cap of ${plainCap(lowest)}`
  return `with a ${Math.round(share * 10) / 10}× cap`
}

/** A cap in years of fees; infinite where it can't be told. */
function sharesOf(cap: CapAmount, annualFees?: Money): number {
  const fees = annualFees && annualFees.amount > 0 ? annualFees : undefined
  const amount = amountOf(cap, fees ?? { amount: 1, currency: 'USD' })
  if (!amount || (!fees && !onlyFees(cap))) return Number.POSITIVE_INFINITY
  return amount.amount / (fees?.amount ?? 1)
}

/** True where no limb names a sum: then the cap is so many years' fees, whatever they are. */
const onlyFees = ({ form, of }: CapAmount): boolean => form !== 'fixed' && (of ?? []).every(onlyFees)
