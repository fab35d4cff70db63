import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import type { LossModel, Range } from '#domain/governance/loss.ts'
import { LiabilityHead, LossKind, liabilityHeadTitles, lossKindTitles } from '#domain/governance/recovery.ts'
import { Section } from '../Page.tsx'
import { Text } from '../Words.tsx'

/** The scenarios with their ranges, to be changed; two empty rows for more. */
export function LossModelForm({ model, problem }: { model: LossModel; problem?: string }) {
  const busy = useNavigation().state !== 'idle'
  const rows = [...model.scenarios, null, null]
  return (
    <Section title="The numbers" aside="low, likely, high; clear a name to leave a scenario out">
      {problem && (
        <Alert color="red" role="alert" mb="sm">
          {problem}
        </Alert>
      )}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="count" value={rows.length} />
        <input
          type="hidden"
          name="kept"
          value={JSON.stringify(model.scenarios.map(({ controls }) => ({ controls })))}
        />
        <TextInput name="currency" label="Currency" defaultValue={model.currency} w={100} />
        {rows.map((scenario, i) => (
          <fieldset key={scenario?.id ?? `new${i}`} style={{ border: 0, padding: 0, margin: '1rem 0 0' }}>
            <legend>
              <Text fw={550}>{scenario ? `Scenario ${i + 1}` : 'Another scenario'}</Text>
            </legend>
            <input type="hidden" name={`id.${i}`} value={scenario?.id ?? ''} />
            <Group gap="xs" align="flex-end">
              <TextInput
                name={`title.${i}`}
                label="Name"
                defaultValue={scenario?.title}
                style={{ flex: 1 }}
              />
              <NativeSelect
                name={`head.${i}`}
                label="Liability for"
                defaultValue={scenario?.head ?? 'other'}
                data={LiabilityHead.options.map((value) => ({ value, label: liabilityHeadTitles[value] }))}
              />
              <TextInput
                name={`vendorsFault.${i}`}
                label="Vendor’s fault, in 100"
                inputMode="numeric"
                defaultValue={scenario?.vendorsFault ?? 50}
                w={160}
              />
            </Group>
            <Group gap="xs" mt={4}>
              <RangeFields name="frequency" label="Times a year" i={i} range={scenario?.frequency} />
              <RangeFields name="loss" label="Loss of one" i={i} range={scenario?.loss} />
            </Group>
            <Group gap="xs" mt={4}>
              {LossKind.options.map((kind) => (
                <TextInput
                  key={kind}
                  name={`${kind}.${i}`}
                  label={`${lossKindTitles[kind].split(':')[0]}, %`}
                  size="xs"
                  inputMode="numeric"
                  defaultValue={scenario ? (scenario.kinds[kind] ?? 0) : kind === 'direct' ? 100 : 0}
                  style={{ flex: 1 }}
                />
              ))}
            </Group>
          </fieldset>
        ))}
        <Button type="submit" mt="lg" loading={busy}>
          Save and reckon again
        </Button>
      </Form>
    </Section>
  )
}

function RangeFields(props: { name: string; label: string; i: number; range?: Range }) {
  const { name, label, i, range } = props
  return (['low', 'likely', 'high'] as const).map((end) => (
    <TextInput
      key={end}
      name={`${name}.${end}.${i}`}
      label={`${label}, ${end}`}
      size="xs"
      inputMode="decimal"
      defaultValue={range?.[end]}
      style={{ flex: 1 }}
    />
  ))
}
