import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'
import { faultsOf } from './check.ts'
import type { Acknowledged } from './work.ts'

const root = path.resolve(import.meta.dirname, '../..')

export interface Killings {
  survived: number
  tried: number
  acknowledged: number
  faults: string[]
}

/** A moment by what was done before it rather than by the clock alone: a slow machine is killed amid work, too. */
interface Moment {
  afterAcknowledged: number
  andThenMs: number
}

/**
 * Starts the process of `work.ts` on one register again and again and ends it with SIGKILL at a random moment.
 * @param seed the same one gives the same moments
 * @param command how the process is started, without the folder
 */
export async function killOften(
  times: number,
  seed: number,
  command = ['--import', 'tsx', 'test/nothing-lost/work.ts'],
): Promise<Killings> {
  const folder = mkdtempSync(path.join(tmpdir(), 'carveout-kill-'))
  const random = mersenne(seed)
  const result: Killings = { survived: 0, tried: 0, acknowledged: 0, faults: [] }
  const all: Acknowledged[] = []
  try {
    for (let n = 0; n < times; n++) {
      const moment = { afterAcknowledged: uniformInt(random, 0, 16), andThenMs: uniformInt(random, 0, 120) }
      all.push(...(await workUntilKilled([...command, folder], moment)))
      const faults = await faultsOf(folder, all)
      result.tried++
      if (faults.length === 0) result.survived++
      result.faults.push(...faults)
    }
    result.acknowledged = all.length
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns what it had acknowledged when it was killed */
function workUntilKilled(command: string[], moment: Moment): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const done: Acknowledged[] = []
    let complaint = ''
    let dying = false
    child.stderr.on('data', (words: Buffer) => {
      complaint += words.toString()
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said: Acknowledged = JSON.parse(line)
      if (said.kind !== 'ready') done.push(said)
      if (dying || done.length < moment.afterAcknowledged) return
      dying = true
      setTimeout(() => child.kill('SIGKILL'), moment.andThenMs)
    })
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(done)
      else reject(new Error(`The process ended by itself. ${complaint}`))
    })
  })
}
