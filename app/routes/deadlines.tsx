import { Button } from '@mantine/core'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeadlineList } from '../components/DeadlineList.tsx'
import { useFormat } from '../components/format.ts'
import { Page } from '../components/Page.tsx'
import { YearStrip } from '../components/YearStrip.tsx'
import { allDeadlines } from '../services/assessment.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Deadlines · Carveout' }]

export async function loader({ request, context: { house } }: LoaderFunctionArgs) {
  const date = today(request)
  return { date, ...(await allDeadlines(house, date)) }
}

export default function Deadlines() {
  const { date, deadlines, undated } = useLoaderData<typeof loader>()
  const format = useFormat()
  return (
    <Page
      title="Deadlines"
      lead={`As of ${format.date(date)}. Every date shows how it was reckoned and the clause it comes from.`}
      actions={
        <Button component="a" href="/deadlines.ics" variant="default" size="compact-md">
          Calendar file (.ics)
        </Button>
      }
    >
      <YearStrip deadlines={deadlines} from={date} />
      <DeadlineList deadlines={deadlines} undated={undated} />
    </Page>
  )
}
