import { Anchor, Button, Group, Kbd, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Form, Link, useNavigate, useNavigation } from '@remix-run/react'
import classes from './Agreement.module.css'
import type { TermView } from './agreement-view.ts'
import type { GapView } from './policy-view.ts'
import { Confidence, SeveritySign } from './Signs.tsx'

interface Props {
  term: TermView
  gaps: GapView[]
  previous?: string
  next?: string
}

/** One term: its value in plain words, the words it came from, what the playbook asks, and the person's decision. */
export function TermPanel({ term, gaps, previous, next }: Props) {
  const navigate = useNavigate()
  const busy = useNavigation().state !== 'idle'
  const go = (to?: string) => to && navigate(to, { preventScrollReset: true })
  useHotkeys([
    ['j', () => go(next)],
    ['k', () => go(previous)],
  ])
  return (
    <>
      <Title order={2} size="h3">
        {term.title}
      </Title>
      <Text size="lg" my={4}>
        {term.plain.charAt(0).toUpperCase() + term.plain.slice(1)}
      </Text>
      <Text size="sm" c="dimmed">
        {term.review === 'unreviewed' ? (
          <>
            The engine is <Confidence value={term.confidence} />
            {term.confidence >= 0.85
              ? ''
              : term.confidence >= 0.6
                ? ': likely right'
                : ': read the words yourself'}
            . Nobody has confirmed it yet.
          </>
        ) : (
          `${term.review === 'rejected' ? 'Rejected' : 'Confirmed'} by ${term.reviewedBy}.`
        )}
      </Text>
      <Form method="post" action={`/terms/${term.id}/review`} preventScrollReset>
        <input type="hidden" name="slug" value={term.slug} />
        <Group gap="xs" my="sm">
          {term.review === 'unreviewed' ? (
            <>
              <Button type="submit" name="review" value="confirmed" size="compact-sm" loading={busy}>
                Confirm
              </Button>
              <Button
                type="submit"
                name="review"
                value="rejected"
                size="compact-sm"
                variant="default"
                disabled={busy}
              >
                Reject
              </Button>
            </>
          ) : (
            <Button
              type="submit"
              name="review"
              value="unreviewed"
              size="compact-sm"
              variant="default"
              disabled={busy}
            >
              Undo
            </Button>
          )}
        </Group>
      </Form>

      {term.citations.map((citation) => (
        <div key={citation.start}>
          <blockquote className={classes.quote}>{citation.quote}</blockquote>
          <Text size="xs" c="dimmed">
            {citation.clause ? `Clause ${citation.clause}, page ${citation.page}` : `Page ${citation.page}`}
          </Text>
        </div>
      ))}

      {gaps.map((gap) => (
        <div key={gap.rule}>
          <Title order={3} mt="md">
            <SeveritySign severity={gap.severity} /> {gap.title}
          </Title>
          <Text>Required: {gap.required}</Text>
          <Text>Found: {gap.found}</Text>
          <Text mt="xs" fw={550}>
            Ask for
          </Text>
          <blockquote className={classes.quote}>{gap.ask}</blockquote>
        </div>
      ))}

      <details>
        <summary>Field by field</summary>
        <dl className={classes.facts}>
          {term.fields.map(({ name, value }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <dt>read by</dt>
          <dd>{term.reader}</dd>
        </dl>
      </details>

      <Group mt="lg" gap="md">
        {previous && (
          <Anchor component={Link} to={previous} preventScrollReset size="sm">
            <Kbd size="xs">k</Kbd> Previous
          </Anchor>
        )}
        {next && (
          <Anchor component={Link} to={next} preventScrollReset size="sm">
            <Kbd size="xs">j</Kbd> Next
          </Anchor>
        )}
      </Group>
    </>
  )
}
