import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import pino from 'pino'
import { createAdmission } from './services/admit.server.ts'
import { ConfigError, readConfig } from './services/config.server.ts'
import { type House, openHouse } from './services/house.server.ts'
import { onlyLoopback } from './services/loopback.server.ts'
import { startSweeps } from './services/sweeps.server.ts'
import { localUser, type User } from './services/user.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    house: House
    user: User
  }
}

export interface RunningServer {
  address: string
  close(): Promise<void>
}

/**
 * Opens the register and serves the app.
 * @param options.root the project's folder, where `build/` is
 * @param options.dev serve from source with live reload
 * @throws ConfigError on a setting that can't be used, or a port that is taken
 */
export async function startServer(options: { root: string; dev?: boolean }): Promise<RunningServer> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const house = await openHouse(config, { root: options.root, log })
  const app = express()
  app.disable('x-powered-by')
  app.use(onlyLoopback)
  app.use(compression())

  // Character maps and fonts that the page view's pdf.js asks for.
  const pdfjs = path.join(options.root, 'node_modules', 'pdfjs-dist')
  for (const folder of ['cmaps', 'standard_fonts'])
    app.use(
      `/pdfjs/${folder}`,
      express.static(path.join(pdfjs, folder), { maxAge: '1d', fallthrough: false }),
    )

  // The viewer of the API's document.
  const rapidoc = path.join(options.root, 'node_modules', 'rapidoc', 'dist', 'rapidoc-min.js')
  app.get('/rapidoc/rapidoc-min.js', (_, response) => response.sendFile(rapidoc, { maxAge: '1d' }))

  // Rules that another process published hold from the next request on.
  const withRulesInForce: RequestHandler = (_, __, next) => {
    house.policy.refresh().then(() => next(), next)
  }

  const build = path.join(options.root, 'build')
  if (options.dev) {
    const { createServer } = await import('vite')
    const vite = await createServer({ root: options.root, server: { middlewareMode: true } })
    app.use(vite.middlewares)
    const load = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    app.all(
      '*',
      admitted(load),
      withRulesInForce,
      createRequestHandler({ build: load, getLoadContext: contextOf(house) }),
    )
  } else {
    const assets = path.join(build, 'client', 'assets')
    app.use('/assets', express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false }))
    app.use(express.static(path.join(build, 'client'), { maxAge: '1h' }))
    const built: ServerBuild = await import(path.join(build, 'server', 'index.js'))
    app.all(
      '*',
      admitted(async () => built),
      withRulesInForce,
      createRequestHandler({ build: built, getLoadContext: contextOf(house) }),
    )
  }

  const server = await listen(app, config.port, config.host)
  const stopSweeps = startSweeps(house)
  const { port } = server.address() as AddressInfo
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return {
    address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await stopSweeps()
      await house.close()
    },
  }
}

const contextOf = (house: House) => () => ({ house, user: localUser })

/** Refuses what the table of permissions does not grant, before Remix sees it. */
const admitted =
  (load: () => Promise<ServerBuild>): RequestHandler =>
  async (request, response, next) => {
    const { routes } = await load()
    const answer = createAdmission(routes)({ method: request.method, pathname: request.path }, localUser)
    if (answer.ok) next()
    else response.status(answer.status).type('text').send(answer.why)
  }

function listen(app: express.Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server))
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
