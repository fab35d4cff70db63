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
import { incomingFolder, readingFolder } from './incoming.server.ts'
import { createIntake, type Intake } from './intake.server.ts'
import { createJobs } from './jobs/index.server.ts'
import type { Jobs } from './jobs/jobs.ts'
import { openKeyRing } from './originals/keys.server.ts'
import { createOriginals, type Originals } from './originals/originals.server.ts'
import { folderShelf, type Shelf, sweepHalfWritten } from './originals/shelf.server.ts'
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
  /** The house without narrowing, for what is made once for everybody. */
  readonly whole: House
  /** The project's folder, where the samples are. */
  root: string
  log: Logger
  config: HouseConfig
  /** Lets the work in hand stop cleanly and closes everything. */
  close(): Promise<void>
}

export type HouseConfig = Pick<Config, 'dataFolder'> &
  Partial<
    Pick<
      Config,
      | 'databaseUrl'
      | 'blobStore'
      | 'keyFile'
      | 'backups'
      | 'smtpUrl'
      | 'mailFrom'
      | 'baseUrl'
      | 'remindTo'
      | 'intakeFolders'
    >
  >

interface Opening {
  root: string
  log: Logger
  /** Whether jobs are done here; true unless set. */
  work?: boolean
  /** How many readers; one a core unless set. */
  jobsAtOnce?: number
  readers?: ReaderPool
}

/** Opens the register that the settings name; makes its folder and its schema if need be. Without `work` it adds jobs and does none. */
export async function openHouse(
  config: HouseConfig,
  {
    root,
    log,
    work = true,
    jobsAtOnce = availableParallelism(),
    readers = createReaderPool({ size: jobsAtOnce }),
  }: Opening,
): Promise<House> {
  const db = await openDatabase({ dataFolder: config.dataFolder, url: config.databaseUrl })
  const keys = config.keyFile ? await openKeyRing(config.keyFile) : undefined
  const originals = createOriginals(await openShelf(config), keys)
  // What a process left that was ended while files came in or were read.
  const aside = readingFolder(config.dataFolder)
  for (const folder of [incomingFolder(config.dataFolder), aside]) await sweepHalfWritten(folder, new Date())
  const policy = await openPolicyShelf(db)
  const jobs = createJobs({ db, log })
  const intake = createIntake({ db, originals, readers, jobs, log, aside })
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
    get whole() {
      return house
    },
    root,
    log,
    config,
    async close() {
      await intake.close()
      await jobs.stop()
      await readers.close()
      await db.destroy()
    },
  }
  // One job more than readers: while what one has read is stored, its next file is at hand.
  if (work) await jobs.start(jobsAtOnce + 1)
  return house
}

/** The SDK of the object store takes a second to load, so it is loaded only where it is used. */
async function openShelf({ dataFolder, blobStore }: HouseConfig): Promise<Shelf> {
  if (blobStore) {
    const { s3Shelf } = await import('./originals/s3-shelf.server.ts')
    return s3Shelf(blobStore)
  }
  const folder = path.join(dataFolder, 'originals')
  await sweepHalfWritten(folder, new Date())
  return folderShelf(folder)
}
