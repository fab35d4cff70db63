import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { savedViews } from '#db/saved-views.ts'
import { DeadlineScreen } from '../components/DeadlineScreen.tsx'
import { DeadlineChange, forgetView, saveView, workOnDate } from '../services/deadline-work.server.ts'
import { deadlinesInWork } from '../services/deadlines.server.ts'
import { parseForm } from '../services/form.server.ts'
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

/** What a person does about one date, or a view they save. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseForm(await request.formData(), DeadlineChange)
  if (!form.ok) return data({ error: Object.values(form.errors)[0] ?? 'Something is missing.' }, 400)
  const { value } = form
  if (value.verdict === 'save') {
    await saveView(house, user, value)
    return redirect(`/deadlines?${new URLSearchParams(value.query)}`)
  }
  if (value.verdict === 'forget') {
    await forgetView(house, user, value.id)
    return redirect('/deadlines')
  }
  if (!(await workOnDate(house, user, today(request), value)))
    throw new Response('There is no such date, or it is not yours to see.', { status: 404 })
  return redirect(request.url)
}

export default function Deadlines() {
  return (
    <DeadlineScreen {...useLoaderData<typeof loader>()} problem={useActionData<typeof action>()?.error} />
  )
}
