import { hostname } from 'node:os'
import {
  claimJob,
  finishJob,
  insertJob,
  jobCounts,
  parkedJobs,
  parkJob,
  renewLeases,
  returnJob,
  runningJobs,
} from '#db/jobs.ts'
import type { Row } from '#db/schema.ts'
import { createBell, pause } from './bell.ts'
import {
  Interrupted,
  type JobData,
  type JobName,
  type Jobs,
  type JobsPlace,
  jobData,
  maxAttempts,
} from './jobs.ts'

const leaseSeconds = 60
const pollMs = 1000
/** The start tells this process from an earlier one that had the same number, as in a container. */
const here = `${hostname()}:${process.pid}:${Math.round(performance.timeOrigin)}`

/** Jobs in the register's own SQLite file. Workers of one machine share it, so a dead one is known by its process id. */
export function sqliteJobs({ db, log, retrySeconds = 5, watchSeconds = leaseSeconds / 4 }: JobsPlace): Jobs {
  const handlers = new Map<string, (data: never) => Promise<void>>()
  const inHand = new Set<string>()
  const loops: Promise<void>[] = []
  let stopped = false
  const bell = createBell()

  async function run(job: Row<'job'>): Promise<void> {
    inHand.add(job.id)
    try {
      const data = jobData[job.name as JobName].parse(JSON.parse(job.data_json))
      await handlers.get(job.name)?.(data as never)
      await finishJob(db, job)
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      if (error instanceof Interrupted) await returnJob(db, job.id, 0, null)
      else if (job.attempts >= maxAttempts) {
        log.error({ job: job.name, key: job.key, err: error }, 'a job failed too often and is parked')
        await parkJob(db, job, words)
      } else await returnJob(db, job.id, job.attempts * retrySeconds, words)
    } finally {
      inHand.delete(job.id)
    }
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      const resting = bell.rest()
      const job = await claimJob(db, { names: [...handlers.keys()], worker: here, leaseSeconds }).catch(
        (error: unknown) => {
          log.error({ err: error }, 'no job could be taken')
          return undefined
        },
      )
      if (job) await run(job)
      else await Promise.race([resting, pause(pollMs)])
    }
  }

  /** Jobs whose worker is gone go back to the queue. */
  async function takeBack(): Promise<void> {
    const now = new Date().toISOString()
    for (const job of await runningJobs(db))
      if (!inHand.has(job.id) && ((job.lease_until ?? '') < now || isGone(job.worker ?? '')))
        await returnJob(db, job.id, 0, 'Its worker ended before it was done.')
  }

  const upkeep = async () => {
    await renewLeases(db, [...inHand], leaseSeconds)
    await takeBack()
  }
  let upkeepTimer: NodeJS.Timeout | undefined

  return {
    async send(trx, name, key, data) {
      await insertJob(trx, { name, key, data })
      // The transaction may end a little later: the next poll finds what this ring came too early for.
      setImmediate(bell.ring)
    },
    handle(name, handler) {
      handlers.set(name, handler as (data: JobData<typeof name>) => Promise<void>)
    },
    async start(concurrency) {
      await takeBack()
      upkeepTimer = setInterval(() => {
        upkeep().catch((error: unknown) => log.error({ err: error }, 'leases could not be renewed'))
      }, watchSeconds * 1000)
      upkeepTimer.unref()
      for (let i = 0; i < concurrency; i++) loops.push(loop())
    },
    async idle(name) {
      for (;;) {
        const { waiting = 0, running = 0 } = await jobCounts(db, name)
        if (stopped || waiting + running === 0) return
        await pause(50)
      }
    },
    async counts() {
      const { waiting = 0, running = 0, parked = 0 } = await jobCounts(db)
      return { waiting, running, parked }
    },
    async parked() {
      return (await parkedJobs(db)).map(({ id, name, key, error, created_at }) => ({
        id,
        name: name as JobName,
        key,
        error: error ?? '',
        since: created_at,
      }))
    },
    async runAgain(id) {
      await returnJob(db, id, 0, null)
      bell.ring()
    },
    async stop() {
      stopped = true
      clearInterval(upkeepTimer)
      bell.ring()
      await Promise.all(loops)
    },
  }
}

/** Whether a worker of this machine has ended. Nothing is known of other machines'. */
function isGone(worker: string): boolean {
  const [host, pid] = worker.split(':')
  if (host !== hostname() || worker === here) return false
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
