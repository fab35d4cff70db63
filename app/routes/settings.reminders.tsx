import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReminderSettingsScreen } from '../components/ReminderSettingsScreen.tsx'
import { parseForm } from '../services/form.server.ts'
import {
  changeReminders,
  ReminderChange,
  refusal,
  reminderSettings,
} from '../services/reminder-settings.server.ts'

export const meta: MetaFunction = () => [{ title: 'Reminders and feeds · Carveout' }]

export const loader = ({ context: { house, user } }: LoaderFunctionArgs) => reminderSettings(house, user)

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const form = parseForm(await request.formData(), ReminderChange)
  if (!form.ok) return data({ error: Object.values(form.errors)[0] ?? 'Something is missing.' }, 400)
  const why = await refusal(house, user, form.value)
  if (why) throw new Response(why, { status: 403 })
  const token = await changeReminders(house, user, form.value)
  if (!token) return redirect('/settings/reminders')
  return data({ address: `${house.config.baseUrl ?? new URL(request.url).origin}/feeds/${token}.ics` })
}

export default function Reminders() {
  return (
    <ReminderSettingsScreen {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
  )
}
