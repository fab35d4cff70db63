import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import pino from 'pino'
import type { ApiToken } from '#domain/register/token.ts'
import { type Access, openAccess } from './services/access.server.ts'
import { ConfigError, readConfig } from './services/config.server.ts'
import { drain } from './services/drain.server.ts'
import { createFront } from './services/front.server.ts'
import { contextOf, createGate } from './services/gate.server.ts'
import { securityHeaders } from './services/headers.server.ts'
import { type House, openHouse } from './services/house.server.ts'
import { createMetrics } from './services/metrics.server.ts'
import type { Paced } from './services/originals/download.server.ts'
import { createRefusals } from './services/refusals.server.ts'
import { startSweeps } from './services/sweeps.server.ts'
import type { User } from './services/user.server.ts'
import { takeOnJobs } from './services/work.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    house: House
    /** Who acts. On a route that anyone may open there may be nobody: see `visitor`. */
    user: User
    visitor: User | null
    sessionId: string | null
    /** The API token that the request came with, in place of a session. */
    token: ApiToken | null
    access: Access
    /** A stream as the body of the answer, at the pace of whoever receives it. */
    paced: Paced
    /** Under which this answer's scripts and style sheets are let in. */
    nonce: string
  }
}

/** What is told once the app is served. */
export interface Ready {
  address: string
  /** Makes the administrator, once; null when there is somebody already. */
  setUpAddress: string | null
  demo: boolean
}

export interface RunningServer extends Ready {
  close(): Promise<void>
}

/**
 * Opens the register and serves the app.
 * @param options.root the project's folder, where `build/` is
 * @param options.dev serve from source with live reload
 * @param options.beside another process of this machine serves the same register and looks after its folders (processes.ts)
 * @throws ConfigError on a setting that can't be used, or a port that is taken
 */
export async function startServer(options: {
  root: string
  dev?: boolean
  beside?: boolean
}): Promise<RunningServer> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel }, pino.destination(2))
  // Until everything is open, whoever comes early is told to come again.
  let answer: RequestListener = (_, response) => response.writeHead(503, { 'Retry-After': '1' }).end()
  const server = createServer((request, response) => answer(request, response))
  await listen(server, config.port, config.host)
  const { port } = server.address() as AddressInfo
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const address = config.baseUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`

  const jobsAtOnce = Math.ceil(availableParallelism() / config.webProcesses)
  const house = await openHouse(config, { root: options.root, log, jobsAtOnce })
  takeOnJobs(house)
  const { access, setUpAddress } = await openAccess(house, config, address, options)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.use(...securityHeaders(config, options))
  const noteRefusal = createRefusals(house)
  app.use(createFront(config, noteRefusal))
  const metrics = createMetrics(house, config.metricsToken)
  app.use(metrics.watch)
  app.get('/metrics', metrics.serve)
  app.use(compression())

  // Character maps and fonts that the page view's pdf.js asks for.
  const pdfjs = path.join(options.root, 'node_modules', 'pdfjs-dist')
  for (const folder of ['cmaps', 'standard_fonts'])
    app.use(
      `/pdfjs/${folder}`,
      express.static(path.join(pdfjs, folder), { maxAge: '1d', fallthrough: false }),
    )

  // The viewer of the API's document.
  const viewer = path.join(options.root, 'node_modules', 'swagger-ui-dist')
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    app.get(`/swagger-ui/${file}`, (_, response) =>
      response.sendFile(path.join(viewer, file), { maxAge: '1d' }),
    )

  const build = path.join(options.root, 'build')
  let load: () => Promise<ServerBuild>
  if (options.dev) {
    const { createServer: createVite } = await import('vite')
    const vite = await createVite({ root: options.root, server: { middlewareMode: true } })
    app.use(vite.middlewares)
    load = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  } else {
    const assets = path.join(build, 'client', 'assets')
    app.use('/assets', express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false }))
    app.use(express.static(path.join(build, 'client'), { maxAge: '1h' }))
    const built: ServerBuild = await import(path.join(build, 'server', 'index.js'))
    load = async () => built
  }

  // Rules that another process published hold from the next request on.
  const withRulesInForce: RequestHandler = (_, __, next) => {
    house.policy.refresh().then(() => next(), next)
  }
  app.all(
    '*',
    ...createGate({ house, access, load, noteRefusal }),
    withRulesInForce,
    createRequestHandler({
      build: options.dev ? load : await load(),
      getLoadContext: contextOf({ house, access }),
    }),
  )
  answer = app
  const stopSweeps = startSweeps(house, { folders: !options.beside })
  return {
    address,
    setUpAddress,
    demo: config.demo,
    close: async () => {
      await drain(server, 10_000)
      await stopSweeps()
      await house.close()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.listen(port, host, resolve)
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(
              `Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`,
            )
          : error,
      ),
    )
  })
}
