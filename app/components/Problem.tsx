import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { Page } from './Page.tsx'
import { Anchor, Text } from './Words.tsx'

const titles: Record<number, string> = {
  400: 'That could not be understood',
  401: 'Sign in first',
  403: 'That is not for your role',
  404: 'There is nothing at this address',
  413: 'That is too large',
}

/** What went wrong, in a sentence, and a way on. */
export function Problem() {
  const error = useRouteError()
  const known = isRouteErrorResponse(error)
  // A Response of our own carries a sentence; the router's own carries the name of an error.
  const detail =
    known && typeof error.data === 'string' && !error.data.startsWith('Error:') ? error.data : undefined
  return (
    <Page title={(known && titles[error.status]) || 'Something went wrong here'} narrow>
      <Text mb="md">
        {detail ??
          (known
            ? 'It may have been renamed or removed.'
            : 'The fault is in Carveout, not in what you did. Nothing you saved is lost; try again.')}
      </Text>
      <Anchor to="/">Back to Home</Anchor>
    </Page>
  )
}
