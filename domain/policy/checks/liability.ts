import { z } from 'zod'
import { Party } from '../../quantities/parties.ts'
import { CapAmount, compareCaps, plainCap, wantedCap } from '../caps.ts'
import type { TestOf } from '../playbook.ts'
import { isSure, type PolicyTerm, whereOf } from '../policy-term.ts'
import {
  type CheckContext,
  details,
  doubtful,
  judge,
  listed,
  missing,
  type Opinion,
  plainName,
  type Reading,
  readingsOf,
  sentence,
  silentlyMet,
  type Verdict,
} from './verdict.ts'

/** Who pays, and up to what. */

const Cap = CapAmount.extend({ party: Party, per: z.string().optional(), appliesTo: z.string() })
type Cap = z.infer<typeof Cap>
/** `lifts` marks an exception to the exclusion of damages alone: a cap elsewhere still holds for it. */
const Uncapped = z.object({ party: Party, heads: z.array(z.string()), lifts: z.string().optional() })
const Exclusion = z.object({ party: Party, exceptHeads: z.array(z.string()).default([]) })
const Indemnity = z.object({
  by: Party,
  covers: z.array(z.string()),
  exclusions: z.array(z.string()).default([]),
})
const Insurance = z.object({ kinds: z.array(z.string()) })

/** A limit or a duty of the customer alone says nothing about the vendor. */
const bindsVendor = (party: Party) => party !== 'customer'
const unsaid = (party: Party) => (party === 'unknown' ? ' (whose, the clause does not say; counted)' : '')

/** A doubtful reading without an amount gives way where another clause names one; the trace says so. */
function capsOf(context: CheckContext, appliesTo: string[]) {
  const found = readingsOf(
    context.ofType('liability_cap'),
    Cap,
    (cap) => bindsVendor(cap.party) && appliesTo.includes(cap.appliesTo),
  )
  const vague = found.readings.filter(({ term, value }) => value.form === 'other' && !isSure(term))
  if (vague.length === found.readings.length) return found
  return {
    readings: found.readings.filter((reading) => !vague.includes(reading)),
    trace: [
      ...found.trace,
      ...vague.map(({ term }) => `Left out, a doubtful reading that names no amount: ${whereOf(term)}.`),
    ],
  }
}

const capWords = (cap: Cap) =>
  `${plainCap(cap)}${cap.per === 'claim' ? ', for each claim' : cap.per === 'year' ? ', for each year' : ''}${unsaid(cap.party)}`

export function cap(test: TestOf<'cap'>, context: CheckContext): Verdict {
  const wanted = wantedCap(test.fees, test.amount)
  const opinion = (found: Cap): Opinion => {
    const { verdict, share, notes } = compareCaps(found, wanted, context.annualFees)
    const state = verdict === 'enough' ? 'met' : verdict
    return { state, found: capWords(found), near: (share ?? 1) >= 0.5, notes }
  }
  if (test.heads) return capOfHeads(test.heads, opinion, context)
  const caps = capsOf(context, ['general'])
  if (caps.readings.length === 0)
    return {
      ...missing(
        caps.trace,
        'No general cap was found in what was read. If there is none, the law sets no limit either, which is better than a cap: make sure that no other paper sets one',
      ),
      near: true,
    }
  return judge('liability_cap', caps, opinion)
}

/** Each head is covered by its own cap, by none, or else by the general one; the worst-covered head decides. */
function capOfHeads(heads: string[], opinion: (cap: Cap) => Opinion, context: CheckContext): Verdict {
  const verdicts = heads.map((head) => {
    const free = outsideCap(head, context)
    if (free) return { head, verdict: uncappedVerdict(head, free) }
    const own = capsOf(context, head === 'data_breach' ? ['data_breach'] : [head])
    const verdict =
      own.readings.length > 0 ? judge('liability_cap', own, opinion) : underGeneralCap(opinion, context)
    return { head, verdict }
  })
  const worst =
    verdicts.find((v) => v.verdict.state === 'missing') ??
    verdicts.find((v) => v.verdict.state === 'short') ??
    verdicts.find((v) => v.verdict.state !== 'met') ??
    verdicts[0]
  if (!worst) return missing()
  const found = verdicts.every((v) => v.verdict.found === worst.verdict.found)
    ? sentence(worst.verdict.found)
    : verdicts.map((v) => `${sentence(plainName(v.head))}: ${v.verdict.found}`).join('. ')
  return { ...worst.verdict, found, trace: verdicts.flatMap((v) => v.verdict.trace) }
}

function underGeneralCap(opinion: (cap: Cap) => Opinion, context: CheckContext): Verdict {
  const general = capsOf(context, ['general'])
  if (general.readings.length === 0) return missing(general.trace)
  const verdict = judge('liability_cap', general, opinion)
  return { ...verdict, found: `under the general cap, ${verdict.found}` }
}

const sameHead: Record<string, string[]> = { data_breach: ['data_breach', 'data_protection'] }

