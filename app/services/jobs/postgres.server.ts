import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import { createBell, pause } from './bell.ts'
import {
  Interrupted,
  type JobData,
  type JobName,
  type Jobs,
  type JobsPlace,
  jobData,
  maxAttempts,
  type ParkedJob,
} from './jobs.ts'

/** A worker that has died is given up after this; the longest reading has to fit. */
const expireInSeconds = 900

const schema = 'jobs'
const pollMs = 500
const queueOf = (name: JobName) => `carveout-${name}`
const nameOf = (queue: string) => queue.replace(/^carveout-/, '') as JobName

interface Payload {
  key: string
  data: JobData<JobName>
}

const StateRows = z.array(z.object({ state: z.string(), count: z.coerce.number() }))
const FailedRows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    data: z.object({ key: z.string() }),
    output: z.object({ message: z.string().optional() }).nullable(),
    created_on: z.date(),
  }),
)

const names = Object.keys(jobData) as JobName[]

/** Lets pg-boss work on the register's own connections, and within its transactions. */
const through = (db: Db): PgBoss.Db => ({
  executeSql: async (text, values) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
    return { rows }
  },
})

/** Jobs by pg-boss, in a schema of its own beside the register's tables. */
export function postgresJobs({ db, log, retrySeconds = 5 }: JobsPlace): Jobs {
  const boss = new PgBoss({ db: through(db), schema })
  boss.on('error', (error) => log.error({ err: error }, 'pg-boss'))
  const handlers = new Map<JobName, (data: never) => Promise<void>>()
  const loops: Promise<void>[] = []
  const bell = createBell()
  let stopped = false

  const ready = (async () => {
    await boss.start()
    for (const name of names)
      await boss.createQueue(queueOf(name), {
        name: queueOf(name),
        policy: 'short',
        retryLimit: maxAttempts - 1,
        retryDelay: retrySeconds,
        expireInSeconds,
      })
  })()
  // Whoever needs it awaits it and hears of the failure then.
  ready.catch(() => undefined)

  const send = (name: JobName, job: Payload, within?: PgBoss.Db) =>
    boss.send(queueOf(name), job, { singletonKey: job.key, ...(within && { db: within }) })

  /** Takes and does one job. @returns whether there was one */
  async function next(name: JobName): Promise<boolean> {
    const [job] = (await boss.fetch<Payload>(queueOf(name))) ?? []
    if (!job) return false
    try {
      await handlers.get(name)?.(jobData[name].parse(job.data.data) as never)
      await boss.complete(queueOf(name), job.id)
    } catch (error) {
      if (error instanceof Interrupted) {
        // Not the job's fault: a new one takes its place, and its tries count from the start.
        await send(name, job.data)
        await boss.complete(queueOf(name), job.id)
      } else {
        log.error({ job: name, key: job.data.key, err: error }, 'a job failed')
        await boss.fail(queueOf(name), job.id, {
          message: error instanceof Error ? error.message : String(error),
        })
      }
    }
    return true
  }

  /** pg-boss's own workers may be ended between taking a job and beginning it, and leave it to expire. */
  async function loop(name: JobName): Promise<void> {
    while (!stopped) {
      const resting = bell.rest()
      const found = await next(name).catch((error: unknown) => {
        log.error({ job: name, err: error }, 'no job could be taken')
        return false
      })
      if (!found) await Promise.race([resting, pause(pollMs)])
    }
  }

  async function count(): Promise<{ waiting: number; running: number; parked: number }> {
    await ready
    const counts = { waiting: 0, running: 0, parked: 0 }
    const { rows } = await boss
      .getDb()
      .executeSql(`select state::text, count(*) as count from ${schema}.job group by state`, [])
    for (const { state, count } of StateRows.parse(rows)) {
      if (state === 'active') counts.running += count
      else if (state === 'failed') counts.parked += count
      else if (state === 'created' || state === 'retry') counts.waiting += count
    }
    return counts
  }

  async function failed(): Promise<ParkedJob[]> {
    const { rows } = await boss
      .getDb()
      .executeSql(
        `select id, name, data, output, created_on from ${schema}.job where state = 'failed' order by created_on`,
        [],
      )
    return FailedRows.parse(rows).map((row) => ({
      id: row.id,
      name: nameOf(row.name),
      key: row.data.key,
      error: row.output?.message ?? '',
      since: row.created_on.toISOString(),
    }))
  }

  return {
    async send(trx, name, key, data) {
      await ready
      await send(name, { key, data }, through(trx))
      setImmediate(bell.ring)
    },
    handle(name, handler) {
      handlers.set(name, handler as (data: never) => Promise<void>)
    },
    async start(concurrency) {
      await ready
      for (const name of handlers.keys()) for (let i = 0; i < concurrency; i++) loops.push(loop(name))
    },
    async idle() {
      while (!stopped) {
        const { waiting, running } = await count()
        if (waiting + running === 0) return
        await pause(100)
      }
    },
    counts: count,
    async parked() {
      await ready
      return failed()
    },
    async runAgain(id) {
      await ready
      const job = (await failed()).find((row) => row.id === id)
      if (job) await boss.retry(queueOf(job.name), id)
    },
    async stop() {
      stopped = true
      bell.ring()
      await Promise.all(loops)
      await ready.catch(() => undefined)
      await boss.stop({ graceful: false })
    },
  }
}
