import { Button } from '@mantine/core'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { setDeadlineOwner } from '#db/deadlines.ts'
import { recordEvent } from '#db/events.ts'
import { insertSavedView, removeSavedView, savedViews } from '#db/saved-views.ts'
import { BehindBand } from '../components/BehindBand.tsx'
import { DeadlineFilter } from '../components/DeadlineFilter.tsx'
import { DeadlineList } from '../components/DeadlineList.tsx'
import { DeadlineMonths } from '../components/DeadlineMonths.tsx'
import { DeadlineWork } from '../components/DeadlineWork.tsx'
import { useFormat } from '../components/format.ts'
import { Page } from '../components/Page.tsx'
import { Anchor, Text } from '../components/Words.tsx'
import { YearStrip } from '../components/YearStrip.tsx'
import { deadlinesInWork } from '../services/deadlines.server.ts'
import { parseForm } from '../services/form.server.ts'
import { markDeadline } from '../services/notice.server.ts'
import { can } from '../services/permissions.ts'
import { bringUp } from '../services/standing/keep.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Deadlines · Carveout' }]

const Filter = z.object({
  kind: z.string().default(''),
  owner: z.string().default(''),
  vendor: z.string().default(''),
  within: z.coerce.number().int().positive().max(3660).optional().catch(undefined),
  state: z.enum(['open', 'snoozed', 'done', 'all']).catch('open'),
  view: z.enum(['list', 'calendar']).catch('list'),
  /** 2026-12 */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .catch(''),
})

/** Dates of one screen; the rest is told as a number. */
const MOST = 200

export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  const date = today(request)
  const search = new URL(request.url).searchParams
  const filter = Filter.parse(Object.fromEntries(search))
  const { deadlines, undated } = await deadlinesInWork(house, date)
  const shown = deadlines.filter(
    (d) =>
      (!filter.kind || d.kind === filter.kind) &&
      (!filter.owner || (filter.owner === 'nobody' ? !d.owner : d.owner === filter.owner)) &&
      (!filter.vendor || d.vendor === filter.vendor) &&
      (!filter.within || d.daysAway <= filter.within) &&
      (filter.state === 'all' || d.state === filter.state) &&
      d.date.startsWith(filter.month),
  )
  return {
    date,
    behind: await bringUp(house, date),
    filter,
    query: search.toString(),
    mayWork: can(user.role, 'deadline.work'),
    saved: await savedViews(house.db, 'deadlines'),
    kinds: [...new Set(deadlines.map((d) => d.kind))],
    owners: [...new Set(deadlines.flatMap((d) => d.owner ?? []))].sort(),
    vendors: [...new Set(deadlines.flatMap((d) => d.vendor ?? []))].sort(),
    deadlines: shown.slice(0, MOST),
    more: Math.max(0, shown.length - MOST),
    undated: undated
      .filter(
        (u) =>
          (!filter.kind || u.id.startsWith(`${filter.kind} `)) &&
          (!filter.vendor || u.vendor === filter.vendor),
      )
      .slice(0, MOST),
  }
}

const about = { key: z.string().regex(/^[a-z_]+ \S+$/), dueOn: z.iso.date() }
const reason = z.string().trim().min(1, 'Say it in a few words: others will ask.').max(1000)
const Verdict = z.discriminatedUnion('verdict', [
  z.object({
    ...about,
    verdict: z.literal('own'),
    owner: z.string().trim().max(200),
    deputy: z.string().trim().max(200),
  }),
  z.object({
    ...about,
    verdict: z.literal('snooze'),
    until: z.iso.date('Choose the day on which it comes back.'),
    reason,
  }),
  z.object({ ...about, verdict: z.literal('done'), reason }),
  z.object({
    ...about,
    verdict: z.literal('sent'),
    method: z.string().min(1).max(40),
    sentOn: z.iso.date(),
    reason,
  }),
  z.object({ ...about, verdict: z.literal('reopen') }),
  z.object({
    verdict: z.literal('save'),
    name: z.string().trim().min(1).max(100),
    query: z.string().max(1000),
  }),
  z.object({ verdict: z.literal('forget'), id: z.string().min(1) }),
])

/** What a person does about one date, or a view they save. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseForm(await request.formData(), Verdict)
  if (!form.ok) return data({ error: Object.values(form.errors)[0] ?? 'Something is missing.' }, 400)
  const { value } = form
  if (value.verdict === 'save') {
    await house.db.transaction().execute(async (trx) => {
      const id = await insertSavedView(trx, { ...value, screen: 'deadlines', madeBy: user.email })
      await recordEvent(trx, { actor: user.email, action: 'saved', subject: 'saved_view', subjectId: id })
    })
    return redirect(`/deadlines?${new URLSearchParams(value.query)}`)
  }
  if (value.verdict === 'forget') {
    await house.db.transaction().execute(async (trx) => {
      await removeSavedView(trx, value.id)
      await recordEvent(trx, {
        actor: user.email,
        action: 'removed',
        subject: 'saved_view',
        subjectId: value.id,
      })
    })
    return redirect('/deadlines')
  }
  const { key, dueOn } = value
  const { deadlines } = await deadlinesInWork(house, today(request))
  if (!deadlines.some((d) => d.id === key))
    throw new Response('There is no such date, or it is not yours to see.', { status: 404 })
  if (value.verdict === 'own')
    await house.db.transaction().execute(async (trx) => {
      await setDeadlineOwner(trx, key, value.owner, value.deputy || null)
      await recordEvent(trx, {
        actor: user.email,
        action: 'gave to an owner',
        subject: 'deadline_owner',
        subjectId: key,
        after: { owner: value.owner, deputy: value.deputy },
      })
    })
  else await markDeadline(house, { key, dueOn, by: user.email }, value)
  return redirect(request.url)
}

export default function Deadlines() {
  const { date, behind, deadlines, more, undated, mayWork, ...shown } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
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
      <YearStrip deadlines={deadlines} from={date} />
      <DeadlineFilter {...shown} mayWork={mayWork} />
      {problem?.error && (
        <Text c="var(--critical)" role="alert">
          {problem.error}
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
