import { plainDuration } from '../quantities/duration.ts'
import { plainMoney } from './caps.ts'
import { plainName } from './checks/verdict.ts'
import { CapHead, Test } from './playbook.ts'

/** How people fill in a requirement's test: the fields of each kind, and back from what they typed. */

export interface TestField {
  name: string
  label: string
  /** duration: "30 days" or "P30D"; a retention also takes "zero". */
  type: 'number' | 'money' | 'duration' | 'flag' | 'choice' | 'list'
  /** Values of a choice or a list. */
  options?: readonly string[]
  optional?: boolean
}

const heads = [
  'data_breach',
  'confidentiality',
  'data_protection',
  'gross_negligence',
  'wilful_misconduct',
  'fraud',
  'death_or_injury',
  'indemnity',
  'ip_infringement',
]

const fields: Record<Test['kind'], { title: string; termTypes: string[]; fields: TestField[] }> = {
  cap: {
    title: 'A cap on liability, at least',
    termTypes: ['liability_cap'],
    fields: [
      { name: 'fees', label: 'Times twelve months’ fees', type: 'number' },
      { name: 'amount', label: 'And at least this sum', type: 'money', optional: true },
      {
        name: 'heads',
        label: 'Of its own for',
        type: 'list',
        options: CapHead.options,
        optional: true,
      },
    ],
  },
  uncapped: {
    title: 'No cap',
    termTypes: ['liability_uncapped'],
    fields: [{ name: 'heads', label: 'For', type: 'list', options: heads }],
  },
  indemnity: {
    title: 'An indemnity of the vendor',
    termTypes: ['indemnity'],
    fields: [
      { name: 'covers', label: 'Against', type: 'choice', options: ['ip_infringement', 'data_breach'] },
      { name: 'outputs', label: 'Covers outputs too', type: 'flag' },
      { name: 'uncapped', label: 'Outside the cap', type: 'flag' },
    ],
  },
  exclusion_excepts: {
    title: 'The exclusion of indirect loss leaves out',
    termTypes: ['damages_exclusion'],
    fields: [{ name: 'heads', label: 'Left out', type: 'list', options: heads }],
  },
  training: {
    title: 'Training on our content',
    termTypes: ['training_use'],
    fields: [{ name: 'atMost', label: 'At most', type: 'choice', options: ['no', 'opt_in', 'opt_out'] }],
  },
  retention: {
    title: 'How long prompts and outputs are kept',
    termTypes: ['data_retention'],
    fields: [{ name: 'atMost', label: 'At most (zero: not at all)', type: 'duration' }],
  },
  deletion: {
    title: 'Deletion at the end',
    termTypes: ['data_deletion'],
    fields: [
      { name: 'within', label: 'Within', type: 'duration' },
      { name: 'certificate', label: 'With a certificate', type: 'flag' },
    ],
  },
  incident_notice: {
    title: 'Notice of an incident',
    termTypes: ['incident_notice'],
    fields: [{ name: 'within', label: 'Within (empty: any duty)', type: 'duration', optional: true }],
  },
  cooperation: {
    title: 'Cooperation in an incident',
    termTypes: ['incident_cooperation'],
    fields: [
      {
        name: 'duties',
        label: 'Duties',
        type: 'list',
        options: ['information', 'logs', 'rollback', 'containment', 'remediation', 'regulator'],
      },
    ],
  },
  audit: {
    title: 'Audit',
    termTypes: ['audit_right', 'security_assurance'],
    fields: [
      { name: 'atLeast', label: 'At least', type: 'choice', options: ['reports_only', 'security'] },
      { name: 'every', label: 'As often as every', type: 'duration', optional: true },
      { name: 'regulator', label: 'Access for regulators', type: 'flag' },
    ],
  },
  change: {
    title: 'Change of terms by the vendor alone',
    termTypes: ['unilateral_change'],
    fields: [
      { name: 'notice', label: 'With notice of', type: 'duration', optional: true },
      { name: 'wayOut', label: 'With a way out', type: 'flag' },
      { name: 'consentOnly', label: 'Only with our consent', type: 'flag' },
    ],
  },
  model_change: {
    title: 'Change of a model',
    termTypes: ['model_change'],
    fields: [
      { name: 'notice', label: 'Notice', type: 'duration' },
      { name: 'pinning', label: 'Versions can be pinned', type: 'flag' },
    ],
  },
  exit: {
    title: 'Help at the end',
    termTypes: ['exit_assistance'],
    fields: [
      {
        name: 'artefacts',
        label: 'We get',
        type: 'list',
        options: ['customer_data', 'prompts', 'configurations', 'embeddings', 'fine_tuned_models', 'logs'],
        optional: true,
      },
      { name: 'help', label: 'With help for', type: 'duration', optional: true },
    ],
  },
  service_level: {
    title: 'Service level',
    termTypes: ['service_level'],
    fields: [
      { name: 'uptime', label: 'Available, per cent', type: 'number' },
      { name: 'credits', label: 'With credits', type: 'flag' },
      { name: 'notSoleRemedy', label: 'Credits are not the only remedy', type: 'flag' },
    ],
  },
  subprocessors: {
    title: 'Sub-processors',
    termTypes: ['subprocessors'],
    fields: [
      { name: 'atLeast', label: 'At least', type: 'choice', options: ['notice', 'prior'] },
      { name: 'objection', label: 'With a right to object', type: 'flag' },
    ],
  },
  insurance: {
    title: 'Insurance of the vendor',
    termTypes: ['insurance'],
    fields: [
      {
        name: 'kinds',
        label: 'Kinds',
        type: 'list',
        options: ['cyber', 'errors_and_omissions', 'general_liability'],
      },
    ],
  },
  permitted_use: {
    title: 'What the vendor forbids leaves our use free',
    termTypes: ['acceptable_use'],
    fields: [],
  },
  renewal_notice: {
    title: 'Notice against automatic renewal',
    termTypes: ['renewal', 'non_renewal_notice'],
    fields: [{ name: 'notOver', label: 'Not longer than', type: 'duration' }],
  },
}

