import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addressProblem, deliver } from '../../app/services/outbound.server.ts'

interface Received {
  path: string
  headers: Record<string, string>
  body: string
}
let server: Server
let received: Received[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers as Record<string, string>, body })
      if (request.url === '/moved') response.writeHead(302, { Location: '/elsewhere' })
      if (request.url === '/endless') {
        const more = () => {
          while (response.write('x'.repeat(10_000)));
          response.once('drain', more)
        }
        return more()
      }
      return response.end('thanks')
    })
  })
  server.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
})
afterAll(() => server.close())
beforeEach(() => {
  received = []
})

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`
const port = () => (server.address() as AddressInfo).port
const send = (url: string, allowInside = false) =>
  deliver({ url, body: '{"type":"gap.opened"}', id: 'msg_1', secret, sentAt: new Date(), allowInside })

test('a message arrives signed, so that its receiver can check it', async () => {
  expect(await send(`http://127.0.0.1:${port()}/hook`, true)).toEqual({ ok: true, status: 200 })
  const [message] = received
  expect(new Webhook(secret).verify(message?.body ?? '', message?.headers ?? {})).toEqual({
    type: 'gap.opened',
  })
})

test.each([
  ['this machine', () => `http://127.0.0.1:${port()}/hook`],
  ['this machine by name', () => `http://localhost:${port()}/hook`],
  ['this machine in version 6', () => `http://[::1]:${port()}/hook`],
  ['this machine as one number', () => `http://2130706433:${port()}/hook`],
  ['this machine, mapped', () => `http://[::ffff:127.0.0.1]:${port()}/hook`],
  ['a cloud’s metadata', () => 'http://169.254.169.254/latest/meta-data/'],
  ['a private network', () => 'http://10.0.0.1/'],
])('%s is not reached', async (_, url) => {
  expect(await send(url())).toMatchObject({ ok: false, status: null })
  expect(received).toEqual([])
})

test('a redirect is not followed', async () => {
  expect(await send(`http://127.0.0.1:${port()}/moved`, true)).toMatchObject({ ok: false, status: 302 })
  expect(received.map((r) => r.path)).toEqual(['/moved'])
})

test('an answer without end is cut off', async () => {
  expect(await send(`http://127.0.0.1:${port()}/endless`, true)).toEqual({ ok: true, status: 200 })
})

test.each([
  ['no address', /whole address/],
  ['file:///etc/passwd', /https/],
  ['https://user:secret@hooks.example.com', /name and password/],
])('%s is refused with a sentence', (url, sentence) => {
  expect(addressProblem(url)).toMatch(sentence)
})
