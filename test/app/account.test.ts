import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp, type Visitor } from './server.ts'
import { codeOf } from './totp.ts'

let app: TestApp
let administrator: Visitor
beforeAll(async () => {
  app = await startApp()
  administrator = app.visitor()
  await administrator.post(app.setUpAddress ?? '', { name: 'Maria Strand', ...maria })
})
afterAll(() => app.stop())

const maria = { email: 'maria@halden.example', password: 'violet lamp staple horse' }
const jonas = { email: 'jonas@halden.example', password: 'copper windmill quiet river' }
let jonasId = ''

async function signedIn(who: { email: string; password: string }): Promise<Visitor> {
  const visitor = app.visitor()
  expect((await visitor.post('/sign-in', who)).status).toBe(302)
  return visitor
}
const isIn = async (visitor: Visitor) => (await visitor.get('/gaps')).status === 200
const textOf = async (answer: Promise<Response>) => (await answer).text()

test('somebody is invited, chooses a password and signs in', async () => {
  const page = await textOf(administrator.post('/settings/people', { email: jonas.email, role: 'legal' }))
  const address = /http:\/\/[^<\s]+\/password\/[\w-]+/.exec(page)?.[0] ?? ''
  await app.visitor().post(address, { name: 'Jonas Berg', password: jonas.password })
  expect(await isIn(await signedIn(jonas))).toBe(true)
  const people = await textOf(administrator.get('/settings/people'))
  jonasId = /\/settings\/people\/([\w-]{36})"[^>]*>Jonas Berg/.exec(people)?.[1] ?? ''
  expect(jonasId).not.toBe('')
})

test('a new password asks for the old one, and ends the other sessions', async () => {
  const [here, there] = [await signedIn(jonas), await signedIn(jonas)]
  const next = 'silver barrel slow garden'
  const refused = await here.post('/account?index', {
    do: 'password',
    current: 'not it at all',
    password: next,
  })
  expect(refused.status).toBe(400)
  const weak = { do: 'password', current: jonas.password, password: 'password1234' }
  expect((await here.post('/account?index', weak)).status).toBe(400)
  const answer = await here.post('/account?index', {
    do: 'password',
    current: jonas.password,
    password: next,
  })
  expect(answer.status).toBe(200)
  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  expect((await app.visitor().post('/sign-in', jonas)).status).toBe(401)
  jonas.password = next
})

test('a session is ended from another one, and nobody ends a session that is not theirs', async () => {
  const [here, there] = [await signedIn(jonas), await signedIn(jonas)]
  const listed = [...(await textOf(here.get('/account'))).matchAll(/name="session" value="([\w-]+)"/g)].map(
    (m) => m[1] ?? '',
  )
  for (const session of listed) await administrator.post('/account?index', { do: 'end-session', session })
  expect(await isIn(there)).toBe(true)
  for (const session of listed) await here.post('/account?index', { do: 'end-session', session })
  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
})

test('an administrator ends every session of somebody, and a new role asks to sign in again', async () => {
  const visitor = await signedIn(jonas)
  await administrator.post(`/settings/people/${jonasId}`, { do: 'end-sessions' })
  expect(await isIn(visitor)).toBe(false)

  const again = await signedIn(jonas)
  await administrator.post(`/settings/people/${jonasId}`, { do: 'rights', role: 'auditor' })
  expect(await isIn(again)).toBe(false)
  const auditor = await signedIn(jonas)
  expect((await auditor.post('/vendors/new', { name: 'Mine' })).status).toBe(403)
})

let codes: string[] = []
let key = ''

