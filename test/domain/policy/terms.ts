import type { PolicyTerm } from '#domain/policy/policy-term.ts'

const msa = { id: 'msa', title: 'Northwind MSA', kind: 'msa', signedOn: '2026-01-15' }

/** A term as the policy is given it; sure, and of one master agreement unless it says otherwise. */
export function term(
  type: string,
  value: Record<string, unknown>,
  more: Partial<Omit<PolicyTerm, 'type' | 'value'>> = {},
): PolicyTerm {
  return {
    type,
    value,
    citations: [{ page: 3, clause: '9.2', start: 0, end: 9, quote: 'The words' }],
    confidence: 0.95,
    reader: `${type}@1`,
    agreement: msa,
    review: 'unreviewed',
    ...more,
  }
}

export const paper = (kind: string, title: string, signedOn: string | null = null) => ({
  agreement: { id: kind + title, title, kind, signedOn },
})
