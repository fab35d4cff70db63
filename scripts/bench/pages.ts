import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from 'simple-statistics'
import { createChance } from './chance.ts'
import type { BenchServer } from './server.ts'

/** Pages as people open them: whole documents, drawn by the server. */

export interface PageFigures {
  p50: number
  p95: number
  p99: number
  /** A page alone, nobody else there. */
  alone: number
  /** Processor time of the server for a page. */
  cpu: number
  /** Answers a second when all ask without a pause. */
  mostASecond: number
  kb: number
}

export const users = 50
/** How long a user looks at a page before the next, on average: faster than anybody reads. */
const secondsOnAPage = 2

async function open(server: BenchServer, path: string): Promise<{ ms: number; bytes: number }> {
  const start = performance.now()
  const answer = await fetch(server.address + path, {
    headers: { cookie: server.cookie, accept: 'text/html' },
    redirect: 'manual',
  })
  const { length } = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
  return { ms: performance.now() - start, bytes: length }
}

/** @param paths pages of one kind, asked for in turn */
export async function measurePages(
  server: BenchServer,
  paths: string[],
  seconds: number,
): Promise<PageFigures> {
  const alone: { ms: number; bytes: number }[] = []
  for (const path of [...paths, ...paths].slice(0, 12)) alone.push(await open(server, path))
  const cpuBefore = server.cpuMs()
  const times = await visit(server, paths, seconds, secondsOnAPage)
  const cpu = (server.cpuMs() - cpuBefore) / times.length
  const hurried = Math.ceil(seconds / 3)
  const most = await visit(server, paths, hurried, 0)
  const at = (share: number) => Math.round(quantile(times, share))
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    alone: Math.round(Math.min(...alone.map(({ ms }) => ms))),
    cpu: Math.round(cpu),
    mostASecond: Math.round(most.length / hurried),
    kb: Math.round(Math.max(...alone.map(({ bytes }) => bytes)) / 1024),
  }
}

/**
 * All users at once, each by themselves: a page, some time to look at it, the next. They begin spread over that time, and it is
 * now shorter and now longer (exponentially distributed), so that they come as independent people do and not in step.
 * @returns ms of each page
 */
async function visit(
  server: BenchServer,
  paths: string[],
  seconds: number,
  onAPage: number,
): Promise<number[]> {
  const chance = createChance(5)
  const looking = () => pause(-Math.log(1 - chance.share()) * onAPage * 1000)
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  let next = 0
  const user = async () => {
    await looking()
    while (performance.now() < end) {
      times.push((await open(server, paths[next++ % paths.length] ?? '/')).ms)
      await looking()
    }
  }
  await Promise.all(Array.from({ length: users }, user))
  return times
}
