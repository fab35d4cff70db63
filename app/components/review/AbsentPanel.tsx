import { Button, Group, Title } from '@mantine/core'
import { useLocation, useNavigate } from '@remix-run/react'
import type { GapView, RuleView } from '../policy-view.ts'
import { Text } from '../Words.tsx'
import { Key } from './Key.tsx'
import type { CommentView, DecisionView } from './review-view.ts'
import { SmallForm } from './SmallForm.tsx'
import { TermRules } from './TermRules.tsx'
import { Trail } from './Trail.tsx'
import type { Decide } from './use-decide.ts'
import { useKeys } from './use-keys.ts'

interface Props {
  base: string
  /** "?version=2" where there are several papers. */
  version: string
  absence: {
    id: string
    type: string
    title: string
    describes: string
    looksFor: string[]
    history: DecisionView[]
    comments: CommentView[]
  }
  lookedBy: string | null
  rules: RuleView[]
  gaps: GapView[]
  review: Decide
  mayReview: boolean
  mayComment: boolean
  next?: string
}

/** A kind of term that the reading did not find: what was looked for, and whether a person looked too. */
export function AbsentPanel(props: Props) {
  const { base, version, absence, lookedBy, review, mayReview, next } = props
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const decisions = absence.history.length
  const sending =
    review.sending.includes(absence.id) || review.isBehind({ id: absence.id, version: decisions })
  const addressOf = (name: string) => `${base}/absent/${absence.type.replaceAll('_', '-')}/${name}${version}`
  const send = (name: string, words: string) =>
    review.decide({
      subject: absence.id,
      title: absence.title,
      address: addressOf(name),
      version: decisions,
      words,
    })
  const looked = () => {
    if (lookedBy || sending) return
    void send('confirmation', 'say that it is not there')
    review.remember({
      subject: absence.id,
      title: absence.title,
      href: pathname + search,
      version: decisions + 1,
    })
    if (next) navigate(next, { preventScrollReset: true })
  }
  const undo = () => {
    if (lookedBy) void send('retraction', 'take that back')
    else if (review.last) navigate(review.last.href, { preventScrollReset: true })
  }
  useKeys(
    mayReview
      ? [
          ['n', looked],
          ['c', looked],
          ['u', undo],
        ]
      : [],
  )
  const common = { version: decisions, goOn: pathname + search }
  return (
    <>
      <Title order={2} size="h3">
        {absence.title}
      </Title>
      <Text size="lg" my={4}>
        Not found
      </Text>
      <Text size="sm" c="dimmed">
        {lookedBy
          ? `${lookedBy} looked too: it is not there.`
          : 'The engine looked and found nothing. No person has looked yet.'}
      </Text>
      {mayReview && (
        <Group gap={6} my="sm">
          {lookedBy ? (
            <SmallForm address={addressOf('retraction')} {...common} onSend={undo}>
              <Button type="submit" size="compact-sm" variant="default" disabled={sending}>
                Undo <Key letter="u" />
              </Button>
            </SmallForm>
          ) : (
            <SmallForm address={addressOf('confirmation')} {...common} onSend={looked}>
              <Button type="submit" size="compact-sm" loading={sending}>
                Looked, not there <Key letter="n" />
              </Button>
            </SmallForm>
          )}
        </Group>
      )}
      <Text size="sm">{absence.describes}</Text>
      <Text size="sm" mt="xs">
        Looked for: {absence.looksFor.join(', ')}.
      </Text>
      {mayReview && (
        <Text size="sm" mt="xs">
          If it is there, select its words in the paper and add them as a term.
        </Text>
      )}
      <TermRules rules={props.rules} gaps={props.gaps} />
      <Trail
        subject={absence.id}
        title={absence.title}
        base={base}
        history={absence.history}
        comments={absence.comments}
        review={review}
        mayComment={props.mayComment}
      />
    </>
  )
}
