import { Button, Group, NativeSelect, NumberInput } from '@mantine/core'
import { Form, useSubmit } from '@remix-run/react'
import { useState } from 'react'
import { suppositions } from '#domain/policy/what-if.ts'
import { Anchor, Text } from '../Words.tsx'
import classes from './Compare.module.css'

interface Props {
  columns: { key: string; title: string }[]
  /** Each with the address without it. */
  supposed: { text: string; words: string; without: string }[]
  keep: [string, string][]
}

/** "If they gave a 3× super-cap": what nobody has signed, marked as such. */
export function WhatIfs({ columns, supposed, keep }: Props) {
  const submit = useSubmit()
  const [what, setWhat] = useState(suppositions[0]?.id ?? '')
  const unit = suppositions.find((s) => s.id === what)?.unit
  return (
    <details open={supposed.length > 0} className={supposed.length > 0 ? undefined : classes.onScreen}>
      <summary>What if</summary>
      {supposed.map(({ text, words, without }) => (
        <Text key={text} size="sm" my={4}>
          <strong>Supposed, signed by nobody:</strong> {words}{' '}
          <Anchor to={without} preventScrollReset>
            Take back
          </Anchor>
        </Text>
      ))}
      <Form
        className={classes.onScreen}
        method="get"
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          fields.append('if', `${fields.get('column')}~${what}~${unit ? fields.get('amount') : 1}`)
          for (const name of ['column', 'what', 'amount']) fields.delete(name)
          submit(fields, { method: 'get', preventScrollReset: true })
        }}
      >
        {keep.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Group gap="sm" align="flex-end" my="xs">
          <NativeSelect
            name="column"
            label="If"
            size="xs"
            data={columns.map(({ key, title }) => ({ value: key, label: title }))}
          />
          <NativeSelect
            name="what"
            label="gave"
            size="xs"
            value={what}
            onChange={(event) => setWhat(event.currentTarget.value)}
            data={suppositions.map(({ id, title }) => ({ value: id, label: title }))}
          />
          {unit && (
            <NumberInput
              name="amount"
              label={unit}
              size="xs"
              defaultValue={3}
              min={0.5}
              max={10_000}
              w={130}
            />
          )}
          <Button type="submit" size="xs">
            Suppose it
          </Button>
        </Group>
      </Form>
    </details>
  )
}
