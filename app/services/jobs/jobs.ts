import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Db } from '#db/connect.ts'
import type { Schema } from '#db/schema.ts'

/** Every kind of job and what it is given. */
export const jobData = {
  /** Read a stored file: text, clauses, terms. */
  read: z.object({ fileId: z.string() }),
  /** Read papers again that an earlier engine read, a few at a time. */
  reread: z.object({}),
  /** Bring what stands on a day (ISO) up to date. */
  assess: z.object({ day: z.string() }),
  /** Make an export that somebody waits for. */
  export: z.object({ id: z.string() }),
  /** Timed work, by its name. */
  sweep: z.object({ name: z.string() }),
}
export type JobName = keyof typeof jobData
export type JobData<N extends JobName> = z.infer<(typeof jobData)[N]>

/** Work that outlives a process: kept in the database, taken up by another worker when one dies. */
export interface Jobs {
  /**
   * Adds a job, within the transaction given, so that it is there if and only if the change is. One that waits under the
   * same key is not doubled.
   */
  send<N extends JobName>(db: Db, name: N, key: string, data: JobData<N>): Promise<void>
  /** Says who does a kind of job. A handler that throws is tried again, and parked after `maxAttempts`. */
  handle<N extends JobName>(name: N, handler: (data: JobData<N>) => Promise<void>): void
  /** Begins to work, on so many jobs at once. */
  start(concurrency: number): Promise<void>
  /** Resolves when no job waits or runs, of one kind where it is named, here or in another process. */
  idle(name?: JobName): Promise<void>
  counts(): Promise<{ waiting: number; running: number; parked: number }>
  parked(): Promise<ParkedJob[]>
  /** Gives a parked job another try. */
  runAgain(id: string): Promise<void>
  /** Takes no more jobs and waits for those in hand; what a handler gave up goes back to the queue. */
  stop(): Promise<void>
}

export interface ParkedJob {
  id: string
  name: JobName
  key: string
  error: string
  since: string
}

/** Thrown by a handler that stops because its process stops: the job goes back untouched. */
export class Interrupted extends Error {
  override name = 'Interrupted'
}

/** After so many tries a job is parked. */
export const maxAttempts = 3

export interface JobsPlace {
  db: Kysely<Schema>
  log: Logger
  /** How long a job that failed waits for its next try; 5 unless set. */
  retrySeconds?: number
  /** How often jobs are looked for whose worker has died; 30 unless set. */
  watchSeconds?: number
}
