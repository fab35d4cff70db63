import { z } from 'zod'
import { setDeadlineOwner } from '#db/deadlines.ts'
import { recordEvent } from '#db/events.ts'
import { insertSavedView, removeSavedView } from '#db/saved-views.ts'
import { aboutOf, deadlinesInWork } from './deadlines.server.ts'
import type { House } from './house.server.ts'
import { markDeadline } from './notice.server.ts'
import type { User } from './user.server.ts'

/** What people do about dates: take them on, set them aside, finish them; and the filters that they keep. */

const about = { key: z.string().regex(/^[a-z_]+ \S+$/), dueOn: z.iso.date() }
const reason = z.string().trim().min(1, 'Say it in a few words: others will ask.').max(1000)
export const DeadlineChange = z.discriminatedUnion('verdict', [
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

export type DeadlineChange = z.infer<typeof DeadlineChange>

type OfDate = Exclude<DeadlineChange, { verdict: 'save' | 'forget' }>
type Actor = Pick<User, 'email'>

/** Does it with its event. @param day ISO @returns false when there is no such date that this person sees */
export async function workOnDate(house: House, user: Actor, day: string, change: OfDate): Promise<boolean> {
  const { key, dueOn } = change
  // The same date as is named: a large register has thousands of others.
  const { deadlines } = await deadlinesInWork(house, day, { ids: [aboutOf(key)] })
  if (!deadlines.some((d) => d.id === key)) return false
  if (change.verdict === 'own') await own(house, user, change)
  else await markDeadline(house, { key, dueOn, by: user.email }, change)
  return true
}

const own = (
  { db }: House,
  user: Actor,
  { key, owner, deputy }: Extract<DeadlineChange, { verdict: 'own' }>,
) =>
  db.transaction().execute(async (trx) => {
    await setDeadlineOwner(trx, key, owner, deputy || null)
    await recordEvent(trx, {
      actor: user.email,
      action: 'gave to an owner',
      subject: 'deadline_owner',
      subjectId: key,
      after: { owner, deputy },
    })
  })

/** Keeps a filter of the deadlines under a name, for everybody. */
export const saveView = ({ db }: House, user: Actor, view: { name: string; query: string }) =>
  db.transaction().execute(async (trx) => {
    const id = await insertSavedView(trx, { ...view, screen: 'deadlines', madeBy: user.email })
    await recordEvent(trx, { actor: user.email, action: 'saved', subject: 'saved_view', subjectId: id })
  })

export const forgetView = ({ db }: House, user: Actor, id: string) =>
  db.transaction().execute(async (trx) => {
    await removeSavedView(trx, id)
    await recordEvent(trx, { actor: user.email, action: 'removed', subject: 'saved_view', subjectId: id })
  })
