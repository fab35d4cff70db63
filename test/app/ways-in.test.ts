import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../cli/main.ts'
import { openDatabase } from '../../db/connect.ts'
import { mailServer } from './mail-server.ts'
import { startApp, type TestApp, type Visitor } from './server.ts'

const maria = { email: 'maria@halden.example', password: 'violet lamp staple horse' }
const mails: string[] = []
const postOffice = mailServer(mails)
let app: TestApp
let administrator: Visitor

beforeAll(async () => {
  await new Promise<void>((listening) => postOffice.listen(0, '127.0.0.1', listening))
  const { port } = postOffice.address() as AddressInfo
  app = await startApp({ SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true`, RATE_LIMIT: '120' })
  administrator = app.visitor()
  await administrator.post(app.setUpAddress ?? '', { name: 'Maria Strand', ...maria })
})
afterAll(async () => {
  await app.stop()
  postOffice.close()
  for (const name of ['SMTP_URL', 'RATE_LIMIT']) delete process.env[name]
})

const textOf = async (answer: Promise<Response>) => (await (await answer).text()).replaceAll('<!-- -->', '')
const addressIn = (words: string) => /http:\/\/[^\s<]+\/password\/[\w-]+/.exec(words)?.[0] ?? ''

/** The address in the newest mail to somebody. */
async function mailedAddress(to: string): Promise<string> {
  const mail = () => mails.findLast((one) => one.includes(`To: ${to}`)) ?? ''
  await expect.poll(() => addressIn(mail()), { timeout: 20_000 }).not.toBe('')
  const address = addressIn(mail())
  mails.length = 0
  return address
}
const accept = (address: string, password: string) =>
  app.visitor().post(address, { name: 'Somebody', password })
const signIn = async (email: string, password: string) =>
  (await app.visitor().post('/sign-in', { email, password })).status
const idOf = async (email: string) => {
  const page = await textOf(administrator.get('/settings/people'))
  return (
    /\/settings\/people\/([\w-]{36})/.exec(page.slice(page.lastIndexOf('<tr', page.indexOf(email))))?.[1] ??
    ''
  )
}

describe('an invitation', () => {
  const email = 'jonas@halden.example'
  let address = ''

  test('is mailed to the person, and the screen does not show it', async () => {
    const page = await textOf(administrator.post('/settings/people', { email, role: 'legal' }))
    expect(page).toContain(`A mail is on its way to ${email}`)
    expect(addressIn(page)).toBe('')
    address = await mailedAddress(email)
  })

  test('lets them in once, and counts their address as verified, since they read its mail', async () => {
    expect((await accept(address, 'copper windmill quiet river')).headers.get('location')).toBe('/sign-in')
    expect((await accept(address, 'somebody else was here')).status).toBe(404)
    expect(await signIn(email, 'copper windmill quiet river')).toBe(302)
    expect(await textOf(administrator.get(`/settings/people/${await idOf(email)}`))).toContain('verified')
  })

  test('ends when it is too old', async () => {
    await administrator.post('/settings/people', { email: 'late@halden.example', role: 'legal' })
    const late = await mailedAddress('late@halden.example')
    const db = await openDatabase({ dataFolder: app.data, url: process.env.DATABASE_URL })
    await db
      .updateTable('one_time_link')
      .set({ expires_at: new Date(0).toISOString() })
      .where('used_at', 'is', null)
      .execute()
    await db.destroy()
    expect((await accept(late, 'copper windmill quiet river')).status).toBe(404)
    expect(await signIn('late@halden.example', 'copper windmill quiet river')).toBe(401)
  })
})

describe('a forgotten password', () => {
  const email = 'jonas@halden.example'

  test('is replaced through a mail; sessions end, and an earlier address stops when a newer one is made', async () => {
    const open = app.visitor()
    await open.post('/sign-in', { email, password: 'copper windmill quiet river' })
    await app.visitor().post('/forgotten', { email })
    const first = await mailedAddress(email)
    await app.visitor().post('/forgotten', { email })
    const second = await mailedAddress(email)
    expect((await accept(first, 'silver barrel slow garden')).status).toBe(404)
    expect((await accept(second, 'silver barrel slow garden')).status).toBe(302)
    expect((await open.get('/gaps')).status).toBe(303)
    expect(await signIn(email, 'silver barrel slow garden')).toBe(302)
  })

  test('of somebody unknown is answered the same, and sends nothing', async () => {
    const [known, unknown] = [
      await app.visitor().post('/forgotten', { email }),
      await app.visitor().post('/forgotten', { email: 'nobody@halden.example' }),
    ]
    expect(unknown.status).toBe(known.status)
    await mailedAddress(email)
    expect(mails.filter((mail) => mail.includes('nobody@'))).toEqual([])
  })

  test('is replaced by an address that the administrator makes', async () => {
    await administrator.post(`/settings/people/${await idOf(email)}`, { do: 'new-password' })
    expect((await accept(await mailedAddress(email), 'yellow candle deep harbour')).status).toBe(302)
    expect(await signIn(email, 'yellow candle deep harbour')).toBe(302)
  })
})

test('carveout user add prints the address once, and it works', async () => {
  const printed: string[] = []
  const write = process.stdout.write
  process.stdout.write = (words: string | Uint8Array) => printed.push(String(words)) > 0
  try {
    process.env.CARVEOUT_DATA = app.data
    expect(await main(['user', 'add', 'cli@halden.example', '--role', 'auditor'])).toBe(0)
    expect(await main(['user', 'add', 'cli@halden.example', '--role', 'auditor'])).toBe(2)
    expect(await main(['user', 'add', 'other@halden.example', '--role', 'king'])).toBe(2)
  } finally {
    process.stdout.write = write
  }
  const { link } = JSON.parse(printed.join('').trim()) as { link: string }
  expect((await accept(new URL(link).pathname, 'copper windmill quiet river')).status).toBe(302)
  expect(await signIn('cli@halden.example', 'copper windmill quiet river')).toBe(302)
})

test('the trail says from which address a page was told to change something', async () => {
  const { headers } = await fetch(`${app.address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...maria, password: 'not the right one' }),
    headers: { Origin: app.address, 'X-Forwarded-For': '203.0.113.9' },
  })
  expect(headers.getSetCookie()).toEqual([])
  expect(await textOf(administrator.get('/settings/trail?action=failed to sign in'))).toContain('203.0.113.9')
})

