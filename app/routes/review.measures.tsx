import { Button, List } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Page } from '../components/Page.tsx'
import { measuresOfReview } from '../services/review/measures.server.ts'

export const meta: MetaFunction = () => [{ title: 'How review goes · Carveout' }]

export const loader = ({ context: { house } }: LoaderFunctionArgs) => measuresOfReview(house)

const share = (part: number, of: number) => (of > 0 ? ` (${Math.round((100 * part) / of)} in 100)` : '')

export default function Measures() {
  const { turnaroundHours, engine, seconds, spotChecks } = useLoaderData<typeof loader>()
  return (
    <Page
      title="How review goes"
      lead="For the process: nobody is named here"
      narrow
      actions={
        <Button component="a" href="/review/labels.jsonl" size="compact-md" variant="default">
          Labels (JSON lines)
        </Button>
      }
    >
      <List spacing="xs">
        <List.Item>
          {turnaroundHours === null
            ? 'No term has been decided on yet.'
            : `From the reading of a paper to a decision on a term: ${turnaroundHours < 1 ? 'less than an hour' : `${Math.round(turnaroundHours)} hours`}, the middle one.`}
        </List.Item>
        <List.Item>
          {engine.decided === 0
            ? 'No reading of the engine has been decided on yet.'
            : `Of ${engine.decided} readings of the engine, people corrected or rejected ${engine.overridden}${share(engine.overridden, engine.decided)}.`}
        </List.Item>
        <List.Item>
          {seconds.decided === 0
            ? 'No second person has looked at a decision yet.'
            : `Of ${seconds.decided} decisions that a second person looked at, ${seconds.agreed} were kept${share(seconds.agreed, seconds.decided)}.`}
        </List.Item>
        <List.Item>
          {spotChecks.read === 0
            ? 'No confirmed term has been read again blind yet'
            : `Of ${spotChecks.read} confirmed terms that were read again blind, ${spotChecks.differed} were read otherwise${share(spotChecks.differed, spotChecks.read)}`}
          ; {spotChecks.waiting} {spotChecks.waiting === 1 ? 'waits' : 'wait'} for a second reader.
        </List.Item>
      </List>
    </Page>
  )
}
