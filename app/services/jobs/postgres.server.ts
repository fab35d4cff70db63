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

/** A worker says three times in this span that it lives; one that doesn't is given up, however long its job takes. */
const leaseSeconds = 90
/** pg-boss puts away jobs that ended; those that failed too often stay where a person looks. */
const keepFailedSeconds = 90 * 24 * 3600

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
export function postgresJobs({ db, log, retrySeconds = 5, watchSeconds = 30 }: JobsPlace): Jobs {
  const boss = new PgBoss({
    db: through(db),
    schema,
    maintenanceIntervalSeconds: watchSeconds,
    archiveFailedAfterSeconds: keepFailedSeconds,
  })
  boss.on('error', (error) => log.error({ err: error }, 'pg-boss'))
  const handlers = new Map<JobName, (data: never) => Promise<void>>()
  const loops: Promise<void>[] = []
  const inHand = new Set<string>()
  const bell = createBell()
  let stopped = false
  let atOnce = 0

  const ready = (async () => {
    await boss.start()
    for (const name of names)
      await boss.createQueue(queueOf(name), {
        name: queueOf(name),
        policy: 'short',
        retryLimit: maxAttempts - 1,
        retryDelay: retrySeconds,
        expireInSeconds: leaseSeconds,
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
    inHand.add(job.id)
    try {
      await handlers.get(name)?.(jobData[name].parse(job.data.data) as never)
      await boss.complete(queueOf(name), job.id)
      await forgetFailed(name, job)
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
        await forgetFailed(name, job)
      }
    } finally {
      inHand.delete(job.id)
    }
    return true
  }

  /** What came right, or failed, since is no longer for a person to look at. */
  const forgetFailed = (name: JobName, { id, data }: { id: string; data: Payload }) =>
    boss
      .getDb()
      .executeSql(
        `delete from ${schema}.job where name = $1 and singleton_key = $2 and state = 'failed' and id <> $3`,
        [queueOf(name), data.key, id],
      )

  /** A job's lease counts from here on anew. */
  const renew = async () => {
    if (inHand.size > 0)
      await boss
        .getDb()
        .executeSql(`update ${schema}.job set started_on = now() where state = 'active' and id = any($1)`, [
          [...inHand],
        ])
  }
  const renewing = setInterval(
    () => {
      renew().catch((error: unknown) => log.error({ err: error }, 'leases could not be renewed'))
    },
    (leaseSeconds * 1000) / 3,
  )
  renewing.unref()

  /** pg-boss's own workers may be ended between taking a job and beginning it, and leave it to expire. */
  async function loop(name: JobName): Promise<void> {
    while (!stopped) {
      const resting = bell.rest()
      const found = await next(name).catch((error: unknown) => {
        log.error({ job: name, err: error }, 'no job could be taken')
        return false
      })
      if (!found) await resting
    }
  }

  /** Whether a job waits that another process may have asked for. One small question for all kinds. */
  async function anyWaiting(): Promise<boolean> {
    const { rows } = await boss
      .getDb()
      .executeSql(
        `select name from ${schema}.job where name = any($1) and state < 'active' and start_after < now() limit 1`,
        [[...handlers.keys()].map(queueOf)],
      )
    return rows.length > 0
  }

  async function watch(): Promise<void> {
    while (!stopped) {
      const waiting = await anyWaiting().catch((error: unknown) => {
        log.error({ err: error }, 'jobs could not be looked for')
        return false
      })
      if (waiting) bell.ring()
      await Promise.race([bell.rest(), pause(pollMs)])
    }
  }

  function begin(name: JobName): void {
    for (let i = 0; i < atOnce; i++) loops.push(loop(name))
  }

  async function count(name?: JobName): Promise<{ waiting: number; running: number; parked: number }> {
    await ready
    const counts = { waiting: 0, running: 0, parked: 0 }
    const { rows } = await boss
      .getDb()
      .executeSql(
        `select state::text, count(*) as count from ${schema}.job where $1::text is null or name = $1 group by state`,
        [name ? queueOf(name) : null],
      )
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
      begin(name)
    },
    async start(concurrency) {
      await ready
      atOnce = concurrency
      for (const name of handlers.keys()) begin(name)
      loops.push(watch())
    },
    async idle(name) {
      while (!stopped) {
        const { waiting, running } = await count(name)
        if (waiting + running === 0) return
        await pause(100)
      }
    },
    counts: () => count(),
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
      clearInterval(renewing)
      await ready.catch(() => undefined)
      await boss.stop({ graceful: false })
    },
  }
}
