import path from 'node:path'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { openDatabase } from '#db/connect.ts'
import type { Schema } from '#db/schema.ts'
import { createReaderPool, type ReaderPool } from '#importers/isolated.ts'
import type { Playbooks } from '#playbooks/index.ts'
import type { Config } from './config.server.ts'
import { createIntake, type Intake } from './intake.server.ts'
import { folderOriginals, type Originals } from './originals.server.ts'
import { openPolicyShelf, type PolicyShelf } from './policy-shelf.server.ts'

/** What every route and command works with, opened once a process. */
export interface House {
  db: Kysely<Schema>
  originals: Originals
  readers: ReaderPool
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

/** Opens the register that the settings name; makes its folder and its schema if need be. */
export async function openHouse(
  config: Pick<Config, 'dataFolder'> & Partial<Pick<Config, 'databaseUrl'>>,
  { root, log }: { root: string; log: Logger },
): Promise<House> {
  const db = await openDatabase({ dataFolder: config.dataFolder, url: config.databaseUrl })
  const originals = folderOriginals(path.join(config.dataFolder, 'originals'))
  const policy = await openPolicyShelf(db)
  const readers = createReaderPool({})
  const intake = createIntake({ db, originals, readers, log })
  return {
    db,
    originals,
    readers,
    intake,
    policy,
    get playbooks() {
      return policy.current
    },
    root,
    log,
    async close() {
      await intake.close()
      await readers.close()
      await db.destroy()
    },
  }
}
