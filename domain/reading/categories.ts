/** Categories of lawyers' labels: the classifier has a model for each, and one or more term types rest on it. */
export interface Category {
  /** Key of the weights. */
  key: string
  /** Name in the labels of CUAD. */
  label: string
  /** Term types that are read from it; the first is the one it is named after. */
  types: string[]
}

export const categories: Category[] = [
  {
    key: 'cap_on_liability',
    label: 'Cap On Liability',
    types: ['liability_cap', 'damages_exclusion', 'limitation_period'],
  },
  { key: 'uncapped_liability', label: 'Uncapped Liability', types: ['liability_uncapped'] },
  { key: 'audit_right', label: 'Audit Rights', types: ['audit_right'] },
  { key: 'insurance', label: 'Insurance', types: ['insurance'] },
  {
    key: 'post_termination',
    label: 'Post-Termination Services',
    types: ['post_termination', 'exit_assistance'],
  },
  { key: 'renewal', label: 'Renewal Term', types: ['renewal'] },
  { key: 'non_renewal_notice', label: 'Notice Period To Terminate Renewal', types: ['non_renewal_notice'] },
  { key: 'expiration', label: 'Expiration Date', types: ['expiration', 'initial_term'] },
  { key: 'governing_law', label: 'Governing Law', types: ['governing_law'] },
  {
    key: 'termination_for_convenience',
    label: 'Termination For Convenience',
    types: ['termination_for_convenience'],
  },
  { key: 'assignment', label: 'Anti-Assignment', types: ['assignment'] },
  { key: 'change_of_control', label: 'Change Of Control', types: ['change_of_control'] },
  { key: 'liquidated_damages', label: 'Liquidated Damages', types: ['liquidated_damages'] },
  { key: 'warranty', label: 'Warranty Duration', types: ['warranty'] },
]

/** Key of the category that a term type rests on; undefined for a type that patterns alone carry. */
export const categoryOf = (type: string) => categories.find(({ types }) => types.includes(type))?.key

const readByPatterns: Record<string, string> = {
  effective_date: 'Effective Date',
  agreement_date: 'Agreement Date',
  parties: 'Parties',
}

/** Name of the labels that say whether a reading of the type is right; undefined where lawyers labelled nothing of the kind. */
export const labelOf = (type: string): string | undefined =>
  categories.find(({ types }) => types.includes(type))?.label ?? readByPatterns[type]
