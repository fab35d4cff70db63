import { Checkbox, Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import classes from './Review.module.css'
import type { FormValues, TermField } from './term-form.ts'

interface Props {
  fields: TermField[]
  values: FormValues
  errors: Record<string, string>
}

/** The fields of a term's value, as its type asks for them. */
export function TermFields({ fields, values, errors }: Props) {
  return fields.map((field) =>
    field.kind === 'parts' ? (
      <Parts key={field.name} parts={field.parts ?? []} values={values} errors={errors} />
    ) : (
      <Field key={field.name} field={field} values={values} error={errors[field.name]} />
    ),
  )
}

/** The limbs of "the greater of", folded away while there are none. */
function Parts({ parts, values, errors }: { parts: TermField[][] } & Omit<Props, 'fields'>) {
  const names = parts.flat().map(({ name }) => name)
  const used = Object.keys({ ...values, ...errors }).some((at) => names.some((name) => at.startsWith(name)))
  return (
    <details open={used}>
      <summary>Limbs, for “the greater of” or “the lesser of”</summary>
      {parts.map((part, i) => (
        <fieldset key={part[0]?.name} className={classes.part}>
          <legend>Limb {i + 1}</legend>
          <TermFields fields={part} values={values} errors={errors} />
        </fieldset>
      ))}
    </details>
  )
}

const HOW_TO: Partial<Record<TermField['kind'], string>> = {
  duration: '90 days, 12 months, 72 hours, 5 business days',
  texts: 'One a line',
  sums: 'One a line: 1000000 USD',
}

function Field({ field, values, error }: { field: TermField; values: FormValues; error?: string }) {
  const { name, kind, required } = field
  const label = field.label.charAt(0).toUpperCase() + field.label.slice(1)
  const value = values[name]?.[0] ?? ''
  const common = { name, label, error, size: 'xs' as const, description: HOW_TO[kind] }
  switch (kind) {
    case 'choice':
      return (
        <NativeSelect
          {...common}
          defaultValue={value}
          data={[{ value: '', label: required ? 'Choose' : 'Not stated' }, ...(field.options ?? [])]}
        />
      )
    case 'flag':
      return (
        <NativeSelect
          {...common}
          defaultValue={value}
          data={[
            { value: '', label: required ? 'Choose' : 'Not stated' },
            { value: 'true', label: 'Yes' },
            { value: 'false', label: 'No' },
          ]}
        />
      )
    case 'choices':
      return (
        <Checkbox.Group label={label} error={error} size="xs" defaultValue={values[name] ?? []}>
          <div className={classes.choices}>
            {field.options?.map((option) => (
              <Checkbox key={option.value} name={name} value={option.value} label={option.label} size="xs" />
            ))}
          </div>
        </Checkbox.Group>
      )
    case 'texts':
    case 'sums':
      return <Textarea {...common} defaultValue={value} autosize minRows={2} />
    case 'money':
      return (
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            {...common}
            name={`${name}.amount`}
            inputMode="decimal"
            defaultValue={values[`${name}.amount`]?.[0] ?? ''}
          />
          <TextInput
            size="xs"
            name={`${name}.currency`}
            aria-label={`${label}, currency`}
            placeholder="USD"
            maxLength={3}
            w="4.5rem"
            defaultValue={values[`${name}.currency`]?.[0] ?? ''}
          />
        </Group>
      )
    case 'number':
      return <NumberInput {...common} defaultValue={value} hideControls />
    case 'date':
      return <TextInput {...common} type="date" defaultValue={value} />
    default:
      return <TextInput {...common} defaultValue={value} />
  }
}
