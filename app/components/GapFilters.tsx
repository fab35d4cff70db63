import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Form, useSubmit } from '@remix-run/react'
import classes from './GapBoard.module.css'
import { NameField } from './NameField.tsx'
import type { NameChoices } from './paper-choice.ts'

export interface GapFiltersProps {
  search: {
    by: string
    severity: string
    status: string
    deployment: string
    vendor: string
    owner: string
    q: string
  }
  choices: { deployment: NameChoices; vendor: NameChoices; owner: string[] }
}

const groupings = {
  severity: 'Severity',
  deployment: 'Deployment',
  rule: 'Requirement',
  vendor: 'Vendor',
  owner: 'Owner',
  status: 'Status',
  due: 'Due date',
}

/** Which gaps the table shows, and how it groups them; both stand in the address. */
export function GapFilters({ search, choices }: GapFiltersProps) {
  const submit = useSubmit()
  const select = (
    name: keyof GapFiltersProps['search'],
    label: string,
    data: { value: string; label: string }[],
  ) => <NativeSelect name={name} label={label} size="xs" defaultValue={search[name]} data={data} />
  const named = (name: 'deployment' | 'vendor', label: string) => (
    <NameField
      name={name}
      label={label}
      size="xs"
      w={150}
      placeholder="Any"
      value={search[name]}
      choices={choices[name]}
      route={`/search/${name}s`}
    />
  )
  return (
    <Form
      method="get"
      action="/gaps"
      className={classes.filters}
      onChange={(event) => {
        if (!(event.target instanceof HTMLInputElement)) submit(event.currentTarget)
      }}
    >
      {select(
        'by',
        'Group by',
        Object.entries(groupings).map(([value, label]) => ({ value, label })),
      )}
      {select('severity', 'Severity', [
        { value: '', label: 'Any' },
        ...['critical', 'high', 'medium', 'low'].map((value) => ({
          value,
          label: value.charAt(0).toUpperCase() + value.slice(1),
        })),
      ])}
      {select('status', 'Status', [
        { value: '', label: 'Not accepted' },
        { value: 'open', label: 'Open' },
        { value: 'negotiating', label: 'Negotiating' },
        { value: 'accepted', label: 'Accepted' },
        { value: 'all', label: 'All' },
      ])}
      {named('deployment', 'Deployment')}
      {named('vendor', 'Vendor')}
      {select('owner', 'Owner', [
        { value: '', label: 'Any' },
        { value: '-', label: 'Nobody' },
        ...choices.owner.map((value) => ({ value, label: value })),
      ])}
      <TextInput name="q" label="Words" size="xs" defaultValue={search.q} w={130} />
      <Button type="submit" size="xs" variant="default">
        Show
      </Button>
    </Form>
  )
}
