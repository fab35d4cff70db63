import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useVendors, type VendorChoices } from './paper-choice.ts'

/** A vendor by name: names are proposed, and any can be typed. */
export function VendorNameField({ choices, ...field }: AutocompleteProps & { choices: VendorChoices }) {
  const { data, onSearchChange } = useVendors(choices)
  return (
    <Autocomplete
      {...field}
      data={[...new Set(data.map(({ label }) => label))]}
      onChange={onSearchChange}
      limit={50}
    />
  )
}
