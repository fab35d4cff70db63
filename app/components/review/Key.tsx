import { Kbd } from '@mantine/core'

/** The key that does what the button does; the button's own words are enough for who can't see it. */
export const Key = ({ letter }: { letter: string }) => (
  <Kbd size="xs" ml={6} aria-hidden>
    {letter}
  </Kbd>
)
