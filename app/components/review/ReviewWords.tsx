import type { ReviewState } from '#domain/review/review-state.ts'
import { Text } from '../Words.tsx'

/** Where the review of a paper stands for its class: by word and sign as well as colour. */
export function ReviewWords({ review }: { review?: Pick<ReviewState, 'state' | 'words'> }) {
  if (!review) return null
  const done = review.state === 'reviewed'
  return (
    <Text component="span" inherit c={done ? 'var(--good)' : 'var(--high)'} fw={550}>
      {done ? '✓ ' : '○ '}
      {review.words}
    </Text>
  )
}
