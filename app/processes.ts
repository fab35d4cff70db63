import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Ready, RunningServer } from './server.ts'

/**
 * Several processes that serve one register at one port, by Node's own cluster. The first brings the schema up to date, then come
 * the others; one that ends by itself is followed by another. They share nothing but the database and the data folder, as
 * processes on several machines do (docs/operations.md).
 */

/** Tells a process that it serves beside another. */
const besideSign = 'CARVEOUT_BESIDE'
const restMs = 2000

/** Whether this process serves beside the first one. */
export const isBeside = (): boolean => process.env[besideSign] === '1'

/** Tells the process that started this one that it serves. */
export const tellReady = ({ address, setUpAddress, demo }: Ready): void => {
  process.send?.({ address, setUpAddress, demo } satisfies Ready)
}

/**
 * @param count 2 or more
 * @throws StartFailed when one can't serve; it has said why itself
 */
export async function startProcesses(count: number): Promise<RunningServer> {
  const running = new Set<Worker>()
  let closing = false

  const start = async (beside: boolean): Promise<Ready> => {
    const worker = cluster.fork({ [besideSign]: beside ? '1' : '0' })
    running.add(worker)
    const ended = once(worker, 'exit').then(() => {
      running.delete(worker)
      return null
    })
    const told = await Promise.race([once(worker, 'message'), ended])
    if (!told) throw new StartFailed()
    ended.then(() => follow(beside))
    return told[0] as Ready
  }

  /** Another in the place of one that ended. */
  async function follow(beside: boolean): Promise<void> {
    while (!closing) {
      console.error('A process that served the app has ended; another takes its place.')
      await pause(restMs)
      if (closing || (await start(beside).catch(() => null))) return
    }
  }

  const ready = await start(false)
  try {
    await Promise.all(Array.from({ length: count - 1 }, () => start(true)))
  } catch (error) {
    await close()
    throw error
  }

  async function close(): Promise<void> {
    closing = true
    const ends = [...running].map((worker) => once(worker, 'exit'))
    for (const worker of running) worker.process.kill('SIGTERM')
    await Promise.all(ends)
  }
  return { ...ready, close }
}

/** One of the processes can't serve. */
export class StartFailed extends Error {
  override name = 'StartFailed'
}
