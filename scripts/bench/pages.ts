import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from 'simple-statistics'
import { createChance } from './chance.ts'
import type { BenchServer } from './server.ts'

/** Pages as people open them: whole documents, drawn by the server. */

export const pageKinds = ['dashboard', 'agreement', 'comparison', 'search'] as const
export type PageKind = (typeof pageKinds)[number]

export interface PageFigures {
  /** Ms while all users are there, each at their own pace; null where that was not measured. */
  p50: number | null
  p95: number | null
  p99: number | null
  /** A page alone, nobody else there. */
  alone: number
  /** Processor time of the server for a page. */
  cpu: number
  /** Answers a second when all ask without a pause. */
  mostASecond: number
  kb: number
}

export const users = 50
/** How long a user looks at a page before the next, on average. */
export const secondsOnAPage = 10
/** Pages of each kind before anything is measured: a server that has just started is slow for a while. */
const warmUp = 40

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

/**
 * @param paths pages by kind, asked for in turn
 * @param seconds how long the users stay; 0 leaves them out
 */
export async function measurePages(
  server: BenchServer,
  paths: Record<PageKind, string[]>,
  seconds: number,
): Promise<Record<PageKind, PageFigures>> {
  const alone = await eachKind(async (kind) => {
    const of = paths[kind]
    for (let n = 0; n < warmUp; n++) await open(server, of[n % of.length] ?? '/')
    const all: { ms: number; bytes: number }[] = []
    for (let n = 0; n < 12; n++) all.push(await open(server, of[n % of.length] ?? '/'))
    return all
  })
  const calm = seconds > 0 ? await visit(server, paths, pageKinds, seconds, secondsOnAPage) : null
  return eachKind(async (kind) => {
    const cpuBefore = server.cpuMs()
    const hurried = 4
    const most = (await visit(server, paths, [kind], hurried, 0))[kind].length
    const at = (share: number) => (calm ? Math.round(quantile(calm[kind], share)) : null)
    return {
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      alone: Math.round(Math.min(...alone[kind].map(({ ms }) => ms))),
      cpu: Math.round((server.cpuMs() - cpuBefore) / most),
      mostASecond: Math.round(most / hurried),
      kb: Math.round(Math.max(...alone[kind].map(({ bytes }) => bytes)) / 1024),
    }
  })
}

async function eachKind<T>(measure: (kind: PageKind) => Promise<T>): Promise<Record<PageKind, T>> {
  const all = {} as Record<PageKind, T>
  for (const kind of pageKinds) all[kind] = await measure(kind)
  return all
}

/**
 * All users at once, each by themselves: a page of one of the kinds, some time to look at it, the next. That time is now shorter and
 * now longer (exponentially distributed), so that they come as independent people do and not in step.
 * @returns ms of each page, by its kind
 */
async function visit(
  server: BenchServer,
  paths: Record<PageKind, string[]>,
  kinds: readonly PageKind[],
  seconds: number,
  onAPage: number,
): Promise<Record<PageKind, number[]>> {
  const chance = createChance(5)
  const looking = () => pause(-Math.log(1 - chance.share()) * onAPage * 1000)
  const end = performance.now() + seconds * 1000
  const times: Record<PageKind, number[]> = { dashboard: [], agreement: [], comparison: [], search: [] }
  const user = async () => {
    await looking()
    while (performance.now() < end) {
      const kind = chance.of(kinds)
      times[kind].push((await open(server, chance.of(paths[kind]))).ms)
      await looking()
    }
  }
  await Promise.all(Array.from({ length: users }, user))
  return times
}
