import { Button, Group, NativeSelect, Select, Stack, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { type Agreement, agreementKindTitles, agreementStatusTitles } from '#domain/register/agreement.ts'
import { useVendors, type VendorChoices } from './paper-choice.ts'

interface Props {
  agreement: Agreement
  vendors: VendorChoices
  errors?: Record<string, string>
}

const options = (titles: Record<string, string>) =>
  Object.entries(titles).map(([value, label]) => ({ value, label }))

export function AgreementForm({ agreement, vendors, errors }: Props) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post">
      <Stack gap="sm" maw={620}>
        <TextInput name="title" label="Title" required defaultValue={agreement.title} error={errors?.title} />
        <Group grow align="flex-start">
          <VendorOf vendors={vendors} vendorId={agreement.vendorId} />
          <TextInput
            name="counterparty"
            label="Our entity"
            description="Who of us signed it"
            defaultValue={agreement.counterparty ?? ''}
            error={errors?.counterparty}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        </Group>
        <Group grow align="flex-start">
          <NativeSelect
            name="kind"
            label="Kind"
            defaultValue={agreement.kind}
            data={options(agreementKindTitles)}
          />
          <NativeSelect
            name="status"
            label="Status"
            defaultValue={agreement.status}
            data={options(agreementStatusTitles)}
          />
          <TextInput name="owner" label="Owner" defaultValue={agreement.owner ?? ''} error={errors?.owner} />
        </Group>
        <Group grow align="flex-start">
          <TextInput
            type="date"
            name="signedOn"
            label="Signed on"
            defaultValue={agreement.signedOn ?? ''}
            error={errors?.signedOn}
          />
          <TextInput
            type="date"
            name="effectiveOn"
            label="In effect from"
            defaultValue={agreement.effectiveOn ?? ''}
            error={errors?.effectiveOn}
          />
        </Group>
        <Group align="flex-start">
          <TextInput
            type="number"
            min={0}
            step="any"
            name="feesAmount"
            label="Fees a year"
            description="What caps in months of fees are measured with"
            defaultValue={agreement.annualFees?.amount ?? ''}
            error={errors?.annualFees}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <NativeSelect
            name="feesCurrency"
            label="Currency"
            defaultValue={agreement.annualFees?.currency ?? 'USD'}
            data={['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY']}
          />
        </Group>
        <Group>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </Form>
  )
}

/** Whose paper it is: a list in a small register, a field to search in a large one. */
function VendorOf({ vendors, vendorId }: Pick<Props, 'vendors'> & { vendorId: string }) {
  const searched = useVendors(vendors)
  // Held here: a field that holds its own value forgets what is typed when its list changes.
  const [chosen, setChosen] = useState<string | null>(vendorId)
  const field = { name: 'vendor', label: 'Vendor' }
  return vendors.whole ? (
    <NativeSelect {...field} defaultValue={vendorId} data={searched.data} />
  ) : (
    <Select {...field} {...searched} value={chosen} onChange={setChosen} searchable allowDeselect={false} />
  )
}
