import { Autocomplete, type AutocompleteProps, NativeSelect } from '@mantine/core'
import { type NameChoices, useFound } from './paper-choice.ts'

type Props = Pick<AutocompleteProps, 'name' | 'label' | 'size' | 'placeholder' | 'w'> & {
  choices: NameChoices
  /** What is chosen; empty when nothing is. */
  value: string
  /** Where what is typed is looked up, when there are too many names to list. */
  route: string
}

/** Something by its name: a list while there are few, names proposed for what is typed when there are many. */
export function NameField({ choices, value, route, placeholder, ...field }: Props) {
  const known = choices.names.map((name) => ({ id: name, title: name }))
  const found = useFound(route, choices.whole, known)
  if (choices.whole)
    return (
      <NativeSelect
        {...field}
        defaultValue={value}
        data={[{ value: '', label: placeholder ?? 'Any' }, ...choices.names]}
      />
    )
  return <ProposedNames {...field} placeholder={placeholder} defaultValue={value} found={found} />
}

/** Names are proposed, and any can be typed. */
export function ProposedNames({
  found: { data, onSearchChange },
  ...field
}: AutocompleteProps & { found: Pick<ReturnType<typeof useFound>, 'data' | 'onSearchChange'> }) {
  return (
    <Autocomplete
      {...field}
      data={[...new Set(data.map(({ label }) => label))]}
      onChange={onSearchChange}
      limit={50}
    />
  )
}