test('a second factor is set up with the password and a code, and then asked for', async () => {
  const visitor = await signedIn(jonas)
  const to = '/account/second-factor'
  expect((await visitor.post(to, { do: 'begin', password: 'a guess at it' })).status).toBe(400)
  const scan = await textOf(visitor.post(to, { do: 'begin', password: jonas.password }))
  key = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(scan)?.[1] ?? ''
  expect(scan).toContain('data:image/svg+xml')
  expect((await visitor.post(to, { do: 'confirm', code: '000000' })).status).toBe(400)
  expect(await isIn(await signedIn(jonas)), 'a key alone asks for nothing').toBe(true)

  const done = await textOf(visitor.post(to, { do: 'confirm', code: codeOf(key) }))
  codes = [...done.matchAll(/<li><code[^>]*>([\w-]+)<\/code>/g)].map((m) => m[1] ?? '')
  expect(codes.length).toBeGreaterThanOrEqual(8)
  expect(await isIn(visitor)).toBe(true)
  expect(await textOf(visitor.get(to))).not.toContain(codes[0])
})

test('with it, the password alone opens nothing; a code does, and a backup code does once', async () => {
  const visitor = await signedIn(jonas)
  expect(await isIn(visitor)).toBe(false)
  expect((await visitor.post('/sign-in/code', { code: '000000' })).status).toBe(401)
  expect((await visitor.post('/sign-in/code', { code: codeOf(key) })).status).toBe(302)
  expect(await isIn(visitor)).toBe(true)

  const code = codes[0] ?? ''
  const lost = await signedIn(jonas)
  expect((await lost.post('/sign-in/code', { code })).status).toBe(302)
  expect(await isIn(lost)).toBe(true)
  expect((await (await signedIn(jonas)).post('/sign-in/code', { code })).status).toBe(401)
})

test('who has one is seen by the administrator, and it goes with the password only', async () => {
  expect(await textOf(administrator.get('/settings/people'))).toMatch(/Jonas Berg.*?<td[^>]*>on<\/td>/s)
  const visitor = await signedIn(jonas)
  await visitor.post('/sign-in/code', { code: codes[1] ?? '' })
  const to = '/account/second-factor'
  expect((await visitor.post(to, { do: 'off', password: 'a guess at it' })).status).toBe(400)
  expect((await visitor.post(to, { do: 'off', password: jonas.password })).status).toBe(200)
  expect(await isIn(await signedIn(jonas))).toBe(true)
})

test('where everybody needs one, who has none sets it up before anything else', async () => {
  await administrator.post('/settings/people/second-factor', { required: 'yes' })
  const visitor = await signedIn(jonas)
  for (const to of ['/gaps', '/account/tokens', '/'])
    expect((await visitor.get(to)).headers.get('location'), to).toBe('/account/second-factor')
  expect((await visitor.get('/api/v1/vendors', { Accept: 'application/json' })).status).toBe(403)
  expect((await visitor.get('/gaps.data', { Accept: '*/*' })).status).not.toBe(200)
  expect((await visitor.get('/account/second-factor')).status).toBe(200)
  expect((await visitor.get('/account')).status).toBe(200)

  const scan = await textOf(visitor.post('/account/second-factor', { do: 'begin', password: jonas.password }))
  const newKey = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(scan)?.[1] ?? ''
  await visitor.post('/account/second-factor', { do: 'confirm', code: codeOf(newKey) })
  expect(await isIn(visitor)).toBe(true)
  const off = await visitor.post('/account/second-factor', { do: 'off', password: jonas.password })
  expect(off.status).toBe(400)
})

test('all of it is in the trail', async () => {
  const scan = await textOf(
    administrator.post('/account/second-factor', { do: 'begin', password: maria.password }),
  )
  const ownKey = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(scan)?.[1] ?? ''
  await administrator.post('/account/second-factor', { do: 'confirm', code: codeOf(ownKey) })
  const trail = await textOf(administrator.get('/settings/trail'))
  const missing = [
    'turned on their second factor',
    'turned off their second factor',
    'ended every session of',
    'ended a session of theirs',
    'changed their password',
    'changed the rule of sign-in',
  ].filter((action) => !trail.includes(action))
  expect(missing).toEqual([])
})
