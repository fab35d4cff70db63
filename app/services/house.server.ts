import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { openDatabase } from '#db/connect.ts'
import type { Schema } from '#db/schema.ts'
import { onlyUnits } from '#db/scope.ts'
import { createReaderPool, type ReaderPool } from '#importers/isolated.ts'
import type { Playbooks } from '#playbooks/index.ts'
import type { Config } from './config.server.ts'
import { createIntake, type Intake } from './intake.server.ts'
import { createJobs } from './jobs/index.server.ts'
import type { Jobs } from './jobs/jobs.ts'
import { folderOriginals, type Originals } from './originals.server.ts'
import { openPolicyShelf, type PolicyShelf } from './policy-shelf.server.ts'
import type { User } from './user.server.ts'

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
  /**
   * The same house as this person sees it: with units of their own, every query through its `db` finds only what is theirs
   * (db/scope.ts). What requests work with; timed work and the command line use the whole house.
   */
  as(user: Pick<User, 'units'>): House
  /** The project's folder, where the samples are. */
  root: string
  log: Logger
  /** Lets the work in hand stop cleanly and closes everything. */
  close(): Promise<void>
}

/** Opens the register that the settings name; makes its folder and its schema if need be. Without `work` it adds jobs and does none. */
export async function openHouse(
  config: Pick<Config, 'dataFolder'> & Partial<Pick<Config, 'databaseUrl' | 'blobStore'>>,
  { root, log, work = true }: { root: string; log: Logger; work?: boolean },
): Promise<House> {
  const db = await openDatabase({ dataFolder: config.dataFolder, url: config.databaseUrl })
  const originals = await openOriginals(config)
  const policy = await openPolicyShelf(db)
  const readers = createReaderPool({})
  const jobs = createJobs({ db, log })
  const intake = createIntake({ db, originals, readers, jobs, log })
  if (work) await jobs.start(availableParallelism())
  const house: House = {
    db,
    originals,
    readers,
    jobs,
    intake,
    policy,
    get playbooks() {
      return policy.current
    },
    as: ({ units }) => {
      if (units.length === 0) return house
      const narrowed = db.withPlugin(onlyUnits(units))
      return Object.create(house, { db: { value: narrowed }, intake: { value: intake.within(narrowed) } })
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
  return house
}

/** The SDK of the object store takes a second to load, so it is loaded only where it is used. */
async function openOriginals({ dataFolder, blobStore }: Pick<Config, 'dataFolder' | 'blobStore'>) {
  if (!blobStore) return folderOriginals(path.join(dataFolder, 'originals'))
  const { s3Originals } = await import('./originals-s3.server.ts')
  return s3Originals(blobStore)
}
