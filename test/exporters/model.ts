import { assess } from '#domain/policy/assess.ts'
import { deadlines } from '#domain/policy/deadlines.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import { allocate } from '#domain/policy/responsibilities.ts'
import { classify, usesOf } from '#domain/policy/risk.ts'
import { loadPlaybooks } from '#playbooks/index.ts'

/** A deployment on three papers, drafted for these tests: what the exporters are given. */

const { riskMatrix, playbook, areas } = loadPlaybooks()
const msa = {
  id: 'a1',
  title: 'Brightwater AI Master Agreement',
  kind: 'msa',
  slug: 'brightwater-msa',
  signedOn: '2026-03-20',
}
const dpa = {
  id: 'a2',
  title: 'Brightwater Data Processing Addendum',
  kind: 'dpa',
  slug: 'brightwater-dpa',
  signedOn: '2026-03-20',
}

let at = 0
function term(
  agreement: typeof msa,
  type: string,
  clause: string,
  page: number,
  value: Record<string, unknown>,
  quote: string,
): PolicyTerm {
  at += 1000
  return {
    type,
    value,
    citations: [{ page, clause, start: at, end: at + quote.length, quote }],
    confidence: 0.93,
    reader: `${type}@1`,
    review: 'confirmed',
    agreement,
  }
}

const terms = [
  term(
    msa,
    'liability_cap',
    '11.2',
    9,
    { party: 'mutual', form: 'fees_paid', lookback: 'P12M', per: 'aggregate', appliesTo: 'general' },
    'The total liability of either party will not be more than the fees paid in the twelve months before the claim arose.',
  ),
  term(
    msa,
    'liability_uncapped',
    '11.3',
    9,
    { party: 'mutual', heads: ['fraud', 'wilful_misconduct', 'confidentiality'] },
    'Clause 11.2 does not limit liability for fraud, wilful misconduct or breach of clause 8 (Confidentiality).',
  ),
  term(
    msa,
    'damages_exclusion',
    '11.1',
    9,
    { party: 'mutual', heads: ['indirect', 'lost_profits'], exceptHeads: [] },
    'Neither party is liable for indirect loss or for lost profits.',
  ),
  term(
    msa,
    'indemnity',
    '10.1',
    8,
    {
      by: 'vendor',
      covers: ['ip_infringement'],
      exclusions: ['disabled_safety_filters', 'combination'],
      conditions: [],
    },
    'Brightwater will defend the Client against claims that the Platform infringes a patent or copyright, except where the Client has switched off a safety filter or combined the Platform with other software.',
  ),
  term(
    msa,
    'service_level',
    '6.1',
    5,
    { uptime: 99.9, credits: true, soleRemedy: true },
    'The Platform will be available 99.9% of each month. Credits under this clause are the Client’s only remedy for unavailability.',
  ),
  term(
    msa,
    'initial_term',
    '13.1',
    11,
    { period: 'P12M' },
    'This Agreement runs for twelve months from the Effective Date.',
  ),
  term(
    msa,
    'renewal',
    '13.2',
    11,
    { automatic: true, period: 'P12M' },
    'It renews for further periods of twelve months each.',
  ),
  term(
    msa,
    'non_renewal_notice',
    '13.2',
    11,
    { period: 'P60D', before: 'term_end' },
    'Either party may prevent a renewal by notice at least sixty days before the end of the current period.',
  ),
  term(
    msa,
    'notices',
    '15.4',
    13,
    { method: ['courier'], deemedReceipt: { businessDays: 2 } },
    'Notice sent by courier counts as received two business days later.',
  ),
  term(
    msa,
    'warranty_disclaimer',
    '9.3',
    8,
    { asIs: false, accuracyOfOutput: true },
    'Brightwater does not warrant that Output is accurate.',
  ),
  term(
    msa,
    'human_review_duty',
    '9.4',
    8,
    { party: 'customer', before: 'reliance' },
    'The Client checks Output before relying on it.',
  ),
  term(
    msa,
    'acceptable_use',
    '5.2',
    4,
    { prohibited: ['medical', 'automated_decisions'] },
    'The Client must not use the Platform for medical advice or for decisions with legal effect that no person reviews.',
  ),
  term(
    msa,
    'unilateral_change',
    '14.1',
    12,
    { by: 'vendor', notice: 'P30D', effective: 'notice' },
    'Brightwater may amend this Agreement by giving thirty days’ notice.',
  ),
  term(
    dpa,
    'training_use',
    '3.1',
    2,
    { permitted: 'no', material: ['customer_data'] },
    'Client Content is not used to train models.',
  ),
  term(
    dpa,
    'subprocessors',
    '5.1',
    3,
    { consent: 'notice', notice: 'P30D', objection: true },
    'Brightwater gives thirty days’ notice of a new sub-processor, within which the Client may object.',
  ),
  term(
    dpa,
    'incident_notice',
    '7.1',
    4,
    { by: 'vendor', within: 'PT72H', trigger: 'personal_data_breach' },
    'Brightwater informs the Client of a Personal Data Breach within 72 hours of learning of it.',
  ),
  term(
    dpa,
    'data_deletion',
    '9.1',
    5,
    { on: 'both', within: 'P30D', form: 'delete' },
    'Client Content is deleted within thirty days of the end of the services or of a request.',
  ),
]

const answers = {
  money: 'moves',
  customer: 'consumers',
  data: 'personal',
  autonomy: 'acts_within_limits',
  safety: 'no',
  employment: 'no',
  housing: 'no',
  credit: 'no',
  health: 'no',
  advice: 'general',
}
const { riskClass, reasons } = classify(answers, riskMatrix)
const date = '2026-11-24'

const head = {
  organisation: 'Harbour & Vale Retail',
  vendors: ['Brightwater AI'],
  riskClass,
  reasons,
  preparedOn: date,
  version: '3',
  owner: 'Imogen Park, Customer Operations',
  playbook,
}

export const due = deadlines({
  agreements: [
    { ...msa, status: 'active', effectiveOn: '2026-04-01', terms: terms.filter((t) => t.agreement === msa) },
    { ...dpa, status: 'active', terms: terms.filter((t) => t.agreement === dpa) },
  ],
  date,
})

export const matrixModel = {
  ...head,
  language: 'en' as const,
  byVendor: [],
  deployment: {
    name: 'Refund assistant',
    purpose:
      'Answers questions about refunds in the shop’s chat, and issues refunds once the order has been checked.',
  },
  rows: allocate({
    areas,
    terms,
    decisions: [
      {
        area: 'prompt_safety',
        allocation: 'customer',
        reason: 'Our gateway filters prompts before they leave.',
        decidedBy: 'Imogen Park',
      },
    ],
  }),
}

export const gapModel = {
  ...head,
  subject: { kind: 'deployment' as const, name: 'Refund assistant' },
  assessment: assess({ terms, riskClass, playbook, date, uses: usesOf(answers, riskMatrix) }),
  deadlines: due,
}
