import { Alert, Code } from '@mantine/core'

/** Where an invitation went; the address itself, once, when there is no mail server to send it. */
export function OneTimeAddress({ handedOut }: { handedOut: { sentTo: string } | { showOnce: string } }) {
  if ('sentTo' in handedOut)
    return (
      <Alert role="status" mb="md" title="Sent">
        A mail is on its way to {handedOut.sentTo}.
      </Alert>
    )
  return (
    <Alert role="status" mb="md" title="Send them this address">
      It is shown this once, works once, and lets whoever opens it choose the password.
      <Code block mt="xs">
        {handedOut.showOnce}
      </Code>
    </Alert>
  )
}
