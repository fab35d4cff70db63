import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
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
  const workers: { id: string; name: JobName }[] = []
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

  async function run(name: JobName, [job]: PgBoss.Job<Payload>[]): Promise<void> {
    if (!job) return
    try {
      await handlers.get(name)?.(jobData[name].parse(job.data.data) as never)
    } catch (error) {
      // Not the job's fault: a new one takes its place, and its tries count from the start.
      if (error instanceof Interrupted) return void (await send(name, job.data))
      log.error({ job: name, key: job.data.key, err: error }, 'a job failed')
      throw error
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
      setImmediate(() => {
        for (const worker of workers) if (worker.name === name) boss.notifyWorker(worker.id)
      })
    },
    handle(name, handler) {
      handlers.set(name, handler as (data: never) => Promise<void>)
    },
    async start(concurrency) {
      await ready
      for (const name of handlers.keys())
        for (let i = 0; i < concurrency; i++)
          workers.push({
            name,
            id: await boss.work<Payload>(
              queueOf(name),
              { pollingIntervalSeconds: 0.5, batchSize: 1 },
              (jobs) => run(name, jobs),
            ),
          })
    },
    async idle() {
      while (!stopped) {
        const { waiting, running } = await count()
        if (waiting + running === 0) return
        await new Promise((resolve) => setTimeout(resolve, 100))
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
      await ready.catch(() => undefined)
      await boss.stop({ graceful: true, wait: true, timeout: 30_000 })
    },
  }
}
