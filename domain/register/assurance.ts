import { z } from 'zod'
import type { PolicyTerm } from '../policy/policy-term.ts'

/** Reports and certificates by which a vendor shows what it promised: until when each is good, and which nobody has. */

export const AssuranceKind = z.enum([
  'SOC2',
  'ISO27001',
  'ISO42001',
  'PCI',
  'HIPAA',
  'FedRAMP',
  'pen_test',
  'insurance',
  'other',
])
export type AssuranceKind = z.infer<typeof AssuranceKind>

export const assuranceTitles: Record<AssuranceKind, string> = {
  SOC2: 'SOC 2 report',
  ISO27001: 'ISO 27001 certificate',
  ISO42001: 'ISO 42001 certificate',
  PCI: 'PCI DSS attestation',
  HIPAA: 'HIPAA attestation',
  FedRAMP: 'FedRAMP authorisation',
  pen_test: 'Penetration test report',
  insurance: 'Insurance certificate',
  other: 'Other report or certificate',
}

export const AssuranceInput = z.object({
  kind: AssuranceKind,
  /** What it is, where the kind does not say it: "SOC 2 Type II, 2026". */
  title: z.string().trim().max(200).default(''),
  expiresOn: z.iso.date('Say until which day it is good.'),
  note: z.string().trim().max(1000).default(''),
})
export type AssuranceInput = z.infer<typeof AssuranceInput>

export interface Assurance extends AssuranceInput {
  id: string
  vendorId: string
  fileName: string | null
  sha256: string | null
  recordedBy: string
  recordedAt: string
}

export const assuranceTitle = ({ kind, title }: Pick<Assurance, 'kind' | 'title'>): string =>
  title || assuranceTitles[kind]

/** A newer one of the same kind takes the place of an older; of those that are only "other", one of the same title. */
const placeOf = ({ vendorId, kind, title }: Assurance) =>
  [vendorId, kind, kind === 'other' ? title.toLowerCase() : ''].join(' ')

/** Of each kind of a vendor the one that is good the longest. */
export function newestAssurance(all: Assurance[]): Assurance[] {
  const newest = new Map<string, Assurance>()
  for (const one of all) {
    const known = newest.get(placeOf(one))
    if (!known || one.expiresOn > known.expiresOn) newest.set(placeOf(one), one)
  }
  return [...newest.values()]
}

const Promised = z.object({
  standards: z.array(AssuranceKind).catch([]).default([]),
  penTest: z.boolean().optional(),
})

/** What the papers promise, each with the clause. */
function promised(terms: PolicyTerm[]): { kind: AssuranceKind; term: PolicyTerm }[] {
  return terms.flatMap((term) => {
    if (term.review === 'rejected') return []
    if (term.type === 'insurance') return [{ kind: 'insurance' as const, term }]
    if (term.type !== 'security_assurance') return []
    const { standards, penTest } = Promised.parse(term.value)
    const kinds = [
      ...standards.filter((kind) => kind !== 'other'),
      ...(penTest ? (['pen_test'] as const) : []),
    ]
    return kinds.map((kind) => ({ kind, term }))
  })
}

/** What the papers promise and nobody has a report or certificate of that is good on the day, with the first clause. */
export function assuranceMissing(terms: PolicyTerm[], held: Assurance[], date: string) {
  const good = new Set(held.filter((one) => one.expiresOn >= date).map((one) => one.kind))
  const missing = new Map<AssuranceKind, PolicyTerm>()
  for (const { kind, term } of promised(terms))
    if (!good.has(kind) && !missing.has(kind)) missing.set(kind, term)
  return [...missing].map(([kind, term]) => ({ kind, term }))
}