export const testKinds = Test.options.map((option) => option.shape.kind.value)
export const testTitle = (kind: Test['kind']): string => fields[kind].title
export const testFields = (kind: Test['kind']): TestField[] => fields[kind].fields
/** Types of terms that a test of the kind looks at. */
export const termTypesOf = (kind: Test['kind']): string[] => fields[kind].termTypes

const partOf = (test: Test, name: string): unknown => Object.entries(test).find(([key]) => key === name)?.[1]

/** A test's field as a form shows it: words for a text field, "yes" for a ticked flag, a list's values. */
export function fieldValue(test: Test, field: TestField): string | string[] {
  const value = partOf(test, field.name)
  if (field.type === 'list') return Array.isArray(value) ? value.map(String) : []
  if (value === undefined || value === false) return ''
  if (value === true) return 'yes'
  if (field.type === 'money') return plainMoney(value as Parameters<typeof plainMoney>[0]).replaceAll(',', '')
  if (field.type === 'duration' && value !== 'zero') return plainDuration(value as string)
  return String(value)
}

/** The whole test in a line: "Times twelve months’ fees: 3, and at least this sum: USD 5000000". */
export function plainTest(test: Test): string {
  const parts = fields[test.kind].fields.flatMap((field) => {
    const value = fieldValue(test, field)
    if (value.length === 0) return []
    if (field.type === 'flag') return [field.label.toLowerCase()]
    const words = (Array.isArray(value) ? value : [value]).map((v) =>
      field.type === 'list' || field.type === 'choice' ? plainName(v) : v,
    )
    return [`${field.label.replace(/ \(.*/, '').toLowerCase()}: ${words.join(', ')}`]
  })
  return [fields[test.kind].title, ...parts].join(', ')
}
