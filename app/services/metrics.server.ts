import cluster from 'node:cluster'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { House } from './house.server.ts'

export interface Metrics {
  /** Counts and times requests; goes before everything else. Addresses are no labels: they name contracts. */
  watch: RequestHandler
  /** Serves what was measured, to this machine or to whoever has the token. */
  serve: RequestHandler
}

/** Requests, jobs and files as Prometheus reads them. @param token opens it to others than this machine */
export function createMetrics(house: House, token: string | undefined): Metrics {
  const registry = new Registry()
  // Of several processes at one port any one answers: each has series of its own.
  if (cluster.worker) registry.setDefaultLabels({ process: String(cluster.worker.id) })
  collectDefaultMetrics({ register: registry, prefix: 'carveout_' })
  const requests = new Counter({
    name: 'carveout_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'carveout_http_request_seconds',
    help: 'From a request to the end of its answer',
    labelNames: ['method'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'carveout_jobs',
    help: 'Jobs by what they do now',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of Object.entries(await house.jobs.counts())) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'carveout_files',
    help: 'Files of the register by state of their reading',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      const rows = await house.db
        .selectFrom('agreement_file')
        .select((w) => ['state', w.fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute()
      for (const { state, count } of rows) this.set({ state }, Number(count))
    },
  })

  return {
    watch(request, response, next) {
      const end = durations.startTimer({ method: methodOf(request.method) })
      response.on('finish', () => {
        end()
        requests.inc({ method: methodOf(request.method), status: response.statusCode })
      })
      next()
    },
    serve(request, response, next) {
      const relayed = request.headers['x-forwarded-for'] ?? request.headers.forwarded
      const near = !relayed && /^(?:::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '')
      const knows = token !== undefined && sameText(request.headers.authorization ?? '', `Bearer ${token}`)
      if (!near && !knows) {
        response.status(404).type('text').send('There is nothing at this address.')
        return
      }
      registry
        .metrics()
        .then((text) => response.set('Content-Type', registry.contentType).send(text))
        .catch(next)
    },
  }
}

/** Whoever sends made-up methods must not make new series. */
const methodOf = (method: string) =>
  ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other'

/** Takes as long whatever part of them is alike. */
function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
