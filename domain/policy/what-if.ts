import type { ComparedColumn } from './compare.ts'
import type { PolicyTerm } from './policy-term.ts'

/** "If vendor B gave a 3× super-cap": terms that nobody has signed, put in the place of those that stand. */

interface Supposition {
  id: string
  /** "a super-cap for data breach of … × the year's fees" */
  title: string
  /** What the number counts; null when it takes none. */
  unit: string | null
  type: string
  /** The terms that would stand then. */
  values(amount: number): Record<string, unknown>[]
  /** The terms that it replaces, of its own type. */
  replaces(value: Record<string, unknown>): boolean
}

const fees = (multiple: number, appliesTo: string) => ({
  party: 'vendor',
  form: 'fees_multiple',
  multiple,
  lookback: 'P12M',
  per: 'aggregate',
  appliesTo,
})
const headsOf = (value: Record<string, unknown>) => value.appliesTo ?? 'general'

/** What can be supposed, in the order of the list on the screen. */
export const suppositions: Supposition[] = [
  {
    id: 'cap',
    title: 'a general cap of',
    unit: '× the year’s fees',
    type: 'liability_cap',
    values: (n) => [fees(n, 'general')],
    replaces: (value) => headsOf(value) === 'general',
  },
  {
    id: 'super_cap',
    title: 'a super-cap for data breach and confidentiality of',
    unit: '× the year’s fees',
    type: 'liability_cap',
    values: (n) => [fees(n, 'data_breach'), fees(n, 'confidentiality')],
    replaces: (value) => ['data_breach', 'confidentiality'].includes(String(headsOf(value))),
  },
  {
    id: 'incident_notice',
    title: 'notice of an incident within',
    unit: 'hours',
    type: 'incident_notice',
    values: (n) => [{ by: 'vendor', within: `PT${Math.round(n)}H`, trigger: 'security_incident' }],
    replaces: () => true,
  },
  {
    id: 'deletion',
    title: 'deletion, with a certificate, within',
    unit: 'days',
    type: 'data_deletion',
    values: (n) => [{ on: 'both', within: `P${Math.round(n)}D`, form: 'delete', certificate: true }],
    replaces: () => true,
  },
  {
    id: 'retention',
    title: 'prompts and outputs kept for at most',
    unit: 'days',
    type: 'data_retention',
    values: (n) => [{ object: 'prompts', period: `P${Math.round(n)}D` }],
    replaces: (value) => value.object !== 'backups',
  },
  {
    id: 'non_renewal_notice',
    title: 'notice against the renewal of',
    unit: 'days',
    type: 'non_renewal_notice',
    values: (n) => [{ period: `P${Math.round(n)}D`, before: 'term_end' }],
    replaces: () => true,
  },
  {
    id: 'training',
    title: 'no training on our content',
    unit: null,
    type: 'training_use',
    values: () => [{ permitted: 'no', material: ['prompts', 'outputs', 'customer_data'] }],
    replaces: () => true,
  },
  {
    id: 'audit',
    title: 'a security audit once a year',
    unit: null,
    type: 'audit_right',
    values: () => [{ holder: 'customer', kind: 'security', frequency: 'P12M' }],
    replaces: () => true,
  },
]

export interface WhatIf {
  /** Key of the column. */
  column: string
  supposition: Supposition
  amount: number
}

/**
 * As it stands in an address: "corvane-msa~super_cap~3". Null when it names nothing that can be supposed; amounts are
 * above zero and at most 10,000.
 */
export function parseWhatIf(text: string): WhatIf | null {
  const [column, id, number = '1'] = text.split('~')
  const supposition = suppositions.find((s) => s.id === id)
  const amount = Number(number)
  if (!column || !supposition || !(amount > 0 && amount <= 10_000)) return null
  return { column, supposition, amount }
}

/** "a super-cap for data breach and confidentiality of 3 × the year's fees" */
export const whatIfWords = ({ supposition: { title, unit }, amount }: WhatIf): string =>
  unit ? `${title} ${amount} ${unit}`.replace(' ×', '×') : title

/** The paper of terms that are only supposed. */
export const SUPPOSED = 'What if'

/** The column as it would be; the same one when nothing is supposed of it. */
export function suppose(column: ComparedColumn, whatIfs: WhatIf[]): ComparedColumn {
  let { terms } = column
  for (const whatIf of whatIfs.filter((w) => w.column === column.key)) {
    const { type, values, replaces } = whatIf.supposition
    const supposed = values(whatIf.amount).map(
      (value): PolicyTerm => ({
        type,
        value,
        citations: [{ page: 1, clause: null, start: 0, end: 1, quote: `Supposed: ${whatIfWords(whatIf)}.` }],
        confidence: 1,
        reader: 'what-if',
        agreement: { id: 'what-if', title: SUPPOSED, kind: 'amendment' },
        review: 'confirmed',
      }),
    )
    terms = [...terms.filter((t) => t.type !== type || !replaces(t.value)), ...supposed]
  }
  return { ...column, terms }
}
