import type { AutocompleteProps } from '@mantine/core'
import { ProposedNames } from './NameField.tsx'
import { useVendors, type VendorChoices } from './paper-choice.ts'

/** A vendor by name, whether the register has it or not. */
export const VendorNameField = ({ choices, ...field }: AutocompleteProps & { choices: VendorChoices }) => (
  <ProposedNames {...field} found={useVendors(choices)} />
)
