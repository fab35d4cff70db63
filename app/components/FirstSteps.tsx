import { Button, Group } from '@mantine/core'
import { Form, Link, useNavigation } from '@remix-run/react'

/** The two ways to begin: with the samples, or with a paper of one's own. */
export function FirstSteps() {
  const loading = useNavigation().formAction === '/samples'
  return (
    <Group mt="md" gap="sm">
      <Form method="post" action="/samples">
        <Button type="submit" loading={loading}>
          Load the samples
        </Button>
      </Form>
      <Button component={Link} to="/upload" variant="default">
        Upload your own
      </Button>
    </Group>
  )
}
