import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp, Visitor } from './server.ts'

/** A real OpenID Connect provider on this machine: whoever types an address in is that person. */
let app: TestApp
let provider: Server
let issuer: string
let administrator: Visitor

beforeAll(async () => {
  // The provider has to know the app's address and the app the provider's: what it is asked before that waits.
  let open: (handler: RequestListener) => void = () => undefined
  const opened = new Promise<RequestListener>((resolve) => {
    open = resolve
  })
  provider = createServer(async (request, response) => (await opened)(request, response))
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening))
  issuer = `http://localhost:${(provider.address() as AddressInfo).port}`
  app = await startApp({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'carveout',
    OIDC_CLIENT_SECRET: 'a secret between the two',
  })
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'carveout',
        client_secret: 'a secret between the two',
        redirect_uris: [`${app.address}/auth/callback/oidc`],
      },
    ],
    cookies: { keys: ['for this test only'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: 'Ada', email: id, email_verified: !id.startsWith('unverified') }),
    }),
  })
  open(oidc.callback())
  administrator = app.visitor()
  const first = { name: 'Maria Strand', email: 'maria@halden.example', password: 'violet lamp staple horse' }
  await administrator.post(app.setUpAddress ?? '', first)
})
afterAll(async () => {
  await app.stop()
  provider.closeAllConnections()
  provider.close()
  for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) delete process.env[name]
})

const locationOf = (answer: Response) => answer.headers.get('location') ?? ''

/** Goes to the provider, says who one is there, agrees, and comes back. @returns where the app led to */
async function signInAtProvider(visitor: Visitor, email: string, to = '/'): Promise<string> {
  const browser = new Visitor(issuer)
  let answer = await browser.get(locationOf(await visitor.get(`/sign-in/sso?to=${encodeURIComponent(to)}`)))
  for (const prompt of ['login', 'consent']) {
    const interaction = locationOf(answer)
    answer = await browser.post(interaction, { prompt, login: email, password: 'any' })
    answer = await browser.get(locationOf(answer))
  }
  expect(locationOf(answer)).toMatch(`${app.address}/auth/callback/oidc?`)
  return locationOf(await visitor.get(locationOf(answer)))
}

const invite = (email: string) => administrator.post('/settings/people', { email, role: 'auditor' })

test('the browser goes to the provider’s own address, with a challenge (PKCE) and a state', async () => {
  const to = new URL(locationOf(await app.visitor().get('/sign-in/sso')))
  expect(to.origin).toBe(issuer)
  expect(to.searchParams.get('code_challenge_method')).toBe('S256')
  expect(to.searchParams.get('state')).toMatch(/.{16}/)
})

test('somebody who was invited comes in without ever having a password, where they wanted to go', async () => {
  await invite('ada@halden.example')
  const visitor = app.visitor()
  expect(await signInAtProvider(visitor, 'ada@halden.example', '/gaps?by=vendor')).toMatch(
    /\/gaps\?by=vendor$/,
  )
  expect((await visitor.get('/gaps')).status).toBe(200)
  expect((await visitor.post('/vendors/new', { name: 'Mine' })).status).toBe(403)
  const trail = await (await administrator.get('/settings/trail?actor=ada@halden.example')).text()
  expect(trail).toContain('by: single sign-on')
})

test('a stranger is not let in and is not made anybody', async () => {
  const visitor = app.visitor()
  expect(await signInAtProvider(visitor, 'stranger@evil.example')).toMatch(/\/sign-in\?error=/)
  expect((await visitor.get('/gaps')).status).toBe(303)
  expect(await (await administrator.get('/settings/people')).text()).not.toContain('stranger@evil.example')
})

test('an address that the provider has not verified is nobody’s', async () => {
  await invite('unverified@halden.example')
  const visitor = app.visitor()
  expect(await signInAtProvider(visitor, 'unverified@halden.example')).toMatch(/\/sign-in\?error=/)
  expect((await visitor.get('/gaps')).status).toBe(303)
})

test('who was shut out stays out', async () => {
  const people = await (await administrator.get('/settings/people')).text()
  const id = /\/settings\/people\/([\w-]{36})"[^>]*>ada/i.exec(people)?.[1]
  await administrator.post(`/settings/people/${id}`, { do: 'shut-out' })
  const visitor = app.visitor()
  await signInAtProvider(visitor, 'ada@halden.example').catch(() => '')
  expect((await visitor.get('/gaps')).status).toBe(303)
})

test('a return with a state that was not given out is refused', async () => {
  const visitor = app.visitor()
  await visitor.get('/sign-in/sso')
  const answer = await visitor.get('/auth/callback/oidc?code=made-up&state=made-up')
  expect(answer.status).not.toBe(200)
  expect((await visitor.get('/gaps')).status).toBe(303)
})
