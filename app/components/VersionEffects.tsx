import { Button, Group, List, TextInput } from '@mantine/core'
import { Form, Link } from '@remix-run/react'
import { Section } from './Page.tsx'
import { RiskClassSign, SeveritySign } from './Signs.tsx'
import type { PaperGaps, VersionEffect } from './version-view.ts'
import { Text } from './Words.tsx'

/** Gaps that the version opens and closes, and the way to make work of those it opens. */
export function VersionEffects(props: {
  effects: VersionEffect[]
  mayWork: boolean
  me: string
  started: number | null
}) {
  const { effects, mayWork, me, started } = props
  const opened = effects.reduce((sum, effect) => sum + effect.opened.length, 0)
  return (
    <Section title="What it does to the deployments that rest on it">
      {effects.length === 0 && <Text c="dimmed">It opens no gap and closes none.</Text>}
      {effects.map(({ deployment, opened: worse, closed }) => (
        <div key={deployment.slug}>
          <Text fw={550}>
            <Link to={`/deployments/${deployment.slug}`}>{deployment.name}</Link>
          </Text>
          <List>
            {worse.map((gap) => (
              <List.Item key={gap.rule}>
                Opens: <SeveritySign severity={gap.severity} />{' '}
                <Link to={`/gaps/${deployment.slug}/${gap.rule}?status=all`}>{gap.title}</Link>. Found:{' '}
                {gap.found}
              </List.Item>
            ))}
            {closed.map((gap) => (
              <List.Item key={gap.rule}>
                Closes: <SeveritySign severity={gap.severity} /> {gap.title}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
      {started !== null && (
        <Text role="status" mt="xs">
          {started} {started === 1 ? 'gap is' : 'gaps are'} being negotiated now.
        </Text>
      )}
      {mayWork && opened > 0 && (
        <Form method="post" data-screen-only>
          <Group gap="xs" align="flex-end" mt="sm">
            <TextInput name="owner" label="Re-papering: give them to" size="xs" required defaultValue={me} />
            <TextInput type="date" name="dueOn" label="Due" size="xs" required />
            <Button type="submit" name="what" value="repaper" size="xs">
              Negotiate the gaps it opens
            </Button>
          </Group>
        </Form>
      )}
    </Section>
  )
}

/** What signing this paper instead of the other would leave open, and what it would give beyond it. */
export function GapsBeside({ gaps, other }: { gaps: PaperGaps; other: string }) {
  const { riskClass, because, opened, closed } = gaps
  const list = (title: string, those: PaperGaps['opened']) =>
    those.length > 0 && (
      <>
        <Text fw={550}>{title}</Text>
        <List mb="xs">
          {those.map((gap) => (
            <List.Item key={gap.rule}>
              <SeveritySign severity={gap.severity} /> {gap.title}. Found: {gap.found}
            </List.Item>
          ))}
        </List>
      </>
    )
  return (
    <Section title="What it lacks beside the other">
      <Text size="sm" c="dimmed" mb="xs" component="div">
        Each alone, held against <RiskClassSign riskClass={riskClass} /> {because}.
      </Text>
      {opened.length + closed.length === 0 && <Text>Both meet and miss the same requirements.</Text>}
      {list(`“${other}” gives it, this paper does not`, opened)}
      {list(`This paper gives it, “${other}” does not`, closed)}
    </Section>
  )
}
