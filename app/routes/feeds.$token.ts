import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarFeedOf } from '#db/calendar-feeds.ts'
import { asPerson } from '../services/as-person.server.ts'
import { calendarReport } from '../services/reports.server.ts'
import { today } from '../services/today.server.ts'

/** `/feeds/SECRET.ics`: what a calendar subscribes to. Whoever has the address sees what its maker sees, until it is revoked. */
export async function loader({ request, params, context: { house } }: LoaderFunctionArgs) {
  const token = (params.token ?? '').replace(/\.ics$/, '')
  const feed = await calendarFeedOf(house.db, token)
  if (!feed) throw new Response('There is no calendar at this address.', { status: 404 })
  const seen = await asPerson(house, feed.made_by)
  if (!seen) throw new Response('Who made this calendar is no longer here.', { status: 404 })
  const { bytes, mime } = await calendarReport(seen, { date: today(request), ...feed })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': mime, 'Cache-Control': 'private, max-age=900' },
  })
}
