import { Button, Group } from '@mantine/core'
import { Text } from '../Words.tsx'
import classes from './Review.module.css'
import { decisionWords } from './review-view.ts'
import type { Decide } from './use-decide.ts'

/** Two people decided on one term: what the other did, what you wanted, and the choice. */
export function ConflictNotice({ review }: { review: Decide }) {
  return review.conflicts.map((conflict) => {
    const { step, since } = conflict
    const other = since.at(-1)
    return (
      <div key={step.subject} role="alert" className={classes.notice}>
        <Text fw={600}>{step.title}: somebody decided first</Text>
        {other ? (
          <Text size="sm">
            {other.by} {decisionWords(other).replace(/\.$/, '')}.
          </Text>
        ) : (
          <Text size="sm">There is nothing left to take back.</Text>
        )}
        <Text size="sm">You wanted to {step.words}. It is not saved yet.</Text>
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => review.yieldTo(conflict)}>
            Leave theirs
          </Button>
          {other && (
            <Button size="compact-sm" onClick={() => review.insist(conflict)}>
              Decide mine on top
            </Button>
          )}
        </Group>
      </div>
    )
  })
}