/** The clause that takes a head of the vendor's liability out of the cap. */
function outsideCap(head: string, context: CheckContext): PolicyTerm | undefined {
  const names = sameHead[head] ?? [head]
  const { readings } = readingsOf(
    context.ofType('liability_uncapped'),
    Uncapped,
    (v) => bindsVendor(v.party) && v.lifts !== 'damages_exclusion',
  )
  // "Vendor's liability is unlimited", with no cap beside it, frees every head.
  const limits = context.ofType('liability_cap').length > 0
  return readings
    .filter(({ value }) => value.heads.some((h) => names.includes(h) || (h === 'other' && !limits)))
    .sort((a, b) => b.term.confidence - a.term.confidence)[0]?.term
}

function uncappedVerdict(head: string, term: PolicyTerm): Verdict {
  const trace = [`${whereOf(term)}: ${plainName(head)} stands outside the cap (${term.reader}).`]
  if (!isSure(term)) return doubtful('no cap', term, trace)
  return { state: 'met', found: 'no cap', term, near: false, silent: false, trace }
}

/** Carve-outs add up over clauses and papers. */
export function uncapped(test: TestOf<'uncapped'>, context: CheckContext): Verdict {
  const outside = test.heads.map((head) => ({ head, term: outsideCap(head, context) }))
  const free = outside.flatMap(({ head, term }) => (term ? [{ head, term }] : []))
  const inside = outside.filter(({ term }) => !term).map(({ head }) => plainName(head))
  const trace = free.map(({ head, term }) => `${whereOf(term)}: ${plainName(head)} stands outside the cap.`)
  const first = free[0]
  const anyCap = capsOf(context, ['general', 'data_breach', 'confidentiality', 'other']).readings[0]
  if (!first)
    return anyCap
      ? { ...missing(trace, `${NO_CARVE_OUT}, while a cap was`), term: anyCap.term }
      : missing(trace, NO_CARVE_OUT)
  const found = `Outside the cap: ${listed(free.map(({ head }) => plainName(head)))}`
  if (inside.length > 0)
    return {
      state: 'short',
      found: `${found}; not ${listed(inside)}`,
      term: first.term,
      near: free.length >= inside.length,
      silent: false,
      trace,
    }
  const weak = free.find(({ term }) => !isSure(term))
  if (weak) return doubtful(found, weak.term, trace)
  return { state: 'met', found, term: first.term, near: false, silent: false, trace }
}

const NO_CARVE_OUT = 'No carve-out of these was found in what was read'

export function indemnity(test: TestOf<'indemnity'>, context: CheckContext): Verdict {
  const indemnities = readingsOf(context.ofType('indemnity'), Indemnity, (v) => bindsVendor(v.by))
  const covering = indemnities.readings.filter(({ value }) => coversIt(value.covers, test.covers))
  if (covering.length === 0) return missing(indemnities.trace)
  const outputs = covering.find(({ value }) => value.covers.includes('output_ip'))
  const free = outsideCap('indemnity', context) ?? outsideCap('ip_infringement', context)
  const lacking = [
    ...(test.outputs && !outputs ? ['cover for outputs'] : []),
    ...(test.uncapped && !free ? ['a carve-out from the cap'] : []),
  ]
  const asked = 1 + Number(test.outputs ?? false) + Number(test.uncapped ?? false)
  return judge(
    'indemnity',
    { readings: [outputs ?? strongest(covering)], trace: indemnities.trace },
    (value) => details(indemnityWords(value), lacking, asked),
  )
}

const coversIt = (covers: string[], head: string) =>
  covers.includes(head) || (head === 'ip_infringement' && covers.includes('output_ip'))

const strongest = <V>(readings: Reading<V>[]) =>
  readings.reduce((best, one) => (one.term.confidence > best.term.confidence ? one : best))

function indemnityWords({ by, covers, exclusions }: z.infer<typeof Indemnity>): string {
  const left = exclusions.length > 0 ? `, not for ${listed(exclusions.map(plainName))}` : ''
  return `Indemnity for ${listed(covers.map(plainName))}${left}${unsaid(by)}`
}

/** A contract without an exclusion needs no exception from it. */
export function exclusionExcepts(test: TestOf<'exclusion_excepts'>, context: CheckContext): Verdict {
  const exclusions = readingsOf(context.ofType('damages_exclusion'), Exclusion, (v) => bindsVendor(v.party))
  if (exclusions.readings.length === 0)
    return silentlyMet('No exclusion of indirect loss was found', exclusions.trace)
  return judge('damages_exclusion', exclusions, ({ party, exceptHeads }) => {
    const excepted = (head: string) => exceptHeads.some((h) => (sameHead[head] ?? [head]).includes(h))
    const found =
      exceptHeads.length > 0
        ? `Excluded except for ${listed(exceptHeads.map(plainName))}${unsaid(party)}`
        : `Excluded without exception${unsaid(party)}`
    return details(found, test.heads.filter((h) => !excepted(h)).map(plainName), test.heads.length)
  })
}

export function insurance(test: TestOf<'insurance'>, context: CheckContext): Verdict {
  const { readings, trace } = readingsOf(context.ofType('insurance'), Insurance)
  const held = [...new Set(readings.flatMap((r) => r.value.kinds))]
  const first = readings[0]
  if (!first) return missing(trace)
  const lacking = test.kinds.filter((kind) => !held.includes(kind)).map(plainName)
  return judge('insurance', { readings: [strongest(readings)], trace }, () =>
    details(
      held.length > 0 ? listed(held.map(plainName)) : 'Insurance of no named kind',
      lacking,
      test.kinds.length,
    ),
  )
}
