import { Button, Title } from '@mantine/core'
import { Link, useFetcher } from '@remix-run/react'
import agreement from '../Agreement.module.css'
import { Text } from '../Words.tsx'
import { Key } from './Key.tsx'
import type { QueueItem } from './review-view.ts'
import { TermDecision } from './TermDecision.tsx'
import type { TermForm } from './term-form.ts'
import type { Decide } from './use-decide.ts'

interface Props {
  item: QueueItem
  review: Decide
  me: string
  mayReview: boolean
  goNext(): void
  undoEarlier(): void
}

/** The term in hand of the queue: what it says, its words, and the decision, without leaving the queue. */
export function QueuedTerm({ item, review, me, mayReview, goNext, undoEarlier }: Props) {
  const form = useFetcher<TermForm>()
  return (
    <>
      <Title order={2}>{item.title}</Title>
      <Text size="lg" my={4} className={agreement.value}>
        {item.plain}
      </Text>
      <Text size="sm" c="dimmed">
        {item.agreement} · {item.where}
        {item.people.length > 0 &&
          ` · ${item.people.join(' and ')} stands behind it; you would be the second`}
      </Text>
      <blockquote className={agreement.quote}>{item.quote}</blockquote>
      {mayReview && !item.differs && (
        <TermDecision
          term={item}
          href={item.href}
          goOn="/review"
          form={form.data}
          onCorrect={() => form.load(`/terms/${item.id}/fields`)}
          review={review}
          me={me}
          onCorrected={goNext}
          goNext={goNext}
          undoEarlier={undoEarlier}
        />
      )}
      {item.differs && (
        <Text size="sm" mb="sm">
          Another reading says something else than what was decided. Both stand side by side on the page.
        </Text>
      )}
      <Button component={Link} to={item.href} size="compact-sm" variant="default">
        Open the page <Key letter="o" />
      </Button>
    </>
  )
}
