import { chunk, isEqual, memoize, partition, shuffle } from 'es-toolkit'
import { LRUCache } from 'lru-cache'
import { again } from '#db/again.ts'
import {
  forgetDays,
  hasChanges,
  rulesOfDay,
  setRulesOfDay,
  type ToReckon,
  takeChanges,
  toReckon,
  waiting,
} from '#db/standing.ts'
import { dayAfter } from '#domain/policy/calendar.ts'
import { breathe } from '../breathe.server.ts'
import type { House } from '../house.server.ts'
import type { Sweep } from '../sweep.server.ts'
import { localDay } from '../today.server.ts'
import { reckon } from './reckon.server.ts'
import { rulesByClass } from './rules.server.ts'

/**
 * Keeps what stands on a day in step with the register. Whoever asks has the little that changed reckoned before the answer;
 * where it is much (new rules, a new day, an import), a job does it, and screens answer meanwhile with what is there and say so.
 */

/** What an answer may wait for: an agreement's dates count one, a deployment's assessment ten. About a second. */
const PATIENCE = 500
const costOf = (some: ToReckon[]) =>
  some.reduce((sum, { subject }) => sum + (subject === 'deployment' ? 10 : 1), 0)

/** So much is reckoned in one transaction, counted in the same way; between two of them, others are served. */
const AT_ONCE = 40
const LOOK_AHEAD = 1000

/** What is not in step yet; null when everything is. */
export interface Behind {
  waiting: number
  all: number
}

export interface Asking {
  /** Wait for all of it, however long it takes: for what goes out of the house, and for scripts. */
  patient?: boolean
  /** The asker has just brought the day up to date. */
  broughtUp?: boolean
}

/** One at a time in a process: the others wait for the same work instead of doing it again. */
const underWay = new WeakMap<House, Map<string, Promise<Behind | null>>>()

/** Brings a day up to date as far as the asker waits for it. */
export function bringUp(asker: House, day: string, { patient = false }: Asking = {}): Promise<Behind | null> {
  const house = asker.whole
  const inHand = underWay.get(house) ?? new Map<string, Promise<Behind | null>>()
  underWay.set(house, inHand)
  const key = `${day} ${patient}`
  const before = inHand.get(key)
  // What is under way may have begun before the asker's own change: it is looked at again after it.
  const run = (before ?? Promise.resolve(null))
    .catch(() => null)
    .then(() => inStep(house, day, patient))
    .finally(() => {
      if (inHand.get(key) === run) inHand.delete(key)
    })
  inHand.set(key, run)
  return run
}

async function inStep(house: House, day: string, patient: boolean): Promise<Behind | null> {
  await takeNotice(house, day)
  const some = await toReckon(house.db, day, LOOK_AHEAD)
  if (some.length === 0) return null
  if (patient) {
    await reckonAll(house, day)
    return null
  }
  if (costOf(some) > PATIENCE) {
    await house.jobs.send(house.db, 'assess', day, { day })
    return behind(house, day)
  }
  for (const part of inParts(some)) await reckon(house, day, part)
  return null
}

const inParts = (some: ToReckon[]): ToReckon[][] => {
  const [deployments, agreements] = partition(some, ({ subject }) => subject === 'deployment')
  return [...chunk(deployments, AT_ONCE / 10), ...chunk(agreements, AT_ONCE)]
}

/** Every visit of a screen asks; the rules in force stay the same object until others are published. */
const rulesInForce = memoize(rulesByClass, { cache: new LRUCache({ max: 4 }) })

/** Turns noted changes, and rules that differ from those the day was begun with, into what is to be reckoned. */
async function takeNotice(house: House, day: string): Promise<void> {
  const rules = rulesInForce(house.playbooks)
  if (!isEqual(await rulesOfDay(house.db, day), rules))
    await again(house.db, (trx) => setRulesOfDay(trx, day, rules))
  while (await hasChanges(house.db)) await again(house.db, takeChanges)
}

/** Everything that waits, a few at a time. Several workers may do it at once: each begins somewhere else. */
export async function reckonAll(house: House, day: string): Promise<void> {
  for (;;) {
    await takeNotice(house, day)
    const some = await toReckon(house.db, day, LOOK_AHEAD)
    if (some.length === 0) return
    for (const part of shuffle(inParts(some)).slice(0, 25)) {
      await reckon(house, day, part)
      await breathe()
    }
  }
}

async function behind(house: House, day: string): Promise<Behind | null> {
  const counts = await waiting(house.db, day)
  const sum = (of: (count: (typeof counts)[number]) => number) => counts.reduce((n, c) => n + of(c), 0)
  const left = sum((count) => count.waiting)
  return left === 0 ? null : { waiting: left, all: sum((count) => count.all) }
}

/** From this hour on the next day is got ready, so that nobody waits in the morning. */
const EVENING = 20

/** Gets today ready, in the evening tomorrow, too, and forgets other days. */
export const standingSweep: Sweep = {
  name: 'standing',
  everyMinutes: 1,
  async run(house, now) {
    const today = localDay(now)
    await bringUp(house, today)
    if (now.getHours() >= EVENING) await bringUp(house, dayAfter(today))
    // Days that somebody looked at once are forgotten overnight.
    if (now.getHours() === 3) await again(house.db, (trx) => forgetDays(trx, [today, dayAfter(today)]))
  },
}
