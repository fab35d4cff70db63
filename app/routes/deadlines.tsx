import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { savedViews } from '#db/saved-views.ts'
import { DeadlineScreen } from '../components/DeadlineScreen.tsx'
import { DeadlineFilter, deadlinePage } from '../services/deadline-page.server.ts'
import { DeadlineChange, forgetView, saveView, workOnDate } from '../services/deadline-work.server.ts'
import { parseForm } from '../services/form.server.ts'
import { can } from '../services/permissions.ts'
import { bringUp } from '../services/standing/keep.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction = () => [{ title: 'Deadlines · Carveout' }]

export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  const date = today(request)
  const search = new URL(request.url).searchParams
  const filter = DeadlineFilter.parse(Object.fromEntries(search))
  const page = await deadlinePage(house, date, filter)
  return {
    date,
    behind: await bringUp(house, date),
    filter,
    query: search.toString(),
    mayWork: can(user.role, 'deadline.work'),
    saved: await savedViews(house.db, 'deadlines'),
    ...page,
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
