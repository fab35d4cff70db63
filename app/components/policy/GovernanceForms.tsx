import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ControlDefinition } from '#domain/governance/controls.ts'
import { type Checklists, Phase } from '#domain/governance/launch.ts'
import type { LogField } from '#domain/governance/logging.ts'
import type { GovernanceRules } from '#domain/governance/rules.ts'
import { Seat, seatTitles } from '#domain/governance/sign-offs.ts'
import { type RiskClass, riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import { Text } from '../Words.tsx'
import { EditForm, type Shared } from './EditForm.tsx'
import { phaseTitles } from './GovernanceTables.tsx'

/** Forms of the draft for the rules of our own side. */

const classOptions = riskClasses.map((value) => ({ value, label: riskClassTitles[value] }))
const phaseOptions = Phase.options.map((value) => ({ value, label: phaseTitles[value] }))

const FromClass = ({ value }: { value?: RiskClass }) => (
  <NativeSelect name="from" label="From class" size="xs" defaultValue={value} data={classOptions} />
)

const Remove = ({ what, children }: { what: string; children: ReactNode }) => (
  <Button type="submit" name="what" value={what} size="xs" variant="default">
    {children}
  </Button>
)

export function ControlForm({ control, error, cancel }: Shared & { control: ControlDefinition }) {
  return (
    <EditForm
      of={{ what: 'control', control: control.id }}
      error={error}
      cancel={cancel}
      more={<Remove what="remove_control">Remove the control</Remove>}
    >
      <Group grow align="flex-start">
        <TextInput name="title" label="Control" size="xs" required defaultValue={control.title} />
        <FromClass value={control.from} />
        <TextInput
          name="months"
          label="Evidence holds, months"
          size="xs"
          inputMode="numeric"
          required
          defaultValue={control.months}
        />
      </Group>
      <Textarea
        name="describes"
        label="What it does"
        size="xs"
        autosize
        required
        defaultValue={control.describes}
      />
      <Textarea
        name="shownBy"
        label="What evidence convinces"
        size="xs"
        autosize
        required
        defaultValue={control.shownBy}
      />
    </EditForm>
  )
}

export function FieldForm({ field, error, cancel }: Shared & { field: LogField }) {
  return (
    <EditForm
      of={{ what: 'field', field: field.id }}
      error={error}
      cancel={cancel}
      more={<Remove what="remove_field">Remove the field</Remove>}
    >
      <Group grow align="flex-start">
        <TextInput name="title" label="Field" size="xs" required defaultValue={field.title} />
        <FromClass value={field.from} />
        <TextInput
          name="path"
          label="Where it stands in a line"
          size="xs"
          required
          defaultValue={field.path}
        />
      </Group>
      <Checkbox
        name="mayBeEmpty"
        value="yes"
        label="It may be empty, but not absent"
        size="xs"
        defaultChecked={field.mayBeEmpty}
      />
    </EditForm>
  )
}

export function LogClassForm(props: Shared & { rules: GovernanceRules; riskClass: RiskClass }) {
  const { rules, riskClass, error, cancel } = props
  const { keepDays, readers, afterwards } = rules.logging.classes[riskClass]
  return (
    <EditForm of={{ what: 'log_class', riskClass }} error={error} cancel={cancel}>
      <Group grow align="flex-start">
        <TextInput
          name="keepDays"
          label="Kept at most, days"
          size="xs"
          inputMode="numeric"
          required
          defaultValue={keepDays}
        />
        <TextInput name="readers" label="Read by" size="xs" required defaultValue={readers} />
        <TextInput name="afterwards" label="Afterwards" size="xs" required defaultValue={afterwards} />
      </Group>
    </EditForm>
  )
}

export function ItemForm({ item, error, cancel }: Shared & { item: Checklists['items'][number] }) {
  return (
    <EditForm
      of={{ what: 'item', item: item.id }}
      error={error}
      cancel={cancel}
      more={item.check ? undefined : <Remove what="remove_item">Remove the item</Remove>}
    >
      <Group grow align="flex-start">
        <TextInput name="title" label="Item" size="xs" required defaultValue={item.title} />
        <NativeSelect name="phase" label="When" size="xs" defaultValue={item.phase} data={phaseOptions} />
      </Group>
      <Textarea name="how" label="What is to be found" size="xs" autosize required defaultValue={item.how} />
    </EditForm>
  )
}

export function SeatForm(props: Shared & { rules: GovernanceRules; riskClass: RiskClass }) {
  const { rules, riskClass, error, cancel } = props
  const signings = [
    ['approve', 'Approve the class', rules.controls.approvals[riskClass]],
    ['launch', 'Sign the launch', rules.checklists.seats[riskClass]],
    ['resume', 'Sign that it is taken up again', rules.checklists.resumeSeats[riskClass]],
  ] as const
  return (
    <EditForm of={{ what: 'seats', riskClass }} error={error} cancel={cancel}>
      {signings.map(([name, label, seats]) => (
        <fieldset key={name} style={{ border: 0, padding: 0, margin: 0 }}>
          <Text component="legend" size="xs" fw={500}>
            {label}
          </Text>
          <Group gap="sm" mt={4}>
            {Seat.options.map((seat) => (
              <Checkbox
                key={seat}
                name={name}
                value={seat}
                label={seatTitles[seat]}
                size="xs"
                defaultChecked={seats.includes(seat)}
              />
            ))}
          </Group>
        </fieldset>
      ))}
    </EditForm>
  )
}

const additions = {
  controls: { what: 'add_control', label: 'Another control' },
  log: { what: 'add_field', label: 'Another field' },
  launch: { what: 'add_item', label: 'Another item' },
} as const

/** Adds a control, a field or an item to the draft; what it says is filled in afterwards. */
export function AddRule({ view }: { view: keyof typeof additions }) {
  const { what, label } = additions[view]
  return (
    <Form method="post" key={view}>
      <Group align="flex-end" gap="xs" mt="md">
        <input type="hidden" name="what" value={what} />
        <TextInput name="title" label={label} size="xs" required w={280} />
        {view === 'launch' ? (
          <NativeSelect name="phase" label="When" size="xs" data={phaseOptions} />
        ) : (
          <FromClass />
        )}
        <Button type="submit" size="xs" variant="default">
          Add
        </Button>
      </Group>
    </Form>
  )
}
