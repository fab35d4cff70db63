import { Button, Group, NativeSelect } from '@mantine/core'
import { Form } from '@remix-run/react'
import { agreementKindTitles } from '#domain/register/agreement.ts'
import classes from './Family.module.css'
import type { BranchView, FamilyView } from './family-view.ts'
import { useFormat } from './format.ts'
import { Section } from './Page.tsx'
import { Anchor, Text } from './Words.tsx'

const kindTitles: Record<string, string> = agreementKindTitles

/** The papers of a relationship, each under the one it belongs to. */
export function FamilyTree({ family, mayDecide }: { family: FamilyView; mayDecide: boolean }) {
  const papers = family.order.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Section title="How they belong together">
      <ul className={classes.tree}>
        {family.tree.map((branch) => (
          <Paper key={branch.id} branch={branch} papers={papers} mayDecide={mayDecide} />
        ))}
      </ul>
    </Section>
  )
}

function Paper(props: {
  branch: BranchView
  papers: { value: string; label: string }[]
  mayDecide: boolean
}) {
  const { branch, papers, mayDecide } = props
  const { date } = useFormat()
  return (
    <li>
      <Anchor to={`/agreements/${branch.slug}`} fw={550}>
        {branch.title}
      </Anchor>{' '}
      <Text component="span" size="sm" className={classes.later}>
        {kindTitles[branch.kind] ?? branch.kind}
        {branch.from && `, from ${date(branch.from)}`}
        {!branch.counts && ', does not count yet on this day'}
      </Text>
      {branch.unread && (
        <Text component="span" size="sm" c="var(--critical)">
          {' '}
          ({branch.unread})
        </Text>
      )}
      {mayDecide && papers.length > 1 && (
        <details data-screen-only>
          <summary>
            <Text component="span" size="xs" c="dimmed">
              Put under another paper
            </Text>
          </summary>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="what" value="place" />
            <input type="hidden" name="paper" value={branch.id} />
            <Group gap="xs" align="flex-end">
              <NativeSelect
                name="parent"
                label={`“${branch.title}” belongs under`}
                size="xs"
                data={[
                  { value: '', label: 'where its kind and title put it' },
                  ...papers.filter(({ value }) => value !== branch.id),
                ]}
              />
              <Button type="submit" size="xs">
                Save
              </Button>
            </Group>
          </Form>
        </details>
      )}
      {branch.children.length > 0 && (
        <ul>
          {branch.children.map((child) => (
            <Paper key={child.id} branch={child} papers={papers} mayDecide={mayDecide} />
          ))}
        </ul>
      )}
    </li>
  )
}
