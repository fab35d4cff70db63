import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from 'simple-statistics'
import { createChance } from './chance.ts'
import type { BenchServer } from './server.ts'

/**
 * Pages as people open them. The first of a visit is a document, drawn by the server; inside the app a browser asks for the
 * next page's data and draws it itself.
 */

export const pageKinds = ['dashboard', 'agreement', 'comparison', 'search'] as const
export type PageKind = (typeof pageKinds)[number]
type Way = 'document' | 'data'

/** What a page of a kind costs, nobody else there. */
export interface PageCost {
  /** Ms of the fastest. */
  alone: number
  /** Processor time of the server for a document. */
  cpu: number
  /** For its data alone. */
  data_cpu: number
  /** Documents a second when all ask without a pause. */
  mostASecond: number
  kb: number
}

/** Ms from a request to the end of its answer, while all users are there, each at their own pace. */
export interface Waiting {
  p50: number
  p95: number
  p99: number
  /** Of documents alone. */
  document_p95: number
}

export const users = 50
/** How long a user looks at a page before the next, on average. */
export const secondsOnAPage = 10
/** Of so many pages one is a document. */
export const pagesAVisit = 6
/** Pages of each kind before anything is measured: a server that has just started is slow for a while. */
const warmUp = 20

async function open(server: BenchServer, page: string, way: Way): Promise<{ ms: number; bytes: number }> {
  const url = new URL(page, server.address)
  if (way === 'data') url.pathname = url.pathname === '/' ? '/_root.data' : `${url.pathname}.data`
  const start = performance.now()
  const answer = await fetch(url, {
    headers: { cookie: server.cookie, accept: way === 'data' ? '*/*' : 'text/html' },
    redirect: 'manual',
  })
  const { length } = await answer.text()
  if (answer.status !== 200) throw new Error(`${url.pathname} answered ${answer.status}.`)
  return { ms: performance.now() - start, bytes: length }
}

/** @param paths pages by kind, asked for in turn */
export async function measureCosts(
  server: BenchServer,
  paths: Record<PageKind, string[]>,
): Promise<Record<PageKind, PageCost>> {
  return eachKind(async (kind) => {
    const of = paths[kind]
    const inTurn = async (count: number, way: Way) => {
      const all: { ms: number; bytes: number }[] = []
      const before = server.cpuMs()
      for (let n = 0; n < count; n++) all.push(await open(server, of[n % of.length] ?? '/', way))
      return { all, cpu: (server.cpuMs() - before) / count }
    }
    await inTurn(warmUp, 'document')
    const { all } = await inTurn(12, 'document')
    const data = await inTurn(warmUp, 'data')
    const hurried = 4
    const before = server.cpuMs()
    const most = (await visit(server, paths, { kinds: [kind], seconds: hurried, onAPage: 0, inside: 0 }))[
      kind
    ].document.length
    return {
      alone: Math.round(Math.min(...all.map(({ ms }) => ms))),
      cpu: Math.round((server.cpuMs() - before) / most),
      data_cpu: Math.round(data.cpu),
      mostASecond: Math.round(most / hurried),
      kb: Math.round(Math.max(...all.map(({ bytes }) => bytes)) / 1024),
    }
  })
}

/** @param seconds how long the users stay */
export async function measureWaiting(
  server: BenchServer,
  paths: Record<PageKind, string[]>,
  seconds: number,
): Promise<Record<PageKind, Waiting>> {
  const crowd = { kinds: pageKinds, onAPage: secondsOnAPage, inside: 1 - 1 / pagesAVisit }
  // So that each process has drawn each kind of page.
  await visit(server, paths, { ...crowd, seconds: 5, onAPage: 1, inside: 0.5 })
  const times = await visit(server, paths, { ...crowd, seconds })
  return eachKind(async (kind) => {
    const { document, data } = times[kind]
    const at = (share: number) => Math.round(quantile([...document, ...data], share))
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), document_p95: Math.round(quantile(document, 0.95)) }
  })
}

async function eachKind<T>(measure: (kind: PageKind) => Promise<T>): Promise<Record<PageKind, T>> {
  const all = {} as Record<PageKind, T>
  for (const kind of pageKinds) all[kind] = await measure(kind)
  return all
}

interface Crowd {
  kinds: readonly PageKind[]
  seconds: number
  onAPage: number
  /** The share of pages that are opened inside the app. */
  inside: number
}

/**
 * All users at once, each by themselves: a page of one of the kinds, some time to look at it, the next. That time is now shorter and
 * now longer (exponentially distributed), so that they come as independent people do and not in step.
 * @returns ms of each page, by its kind and by how it was opened
 */
async function visit(
  server: BenchServer,
  paths: Record<PageKind, string[]>,
  { kinds, seconds, onAPage, inside }: Crowd,
): Promise<Record<PageKind, Record<Way, number[]>>> {
  const chance = createChance(5)
  const end = performance.now() + seconds * 1000
  const looking = () =>
    pause(Math.min(-Math.log(1 - chance.share()) * onAPage * 1000, Math.max(0, end - performance.now())))
  const times = await eachKind(async (): Promise<Record<Way, number[]>> => ({ document: [], data: [] }))
  const user = async () => {
    await looking()
    while (performance.now() < end) {
      const kind = chance.of(kinds)
      const way = chance.share() < inside ? 'data' : 'document'
      times[kind][way].push((await open(server, chance.of(paths[kind]), way)).ms)
      await looking()
    }
  }
  await Promise.all(Array.from({ length: users }, user))
  return times
}