describe('what is refused is told in the trail', () => {
  const trail = (query: string) => textOf(administrator.get(`/settings/trail?${query}`))

  test('a change without sign-in, and a token that does not hold', async () => {
    expect((await app.visitor().post('/vendors/new', { name: 'Mine' })).status).toBe(401)
    const answer = await app.visitor().get('/api/v1/vendors', { Authorization: 'Bearer cvt_made_up' })
    expect(answer.status).toBe(401)
    await expect.poll(() => trail('actor=unknown&action=was refused')).toContain('/vendors/new')
    expect(await trail('actor=unknown&action=was refused')).toContain('/api/v1/vendors')
  })

  test('another name that points here, and a form of another site', async () => {
    const { port } = new URL(app.address)
    const status = await new Promise((resolve, reject) => {
      request({ port, host: '127.0.0.1', path: '/gaps', headers: { host: 'evil.example' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(421)
    const foreign = await administrator.post(
      '/vendors/new',
      { name: 'Mine' },
      { Origin: 'https://evil.example' },
    )
    expect(foreign.status).toBe(403)
    await expect.poll(() => trail('actor=unknown&action=was refused')).toContain('evil.example')
    expect(await trail('actor=unknown&action=was refused')).toContain('another web site')
  })
})

test('after sign-in a link leads nowhere but here', async () => {
  for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/%09/evil.example']) {
    const answer = await app.visitor().post(`/sign-in?to=${encodeURIComponent(to)}`, maria)
    expect(answer.headers.get('location'), to).toMatch(/^\/(?![/\\])/)
  }
})

test('who asks too often waits, and nobody else does', async () => {
  const statuses = new Set<number>()
  for (let n = 0; n < 130 && !statuses.has(429); n++)
    statuses.add((await app.visitor().get('/healthz')).status)
  expect(statuses.has(429)).toBe(true)
  expect((await administrator.get('/gaps')).status).toBe(200)
})
