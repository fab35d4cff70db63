import { recordEvent } from '#db/events.ts'
import { insertSavedView, removeSavedView, savedViews } from '#db/saved-views.ts'
import type { WatchAnswer, WatchView } from '../../components/search/search-view.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { search } from './search.server.ts'

/** Questions that people keep: everybody's, as saved views are. */
export async function watches({ db }: House): Promise<WatchView[]> {
  return (await savedViews(db, 'search')).map(({ id, name, query, made_by }) => ({
    id,
    name,
    question: query,
    madeBy: made_by,
  }))
}

/** Hits of a watched question that the home screen shows. */
const SHOWN = 3

/** Each watched question with what it finds on the day, for whoever `house` is narrowed to. */
export async function watched(house: House, date: string): Promise<WatchAnswer[]> {
  const answers: WatchAnswer[] = []
  for (const one of await watches(house)) {
    const { total, hits } = await search(house, one.question, { date, limit: SHOWN })
    answers.push({ ...one, count: total, hits })
  }
  return answers
}

export const watch = (
  { db }: House,
  user: User,
  { name, query }: { name: string; query: string },
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const id = await insertSavedView(trx, { screen: 'search', name, query, madeBy: user.email })
    await recordEvent(trx, {
      actor: user.email,
      action: 'began to watch',
      subject: 'saved_view',
      subjectId: id,
      detail: { name, query },
    })
  })

export const unwatch = ({ db }: House, user: User, id: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await removeSavedView(trx, id)
    await recordEvent(trx, {
      actor: user.email,
      action: 'stopped watching',
      subject: 'saved_view',
      subjectId: id,
    })
  })
