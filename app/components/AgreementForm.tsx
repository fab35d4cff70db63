import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { type Agreement, agreementKindTitles, agreementStatusTitles } from '#domain/register/agreement.ts'
import type { Vendor } from '#domain/register/vendor.ts'

interface Props {
  agreement: Agreement
  vendors: Vendor[]
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
          <NativeSelect
            name="vendor"
            label="Vendor"
            defaultValue={agreement.vendorId}
            data={vendors.map(({ id, name }) => ({ value: id, label: name }))}
          />
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
