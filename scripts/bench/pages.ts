import autocannon from 'autocannon'
import { quantile } from 'simple-statistics'
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
/** Each user opens a page every two seconds, faster than anybody reads. */
const pagesASecond = users / 2

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
  const request = {
    url: server.address,
    connections: users,
    requests: paths.map((path) => ({
      method: 'GET' as const,
      path,
      headers: { cookie: server.cookie, accept: 'text/html' },
    })),
  }
  const times: number[] = []
  const cpuBefore = server.cpuMs()
  const paced = autocannon({ ...request, duration: seconds, overallRate: pagesASecond })
  paced.on('response', (_, status, __, ms) => {
    if (status !== 200) throw new Error(`${paths[0]} answered ${status}.`)
    times.push(ms)
  })
  await paced
  const cpu = (server.cpuMs() - cpuBefore) / times.length
  const { requests } = await autocannon({ ...request, duration: Math.ceil(seconds / 3) })
  const at = (share: number) => Math.round(quantile(times, share))
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    alone: Math.round(Math.min(...alone.map(({ ms }) => ms))),
    cpu: Math.round(cpu),
    mostASecond: Math.round(requests.average),
    kb: Math.round(Math.max(...alone.map(({ bytes }) => bytes)) / 1024),
  }
}
