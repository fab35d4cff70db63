import { z } from 'zod'

const swedish = new Intl.DateTimeFormat('sv-SE')

/** The day it is on this machine, as 2026-12-31: Sweden writes dates as ISO 8601 does. */
export const localDay = (moment = new Date()): string => swedish.format(moment)

/** The day a screen is drawn for: `?date=2026-12-31` when it is asked for, else this machine's today. */
export function today(request: Request): string {
  const asked = z.iso.date().safeParse(new URL(request.url).searchParams.get('date'))
  return asked.success ? asked.data : localDay()
}
