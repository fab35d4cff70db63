import { Button } from '@mantine/core'
import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { BehindBand } from './BehindBand.tsx'
import { DeadlineFilter } from './DeadlineFilter.tsx'
import { DeadlineList } from './DeadlineList.tsx'
import { DeadlineMonths } from './DeadlineMonths.tsx'
import { DeadlineWork } from './DeadlineWork.tsx'
import { useFormat } from './format.ts'
import { Page } from './Page.tsx'
import type { DeadlineWorkView, UndatedView } from './policy-view.ts'
import { Anchor, Text } from './Words.tsx'
import { YearStrip } from './YearStrip.tsx'

type Props = ComponentProps<typeof DeadlineFilter> &
  ComponentProps<typeof BehindBand> & {
    date: string
    deadlines: DeadlineWorkView[]
    undated: UndatedView[]
    /** How many dates fit the filter besides. */
    more: number
    /** "2026-12" to how many dates it has, where they are too many to show. */
    months?: Record<string, number>
    /** What was wrong with the form that was sent. */
    problem?: string
  }

/** Every date that somebody has to keep, filtered, with what can be done about each. */
export function DeadlineScreen({
  date,
  behind,
  deadlines,
  more,
  months,
  undated,
  mayWork,
  problem,
  ...shown
}: Props) {
  const format = useFormat()
  return (
    <Page
      title="Deadlines"
      lead={`As of ${format.date(date)}. Every date shows how it was reckoned and the clause it comes from.`}
      actions={
        <>
          <Button component={Link} to="/settings/reminders" variant="default" size="compact-md">
            Reminders and feeds
          </Button>
          <Button component="a" href="/deadlines.ics" variant="default" size="compact-md">
            Calendar file (.ics)
          </Button>
        </>
      }
    >
      <BehindBand behind={behind} />
      <YearStrip deadlines={months ? [] : deadlines} counts={months} from={date} />
      <DeadlineFilter {...shown} mayWork={mayWork} />
      {problem && (
        <Text c="var(--critical)" role="alert">
          {problem}
        </Text>
      )}
      {deadlines.length === 0 && shown.query ? (
        <Text>
          No date is like that. <Anchor to="/deadlines">Show the open ones of every kind</Anchor>
        </Text>
      ) : shown.filter.view === 'calendar' ? (
        <DeadlineMonths deadlines={deadlines} />
      ) : (
        <DeadlineList
          deadlines={deadlines}
          undated={undated}
          work={(d) => <DeadlineWork deadline={d} mayWork={mayWork} />}
        />
      )}
      {more > 0 && (
        <Text mt="md">
          And {more} more: choose a month, a kind or an owner to see them, or take the calendar file.
        </Text>
      )}
    </Page>
  )
}
