import { Button, Group, MultiSelect, NativeSelect } from '@mantine/core'
import { Form, useFetcher } from '@remix-run/react'
import { uniqBy } from 'es-toolkit'
import { useState } from 'react'
import { type RiskClass, riskClasses, riskClassTitles } from '#domain/policy/risk.ts'
import classes from './Compare.module.css'

interface Choice {
  key: string
  title: string
}

interface Choices {
  agreements: Choice[]
  vendors: Choice[]
}

interface Props {
  /** `whole`: these are all there are; otherwise the server is asked for what is typed. */
  choices: Choices & { whole: boolean }
  of: string[]
  riskClass: RiskClass
  /** What else the address says and has to keep. */
  keep: [string, string][]
}

/** What is compared, and against which class: a form whose answer is an address. */
export function ComparisonChoice({ choices, of, riskClass, keep }: Props) {
  const found = useFetcher<Choices>()
  const [picked, setPicked] = useState(of)
  const [seen, setSeen] = useState<Choices>(choices)
  // What was picked keeps its name when the list is about other words.
  const kept = (some: Choice[]) => some.filter(({ key }) => picked.includes(key))
  const items = (kind: keyof Choices) =>
    uniqBy(
      choices.whole
        ? choices[kind]
        : [...kept(choices[kind]), ...kept(seen[kind]), ...(found.data?.[kind] ?? [])],
      ({ key }) => key,
    ).map(({ key, title }) => ({ value: key, label: title }))
  const look = (typed: string) => {
    if (choices.whole || typed.trim() === '') return
    found.load(`/compare/choices?${new URLSearchParams({ q: typed })}`)
  }
  const pick = (keys: string[]) => {
    const all = (kind: keyof Choices) => [...seen[kind], ...(found.data?.[kind] ?? [])]
    setSeen({ agreements: all('agreements'), vendors: all('vendors') })
    setPicked(keys)
  }
  return (
    <Form method="get" key={of.join()} className={classes.onScreen}>
      {keep.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Group align="flex-end" gap="sm" mb="sm">
        <MultiSelect
          name="of"
          label="Compare two to twelve"
          placeholder={picked.length === 0 ? 'Agreements, offers or vendors' : ''}
          data={[
            { group: 'Agreements and offers', items: items('agreements') },
            { group: 'Vendors', items: items('vendors') },
          ]}
          value={picked}
          onChange={pick}
          onSearchChange={look}
          maxValues={12}
          searchable
          hidePickedOptions
          nothingFoundMessage={found.state === 'idle' ? 'Nothing of that name in the register' : 'Looking …'}
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
