import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startServer } from '../../app/server.ts'
import type { Role } from '../../app/services/permissions.ts'

/** The built app on a free port with an empty register, without a browser. */
export async function startApp(settings: Record<string, string> = {}) {
  const data = mkdtempSync(path.join(tmpdir(), 'carveout-app-'))
  Object.assign(process.env, {
    CARVEOUT_DATA: data,
    PORT: '0',
    LOG_LEVEL: 'fatal',
    NODE_ENV: 'production',
    RATE_LIMIT: '0',
    CARVEOUT_DEMO: '0',
    ...settings,
  })
  const server = await startServer({ root: process.cwd() })
  return {
    ...server,
    data,
    visitor: () => new Visitor(server.address),
    /** Signed in as a role; the app must run with CARVEOUT_DEMO=1. */
    async as(role: Role) {
      const visitor = new Visitor(server.address)
      await visitor.post('/demo', { role })
      return visitor
    },
    async stop() {
      await server.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export type TestApp = Awaited<ReturnType<typeof startApp>>

/** A browser without a screen: keeps cookies, follows nothing. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  constructor(readonly address: string) {}

  get = (to: string, headers: Record<string, string> = {}) => this.send(to, { headers })

  /** Posts a form, as a page of the app does. */
  post = (to: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    this.send(to, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: this.address, ...headers },
    })

  async send(to: string, request: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const answer = await fetch(new URL(to, this.address), {
      ...request,
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...request.headers,
      },
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split(';')
      const at = pair.indexOf('=')
      const gone = attributes.some((a) => /^\s*max-age=0$/i.test(a))
      if (gone) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
}
