import { Button } from '@mantine/core'
import { Form, useSubmit } from '@remix-run/react'
import { standingPoints } from '#domain/policy/compare.ts'
import { Text } from '../Words.tsx'
import classes from './Compare.module.css'
import type { ComparisonView } from './comparison-view.ts'

/** How the score comes about, and what each requirement weighs in it. */
export function Weights({ comparison, keep }: { comparison: ComparisonView; keep: [string, string][] }) {
  const submit = useSubmit()
  const rules = comparison.rows.flatMap((row) => row.rules).filter((rule) => rule.required !== null)
  return (
    <details className={classes.onScreen}>
      <summary>How the score is made</summary>
      <Text size="sm" my="xs">
        {standingPoints.better} points for better than asked, {standingPoints.meets} for enough,{' '}
        {standingPoints.short} for short or for what has to be looked at, none for missing, each times the
        weight below; of all that could be reached, in hundredths.{' '}
        {comparison.columns.map(
          (column, i) =>
            `${column.title}: ${comparison.scores[i]?.reached} of ${comparison.scores[i]?.possible} points. `,
        )}
      </Text>
      <Form
        method="get"
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          // Weights left as the playbook has them don't make the address longer.
          for (const rule of rules)
            if (fields.get(`weight.${rule.rule}`) === String(rule.usual)) fields.delete(`weight.${rule.rule}`)
          submit(fields, { method: 'get', preventScrollReset: true })
        }}
      >
        {keep.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className={classes.weights}>
          {rules.map((rule) => (
            <label key={rule.rule}>
              <input
                type="number"
                name={`weight.${rule.rule}`}
                defaultValue={rule.weight}
                min={0}
                max={10}
                step="any"
                required
              />
              {rule.title}
            </label>
          ))}
        </div>
        <Button type="submit" size="xs">
          Weigh again
        </Button>
      </Form>
    </details>
  )
}
