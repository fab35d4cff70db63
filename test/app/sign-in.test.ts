import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { safePath } from '../../app/services/sign-in.server.ts'
import { startApp, type TestApp } from './server.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const first = { name: 'Maria Strand', email: 'maria@halden.example', password: 'violet lamp staple horse' }

test('the set-up address makes one administrator and is then used up', async () => {
  const address = app.setUpAddress ?? ''
  const visitor = app.visitor()
  expect((await visitor.get(address)).status).toBe(200)
  expect((await visitor.post(address, { ...first, password: 'password1234' })).status).toBe(400)
  expect((await visitor.post(address, first)).headers.get('location')).toBe('/')
  expect((await visitor.get('/')).status).toBe(200)
  expect((await app.visitor().post(address, { ...first, email: 'second@halden.example' })).status).toBe(404)
})

test('a visitor is sent to sign-in and comes back to where they wanted to go', async () => {
  const visitor = app.visitor()
  const refused = await visitor.get('/gaps?by=vendor')
  expect(refused.headers.get('location')).toBe('/sign-in?to=%2Fgaps%3Fby%3Dvendor')
  const answer = await visitor.post(refused.headers.get('location') ?? '', first)
  expect(answer.headers.get('location')).toBe('/gaps?by=vendor')
  expect((await visitor.get('/gaps')).status).toBe(200)
})

test('the cookie of a session is out of reach of scripts and other sites', async () => {
  const answer = await app.visitor().post('/sign-in', first)
  const cookie = answer.headers.getSetCookie().find((c) => c.includes('session_token')) ?? ''
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
})

test('a session ends with signing out', async () => {
  const visitor = app.visitor()
  await visitor.post('/sign-in', first)
  const before = new Map(visitor.cookies)
  await visitor.post('/sign-out')
  for (const [name, value] of before) visitor.cookies.set(name, value)
  expect((await visitor.get('/gaps')).status).toBe(303)
})

test('a cookie that was made up or changed opens nothing', async () => {
  const visitor = app.visitor()
  await visitor.post('/sign-in', first)
  const [name = '', value = ''] = [...visitor.cookies][0] ?? []
  const [token, signature = ''] = value.split('.')
  for (const forged of [`${token}x.${signature}`, `${token}.${signature.replace(/^./, 'A')}`, 'nonsense'])
    expect((await app.visitor().get('/gaps', { Cookie: `${name}=${forged}` })).status, forged).toBe(303)
})

test('an unknown address and a wrong password get the same answer', async () => {
  const said = async (email: string) => {
    const answer = await app.visitor().post('/sign-in', { email, password: 'not the password' })
    return [answer.status, (await answer.text()).includes('do not belong together')]
  }
  expect(await said(first.email)).toEqual([401, true])
  expect(await said('nobody@halden.example')).toEqual([401, true])
})

test('the eleventh attempt on an account waits, even with the right password', async () => {
  const email = 'victim@halden.example'
  const status = async () =>
    (await app.visitor().post('/sign-in', { email, password: 'a guess at it' })).status
  for (let i = 0; i < 10; i++) expect(await status()).toBe(401)
  expect(await status()).toBe(429)
})

test('nobody signs up by themselves, by no address of the sign-in library', async () => {
  for (const to of ['/auth/sign-up/email', '/auth/sign-in/email', '/auth/update-user', '/auth/get-session'])
    expect((await app.visitor().post(to, first)).status, to).toBe(404)
})

describe('after sign-in one stays on this site', () => {
  test.each([
    ['/gaps?by=vendor', '/gaps?by=vendor'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    [null, '/'],
  ])('%s leads to %s', (wanted, to) => {
    expect(safePath(wanted)).toBe(to)
  })
})
