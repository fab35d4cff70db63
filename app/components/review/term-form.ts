/** The form of a term's value, made from the schema of its type: what to ask, under which name. */
export interface TermField {
  /** Name in the form: "value.amount", "value.of.0.form". */
  name: string
  label: string
  required: boolean
  kind:
    | 'choice'
    | 'flag'
    | 'number'
    | 'text'
    | 'date'
    | 'duration'
    | 'money'
    | 'choices'
    | 'texts'
    | 'sums'
    | 'parts'
  /** Of choice and choices: what may be chosen, with words for it. */
  options?: { value: string; label: string }[]
  /** Of parts, the limbs of a cap: the fields of each. */
  parts?: TermField[][]
}

/** What stands in the fields, by name: the value in hand, or what was typed and not yet saved. */
export type FormValues = Record<string, string[]>

/** A form as it is when it is opened. */
export interface TermForm {
  fields: TermField[]
  values: FormValues
}
