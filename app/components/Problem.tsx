import { Anchor, Stack, Text, Title } from '@mantine/core'
import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react'

const titles: Record<number, string> = {
  400: 'That could not be understood',
  404: 'There is nothing at this address',
  413: 'That file is too large',
}

/** What went wrong, in a sentence, and a way on. */
export function Problem() {
  const error = useRouteError()
  const known = isRouteErrorResponse(error)
  const detail = known && typeof error.data === 'string' ? error.data : undefined
  return (
    <Stack gap="xs" py="xl" maw={560}>
      <Title order={1}>{(known && titles[error.status]) || 'Something went wrong here'}</Title>
      <Text>
        {detail ??
          (known
            ? 'It may have been renamed or removed.'
            : 'The fault is in Carveout, not in what you did. Nothing you saved is lost; try again.')}
      </Text>
      <Anchor component={Link} to="/">
        Back to Home
      </Anchor>
    </Stack>
  )
}
