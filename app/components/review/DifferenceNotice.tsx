import { Button, Group } from '@mantine/core'
import { useLocation } from '@remix-run/react'
import { Text } from '../Words.tsx'
import classes from './Review.module.css'
import type { DifferenceView } from './review-view.ts'
import type { Decide } from './use-decide.ts'

interface Props {
  difference: DifferenceView
  review: Decide
  mayReview: boolean
  /** What was decided, in words. */
  decided: string
}

/** Another reading says something else than what was decided: both, and the choice. */
export function DifferenceNotice({ difference, review, mayReview, decided }: Props) {
  const { pathname, search } = useLocation()
  const { id, source, plain, quote, raisedBy, note, title } = difference
  const who = source === 'reading' ? `A later reading (${raisedBy})` : `A blind second reader, ${raisedBy},`
  const buttons = [
    { name: 'kept', label: 'Keep what was decided', words: 'keep what was decided' },
    { name: 'taken', label: 'Take the other reading', words: 'take the other reading' },
  ]
  return (
    <div className={classes.notice} role="note">
      <Text fw={600}>To look at: {title}</Text>
      <Text size="sm">Decided: {decided}.</Text>
      <Text size="sm">
        {who} {plain ? `says: ${plain}` : 'does not find it'}.{note && ` ${note}`}
      </Text>
      {quote && <blockquote className={classes.small}>{quote}</blockquote>}
      {mayReview && (
        <Group gap="xs" mt="xs">
          {buttons.map(({ name, label, words }) => (
            <form
              key={name}
              method="post"
              action={`/differences/${id}/${name}`}
              onSubmit={(event) => {
                event.preventDefault()
                void review.decide({
                  subject: id,
                  title,
                  address: `/differences/${id}/${name}`,
                  version: 0,
                  words,
                })
              }}
            >
              <input type="hidden" name="version" value="0" />
              <input type="hidden" name="goOn" value={pathname + search} />
              <Button
                type="submit"
                size="compact-sm"
                variant="default"
                disabled={review.sending.includes(id)}
              >
                {label}
              </Button>
            </form>
          ))}
        </Group>
      )}
    </div>
  )
}
