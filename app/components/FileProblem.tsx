import { Button, Group, List } from '@mantine/core'
import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import type { Warning } from '#domain/document/document.ts'
import type { AgreementFile } from '#domain/register/agreement.ts'
import classes from './Agreement.module.css'
import { Text } from './Words.tsx'

/** What stands between the reader and the terms: not read yet, failed, or read with something to know. */
export function FileProblem({ file, warnings }: { file: AgreementFile; warnings: Warning[] }) {
  const going = file.state === 'stored' || file.state === 'reading'
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!going) return
    const timer = setInterval(revalidate, 1000)
    return () => clearInterval(timer)
  }, [going, revalidate])

  if (going)
    return (
      <Text className={classes.problem} role="status">
        This paper is being read. Its terms appear here by themselves.
      </Text>
    )
  if (file.state === 'failed')
    return (
      <Group className={classes.problem} data-bad role="alert" justify="space-between">
        <Text>{file.error?.message} What the paper says is not known; the original is kept.</Text>
        <Form method="post" action={`/files/${file.id}/read-again`}>
          <Button type="submit" size="compact-sm" variant="default">
            Read again
          </Button>
        </Form>
      </Group>
    )
  if (warnings.length === 0) return null
  return (
    <details className={classes.problem}>
      <summary>
        {warnings.length === 1 ? 'One thing' : `${warnings.length} things`} to know about how this paper was
        read
      </summary>
      <List size="sm" mt={4}>
        {warnings.map((warning) => (
          <List.Item key={`${warning.code} ${warning.page ?? ''} ${warning.message}`}>
            {warning.message}
          </List.Item>
        ))}
      </List>
    </details>
  )
}
