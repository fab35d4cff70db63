import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarFeedOf } from '#db/calendar-feeds.ts'
import { calendarReport } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

/** `/feeds/SECRET.ics`: what a calendar subscribes to. Whoever has the address sees the dates, until it is revoked. */
export async function loader({ request, params, context: { house } }: LoaderFunctionArgs) {
  const token = (params.token ?? '').replace(/\.ics$/, '')
  const feed = await calendarFeedOf(house.db, token)
  if (!feed) throw new Response('There is no calendar at this address.', { status: 404 })
  const { bytes, mime } = await calendarReport(house, { date: today(request), ...feed })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': mime, 'Cache-Control': 'private, max-age=900' },
  })
}
