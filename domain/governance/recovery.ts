import { z } from 'zod'
import { amountOf, CapAmount, plainCap, plainMoney } from '../policy/caps.ts'
import { plainName } from '../policy/checks/verdict.ts'
import { isSure, type PolicyTerm } from '../policy/policy-term.ts'
import { governing } from '../policy/precedence.ts'
import type { Money } from '../quantities/money.ts'
import { Party } from '../quantities/parties.ts'

/** What the contract gives back of a loss, when the vendor is to blame: by head of liability and kind of loss. */

export const LiabilityHead = z.enum([
  'data_breach',
  'confidentiality',
  'ip_infringement',
  'death_or_injury',
  'gross_negligence',
  'other',
])
export type LiabilityHead = z.infer<typeof LiabilityHead>

export const liabilityHeadTitles: Record<LiabilityHead, string> = {
  data_breach: 'Data breach',
  confidentiality: 'Confidentiality',
  ip_infringement: 'Infringement',
  death_or_injury: 'Death or injury',
  gross_negligence: 'Gross negligence',
  other: 'Breach of contract',
}

export const LossKind = z.enum(['direct', 'third_party', 'regulatory', 'lost_profits', 'goodwill'])
export type LossKind = z.infer<typeof LossKind>

export const lossKindTitles: Record<LossKind, string> = {
  direct: 'Direct cost: response, repair, refunds',
  third_party: 'Claims of customers and others',
  regulatory: 'Fines and orders',
  lost_profits: 'Lost profits and revenue',
  goodwill: 'Goodwill',
}

export interface Limit {
  /** `open` is a cap that was not found: nothing says that there is none. */
  kind: 'uncapped' | 'own_cap' | 'general_cap' | 'open'
  /** What it comes to; null when uncapped or when it can't be reckoned. */
  amount: Money | null
  words: string
  term: PolicyTerm | null
}

export interface Recovery {
  head: LiabilityHead
  limit: Limit
  indemnity: PolicyTerm | null
  /** Kinds of loss that the contract takes out, with the clause. */
  excluded: { kind: LossKind; term: PolicyTerm | null; why: string }[]
  doubtful: boolean
}

const Cap = CapAmount.extend({ party: Party, appliesTo: z.string() })
const Heads = z.object({ party: Party, heads: z.array(z.string()), lifts: z.string().optional() })
const Exclusion = z.object({
  party: Party,
  heads: z.array(z.string()),
  exceptHeads: z.array(z.string()).default([]),
})
const Indemnity = z.object({ by: Party, covers: z.array(z.string()) })

/** Names under which a contract speaks of a head. */
const names: Record<LiabilityHead, string[]> = {
  data_breach: ['data_breach', 'data_protection'],
  confidentiality: ['confidentiality'],
  ip_infringement: ['ip_infringement', 'output_ip', 'ip'],
  death_or_injury: ['death_or_injury'],
  gross_negligence: ['gross_negligence', 'wilful_misconduct'],
  other: [],
}

/** Kinds of loss that an exclusion of indirect loss takes out, by the heads it names. */
const takenOutBy: Partial<Record<LossKind, string[]>> = {
  lost_profits: ['lost_profits', 'lost_revenue', 'business_interruption', 'consequential', 'indirect'],
  goodwill: ['goodwill', 'consequential', 'indirect'],
}

const bindsVendor = (party: Party) => party !== 'customer'

function read<S extends z.ZodType>(terms: PolicyTerm[], type: string, schema: S) {
  return terms
    .filter((term) => term.type === type && term.review !== 'rejected')
    .flatMap((term) => {
      const value = schema.safeParse(term.value)
      return value.success ? [{ term, value: value.data }] : []
    })
}

/** The limit that holds for a head: no cap, its own, else the general one of the paper that governs. */
export function limitOf(head: LiabilityHead, terms: PolicyTerm[], annualFees?: Money): Limit {
  const free = read(terms, 'liability_uncapped', Heads).find(
    ({ value }) =>
      bindsVendor(value.party) &&
      value.lifts !== 'damages_exclusion' &&
      value.heads.some((h) => names[head].includes(h)),
  )
  if (free) return { kind: 'uncapped', amount: null, words: 'outside the cap', term: free.term }
  const caps = read(terms, 'liability_cap', Cap).filter(({ value }) => bindsVendor(value.party))
  const own = highest(
    caps.filter(({ value }) => names[head].includes(value.appliesTo)),
    annualFees,
  )
  if (own) return { kind: 'own_cap', ...own }
  const general = highest(
    caps.filter(({ value }) => value.appliesTo === 'general'),
    annualFees,
  )
  if (general) return { kind: 'general_cap', ...general }
  return { kind: 'open', amount: null, words: 'no cap was found', term: null }
}

/** Of the paper that governs; where one paper names several for one head, the highest is given. */
function highest(caps: { term: PolicyTerm; value: z.infer<typeof Cap> }[], annualFees?: Money) {
  const { terms } = governing(
    caps.map((c) => c.term),
    'liability_cap',
  )
  const standing = caps
    .filter((c) => terms.includes(c.term))
    .map(({ term, value }) => ({ term, value, amount: amountOf(value, annualFees) }))
    .sort((a, b) => (b.amount?.amount ?? 0) - (a.amount?.amount ?? 0))[0]
  if (!standing) return undefined
  const { term, value, amount } = standing
  return { amount, words: amount ? `${plainCap(value)} (${plainMoney(amount)})` : plainCap(value), term }
}

/** The vendor's indemnity for a head, where there is one. */
export const indemnityFor = (head: LiabilityHead, terms: PolicyTerm[]): PolicyTerm | null =>
  read(terms, 'indemnity', Indemnity).find(
    ({ value }) => bindsVendor(value.by) && value.covers.some((c) => names[head].includes(c)),
  )?.term ?? null

/** What the terms give back for one head of liability. */
export function recoveryOf(head: LiabilityHead, terms: PolicyTerm[], annualFees?: Money): Recovery {
  const indemnity = indemnityFor(head, terms)
  const limit = limitOf(head, terms, annualFees)
  const exclusions = read(terms, 'damages_exclusion', Exclusion).filter(
    ({ value }) => bindsVendor(value.party) && !value.exceptHeads.some((h) => names[head].includes(h)),
  )
  const excluded = LossKind.options.flatMap((kind): Recovery['excluded'] => {
    const taken = exclusions.find(({ value }) => value.heads.some((h) => takenOutBy[kind]?.includes(h)))
    if (taken)
      return [{ kind, term: taken.term, why: `excluded: ${taken.value.heads.map(plainName).join(', ')}` }]
    if (kind === 'regulatory' && !indemnity)
      return [{ kind, term: null, why: 'a fine is ours to pay unless an indemnity covers it' }]
    return []
  })
  const cited = [limit.term, indemnity, ...excluded.map((e) => e.term)].filter((t) => t !== null)
  return { head, limit, indemnity, excluded, doubtful: cited.some((term) => !isSure(term)) }
}
