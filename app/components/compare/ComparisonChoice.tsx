import { Button, Group, MultiSelect, NativeSelect } from '@mantine/core'
import { Form } from '@remix-run/react'
import { type RiskClass, riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import classes from './Compare.module.css'

interface Props {
  choices: { agreements: { key: string; title: string }[]; vendors: { key: string; title: string }[] }
  of: string[]
  riskClass: RiskClass
  /** What else the address says and has to keep. */
  keep: [string, string][]
}

/** What is compared, and against which class: a form whose answer is an address. */
export function ComparisonChoice({ choices, of, riskClass, keep }: Props) {
  const items = (some: Props['choices']['vendors']) =>
    some.map(({ key, title }) => ({ value: key, label: title }))
  return (
    <Form method="get" key={of.join()} className={classes.onScreen}>
      {keep.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Group align="flex-end" gap="sm" mb="sm">
        <MultiSelect
          name="of"
          label="Compare two to twelve"
          placeholder={of.length === 0 ? 'Agreements, offers or vendors' : ''}
          data={[
            { group: 'Agreements and offers', items: items(choices.agreements) },
            { group: 'Vendors', items: items(choices.vendors) },
          ]}
          defaultValue={of}
          maxValues={12}
          searchable
          hidePickedOptions
          nothingFoundMessage="Nothing of that name in the register"
          style={{ flex: '1 1 26rem' }}
        />
        <NativeSelect
          name="class"
          label="Against the playbook for"
          defaultValue={riskClass}
          data={riskClasses.map((value) => ({ value, label: `class ${riskClassTitles[value]}` }))}
        />
        <Button type="submit">Compare</Button>
      </Group>
    </Form>
  )
}
