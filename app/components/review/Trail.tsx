import { Button, Textarea, Title } from '@mantine/core'
import { useLocation } from '@remix-run/react'
import { useRef, useState } from 'react'
import { useFormat } from '../format.ts'
import { Text } from '../Words.tsx'
import classes from './Review.module.css'
import { type CommentView, type DecisionView, decisionWords } from './review-view.ts'
import type { Decide } from './use-decide.ts'

interface Props {
  /** A term's id, or "file:type". */
  subject: string
  title: string
  /** Address of the agreement. */
  base: string
  history: DecisionView[]
  comments: CommentView[]
  review: Decide
  mayComment: boolean
}

/** Who decided what on a term, and what people say about it. */
export function Trail({ subject, title, base, history, comments, review, mayComment }: Props) {
  const { moment } = useFormat()
  const { pathname, search } = useLocation()
  const form = useRef<HTMLFormElement>(null)
  const [error, setError] = useState<string>()
  return (
    <>
      {history.length > 0 && (
        <section>
          <Title order={3} mt="md">
            History
          </Title>
          <ol className={classes.trail} reversed>
            {history.map((decision) => (
              <li key={decision.id}>
                {decision.by} {decisionWords(decision)}
                {decision.beforePlain && decision.kind === 'corrected' && `, before: ${decision.beforePlain}`}
                {' · '}
                <time dateTime={decision.at} title={decision.at}>
                  {moment(decision.at)}
                </time>
              </li>
            ))}
          </ol>
        </section>
      )}
      {(comments.length > 0 || mayComment) && (
        <section>
          <Title order={3} mt="md">
            Comments
          </Title>
          <ul className={classes.trail}>
            {comments.map((comment) => (
              <li key={comment.id}>
                {comment.body}{' '}
                <Text component="span" size="xs" c="dimmed">
                  {comment.by}, <time dateTime={comment.at}>{moment(comment.at)}</time>
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayComment && (
        <form
          data-screen-only
          ref={form}
          method="post"
          action={`${base}/comments`}
          onSubmit={async (event) => {
            event.preventDefault()
            const answer = await review.decide({
              subject,
              title,
              address: `${base}/comments`,
              version: 0,
              fields: new FormData(event.currentTarget),
              words: 'comment on it',
            })
            if (answer?.ok) form.current?.reset()
            setError(answer && 'errors' in answer ? answer.errors.body : undefined)
          }}
        >
          <input type="hidden" name="version" value="0" />
          <input type="hidden" name="goOn" value={pathname + search} />
          <input type="hidden" name="subject" value={subject} />
          <Textarea
            name="body"
            aria-label="Comment"
            placeholder="A comment"
            size="xs"
            autosize
            minRows={1}
            error={error}
          />
          <Button type="submit" size="compact-sm" variant="default" mt={6}>
            Comment
          </Button>
        </form>
      )}
    </>
  )
}
