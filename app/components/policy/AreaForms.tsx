import { Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { plainName } from '#domain/policy/checks/verdict.ts'
import type { Policy } from '#domain/policy/policy.ts'
import { Text } from '../Words.tsx'
import { EditForm, type Shared } from './EditForm.tsx'

type Area = Policy['areas'][number]

export function AreaForm({ area, error, cancel }: Shared & { area: Area }) {
  return (
    <EditForm of={{ what: 'area', area: area.id }} error={error} cancel={cancel}>
      <TextInput name="title" label="Area" size="xs" required defaultValue={area.title} />
      <Textarea
        name="describes"
        label="What it means"
        size="xs"
        autosize
        required
        defaultValue={area.describes}
      />
      <Textarea
        name="ifUnallocated"
        label="When nobody has it"
        size="xs"
        autosize
        required
        defaultValue={area.ifUnallocated}
      />
    </EditForm>
  )
}

export function SignalForm({ area, index, error, cancel }: Shared & { area: Area; index: number }) {
  const signal = area.signals[index]
  if (!signal) return null
  const where = Object.entries(signal.where).map(
    ([field, values]) => `${plainName(field)}: ${values.map((v) => plainName(String(v))).join(' or ')}`,
  )
  return (
    <EditForm of={{ what: 'signal', area: area.id, index: String(index) }} error={error} cancel={cancel}>
      <Text size="sm">
        Holds where an agreement has the term “{plainName(signal.term)}”
        {where.length > 0 && ` with ${where.join(', ')}`}.
      </Text>
      <Group grow align="flex-start">
        <TextInput
          name="note"
          label="What the contract says then"
          size="xs"
          required
          defaultValue={signal.note}
        />
        <NativeSelect
          name="to"
          label="Gives it to"
          size="xs"
          defaultValue={signal.to}
          data={[
            { value: 'vendor', label: 'the vendor' },
            { value: 'customer', label: 'us' },
            { value: 'shared', label: 'both' },
            { value: 'remove', label: 'nobody: remove this sign' },
          ]}
        />
      </Group>
    </EditForm>
  )
}
