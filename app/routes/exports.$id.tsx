import { Button, Progress } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useFormat } from '../components/format.ts'
import { Page } from '../components/Page.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { exportOf } from '../services/exports.server.ts'

export const meta: MetaFunction = () => [{ title: 'Export · Carveout' }]

export async function loader({ params, context: { house, user } }: LoaderFunctionArgs) {
  const found = await exportOf(house, user, params.id ?? '')
  if (!found) throw new Response('This export is not there any more. Ask for it again.', { status: 404 })
  const { id, state, done, total, file } = found
  return { id, state, done, total, size: file?.size ?? null }
}

export default function Export() {
  const { id, state, done, total, size } = useLoaderData<typeof loader>()
  const going = state === 'waiting' || state === 'making'
  const { revalidate } = useRevalidator()
  const format = useFormat()
  useEffect(() => {
    if (!going) return
    const timer = setInterval(revalidate, 1000)
    return () => clearInterval(timer)
  }, [going, revalidate])
  const percent = Math.floor((100 * done) / Math.max(1, total))
  return (
    <Page
      title="Excel file of the register"
      lead="Vendors and agreements, in the form that the import of lists takes back. It is made while you go on working, and kept for a day."
      narrow
    >
      <Text role="status" mb="sm">
        {state === 'waiting' && 'It waits for its turn.'}
        {state === 'making' && `It is being made: ${percent} %.`}
        {state === 'ready' && `It is ready (${format.size(size ?? 0)}).`}
        {state === 'failed' &&
          'It could not be made and is tried again in a moment. If it stays so, tell an administrator.'}
      </Text>
      {going && <Progress value={percent} animated aria-label="How far the file is" mb="md" />}
      {state === 'ready' ? (
        <Button component="a" href={`/exports/${id}/file`}>
          Download
        </Button>
      ) : (
        <noscript>
          <Anchor href={`/exports/${id}`}>Look again</Anchor>
        </noscript>
      )}
    </Page>
  )
}
