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

/**
 * Starts the process of `work.ts` on one register again and again and ends it with SIGKILL at a random moment.
 * @param seed the same one gives the same moments
 */
export async function killOften(times: number, seed: number): Promise<Killings> {
  const folder = mkdtempSync(path.join(tmpdir(), 'carveout-kill-'))
  const random = mersenne(seed)
  const result: Killings = { survived: 0, tried: 0, acknowledged: 0, faults: [] }
  const all: Acknowledged[] = []
  try {
    for (let n = 0; n < times; n++) {
      all.push(...(await workUntilKilled(folder, uniformInt(random, 0, 900))))
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

/** @param afterMs from the moment when it is ready @returns what it had acknowledged by then */
function workUntilKilled(folder: string, afterMs: number): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/nothing-lost/work.ts', folder], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const done: Acknowledged[] = []
    let complaint = ''
    child.stderr.on('data', (words: Buffer) => {
      complaint += words.toString()
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said: Acknowledged = JSON.parse(line)
      if (said.kind === 'ready') setTimeout(() => child.kill('SIGKILL'), afterMs)
      else done.push(said)
    })
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(done)
      else reject(new Error(`The process ended by itself. ${complaint}`))
    })
  })
}
