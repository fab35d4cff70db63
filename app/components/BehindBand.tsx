import { Progress } from '@mantine/core'
import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import classes from './BehindBand.module.css'
import { Text } from './Words.tsx'

const LOOK_AGAIN_MS = 3000

/** Says that figures of the screen are being reckoned anew, how far that is, and shows the new ones as they come. */
export function BehindBand({ behind }: { behind: { waiting: number; all: number } | null }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!behind) return
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [behind, revalidate])
  if (!behind) return null
  const done = behind.all - behind.waiting
  return (
    <div className={classes.band} role="status">
      <Text size="sm">
        Papers or rules changed: {done} of {behind.all} agreements and deployments are assessed by what holds
        now. Of the others this page shows the figures from before.
      </Text>
      <Progress value={(100 * done) / behind.all} size="sm" mt={6} aria-label="Assessed" />
    </div>
  )
}
