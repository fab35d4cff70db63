import { Button, Checkbox, TextInput } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import classes from './Family.module.css'
import type { FamilyView } from './family-view.ts'
import { useFormat } from './format.ts'
import { Section } from './Page.tsx'
import { Anchor, Text } from './Words.tsx'

interface Props {
  family: FamilyView
  mayDecide: boolean
  error: string | null
}

/** Which paper goes before which: what their clauses say, and a person's word on it. */
export function FamilyOrder({ family, mayDecide, error }: Props) {
  const { moment } = useFormat()
  const busy = useNavigation().state !== 'idle'
  const { order, confirmed, sources, problems } = family
  const joined = order.filter((paper) => paper.joined)
  return (
    <Section
      title="Which goes before which"
      aside={
        confirmed ? `confirmed by ${confirmed.by}, ${moment(confirmed.at)}` : 'nobody has confirmed it yet'
      }
    >
      {problems.map((problem) => (
        <Text key={problem} className={classes.problem}>
          <b>Not settled:</b> {problem}
        </Text>
      ))}
      {joined.length > 0 && (
        <Text className={classes.problem}>
          <b>New since it was confirmed:</b> {joined.map((paper) => paper.title).join(', ')}. Confirm the
          order again.
        </Text>
      )}
      <Form method="post" preventScrollReset key={`${family.id} ${confirmed?.at} ${order.length}`}>
        <input type="hidden" name="family" value={family.id} />
        <ol className={classes.order}>
          {order.map((paper) => (
            <li key={paper.id}>
              <TextInput
                name={`place.${paper.id}`}
                aria-label={`Place of ${paper.title}`}
                size="xs"
                w={52}
                inputMode="numeric"
                defaultValue={paper.rank}
                readOnly={!mayDecide}
              />
              <span>
                {paper.title}
                {paper.shared && (
                  <Text component="span" c="dimmed">
                    {' '}
                    (equal to another)
                  </Text>
                )}
              </span>
              {paper.firstFor.length > 0 && (
                <Checkbox
                  name="first"
                  value={paper.id}
                  size="xs"
                  defaultChecked
                  disabled={!mayDecide}
                  label={`first of all for: ${paper.firstFor.join(', ')}`}
                />
              )}
            </li>
          ))}
        </ol>
        {error && (
          <Text c="var(--critical)" role="alert">
            {error}
          </Text>
        )}
        {mayDecide && (
          <>
            <Button type="submit" name="what" value="confirm" size="xs" mt="xs" mr="xs" loading={busy}>
              {confirmed ? 'Confirm this order again' : 'Confirm this order'}
            </Button>
            {confirmed && (
              <Button type="submit" name="what" value="take back" size="xs" mt="xs" variant="default">
                Take the confirmation back
              </Button>
            )}
          </>
        )}
      </Form>
      <Text mt="sm" fw={550}>
        {sources.length > 0
          ? 'What the papers say about it'
          : 'No paper says which prevails; this is the usual order of papers of these kinds.'}
      </Text>
      {sources.map((source) => (
        <div key={source.href} className={classes.source}>
          “{source.quote}”{' '}
          <Text component="span" size="sm">
            <Anchor to={source.href} inherit>
              {source.where}
            </Anchor>
            {source.unknown.length > 0 && ` · not in the register: ${source.unknown.join(', ')}`}
          </Text>
        </div>
      ))}
    </Section>
  )
}
