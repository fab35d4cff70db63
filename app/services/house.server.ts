import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { openDatabase } from '#db/connect.ts'
import type { Schema } from '#db/schema.ts'
import { createReaderPool, type ReaderPool } from '#importers/isolated.ts'
import type { Playbooks } from '#playbooks/index.ts'
import type { Config } from './config.server.ts'
import { createIntake, type Intake } from './intake.server.ts'
import { createJobs } from './jobs/index.server.ts'
import type { Jobs } from './jobs/jobs.ts'
import { folderOriginals, type Originals } from './originals.server.ts'
import { openPolicyShelf, type PolicyShelf } from './policy-shelf.server.ts'

/** What every route and command works with, opened once a process. */
export interface House {
  db: Kysely<Schema>
  originals: Originals
  readers: ReaderPool
  jobs: Jobs
  intake: Intake
  /** The rules in force: the published version of the policy. */
  readonly playbooks: Playbooks
  policy: PolicyShelf
  /** The project's folder, where the samples are. */
  root: string
  log: Logger
  /** Lets the work in hand stop cleanly and closes everything. */
  close(): Promise<void>
}

/** Opens the register that the settings name; makes its folder and its schema if need be. Without `work` it adds jobs and does none. */
export async function openHouse(
  config: Pick<Config, 'dataFolder'> & Partial<Pick<Config, 'databaseUrl'>>,
  { root, log, work = true }: { root: string; log: Logger; work?: boolean },
): Promise<House> {
  const db = await openDatabase({ dataFolder: config.dataFolder, url: config.databaseUrl })
  const originals = folderOriginals(path.join(config.dataFolder, 'originals'))
  const policy = await openPolicyShelf(db)
  const readers = createReaderPool({})
  const jobs = createJobs({ db, log })
  const intake = createIntake({ db, originals, readers, jobs, log })
  if (work) await jobs.start(availableParallelism())
  return {
    db,
    originals,
    readers,
    jobs,
    intake,
    policy,
    get playbooks() {
      return policy.current
    },
    root,
    log,
    async close() {
      await intake.close()
      await jobs.stop()
      await readers.close()
      await db.destroy()
    },
  }
}
