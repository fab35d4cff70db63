import { Button, Group, Progress } from '@mantine/core'
import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { type Agreement, type AgreementFile, agreementKindTitles } from '#domain/register/agreement.ts'
import { useFormat } from './format.ts'
import { Section } from './Page.tsx'
import classes from './Upload.module.css'
import { Anchor, Text } from './Words.tsx'

export interface UploadItem {
  file: AgreementFile
  agreement?: Agreement
}

/** The uploads in hand, each with how far it is; asks again until all are through. */
export function UploadList({ uploads }: { uploads: UploadItem[] }) {
  const going = uploads.some(({ file }) => file.state === 'stored' || file.state === 'reading')
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!going) return
    const timer = setInterval(revalidate, 800)
    return () => clearInterval(timer)
  }, [going, revalidate])
  const read = uploads.filter(({ file }) => file.state === 'read').length
  return (
    <Section title="In hand" aside={<span role="status">{`${read} of ${uploads.length} read`}</span>}>
      {uploads.map((item) => (
        <UploadRow key={item.file.id} {...item} />
      ))}
    </Section>
  )
}

const stepWords: Record<string, string> = {
  page: 'Reading the text, page',
  ocr: 'Recognising a scan, page',
  text: 'Reading the text',
  terms: 'Finding the terms',
}

function UploadRow({ file, agreement }: UploadItem) {
  const { size } = useFormat()
  const { progress } = file
  return (
    <div className={classes.row} data-testid="upload">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={550}>
            {file.state === 'read' && agreement ? (
              <Anchor to={`/agreements/${agreement.slug}`} inherit>
                {agreement.title}
              </Anchor>
            ) : (
              file.fileName
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {file.fileName}, {size(file.size)}
            {file.state === 'read' && agreement && (
              <>
                {' · '}
                {agreementKindTitles[agreement.kind]} · {agreement.vendorName}
              </>
            )}
          </Text>
        </div>
        {file.state === 'failed' && (
          <Form method="post" action={`/files/${file.id}/read-again`}>
            <Button type="submit" size="compact-sm" variant="default">
              Try again
            </Button>
          </Form>
        )}
      </Group>
      {file.state === 'failed' ? (
        <Text className={classes.failed} role="alert">
          {file.error?.message} The original is kept.
        </Text>
      ) : (
        <div className={classes.steps}>
          <span data-done>✓ Stored</span>
          {file.state === 'read' ? (
            <span data-done>
              ✓ Read{file.pages ? `, ${file.pages} ${file.pages === 1 ? 'page' : 'pages'}` : ''}
            </span>
          ) : (
            <span>
              {progress ? (stepWords[progress.step] ?? progress.step) : 'Waiting for its turn'}
              {progress?.done != null && progress.total ? ` ${progress.done} of ${progress.total}` : ''}
            </span>
          )}
        </div>
      )}
      {file.state === 'reading' && (
        <Progress
          mt={6}
          size="xs"
          animated
          value={progress?.done != null && progress.total ? (100 * progress.done) / progress.total : 100}
          aria-label={`Reading ${file.fileName}`}
        />
      )}
    </div>
  )
}
