import type { Server } from 'node:http'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFront } from '../../app/services/front.server.ts'

let server: Server
beforeAll(async () => {
  const app = express()
  app.use(createFront({ baseUrl: 'https://carveout.example.com', demo: false }))
  app.all('*', (_, response) => {
    response.send('inside')
  })
  server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
})
afterAll(() => server.close())

function status(method: string, headers: Record<string, string>): Promise<number | undefined> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, headers, path: '/' }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  ['this machine by name', 'GET', { host: 'localhost:3000' }, 200],
  ['this machine by number', 'GET', { host: '127.0.0.1' }, 200],
  ['another name that points here', 'GET', { host: 'evil.example' }, 421],
  ['a name that begins like ours', 'GET', { host: 'localhost.evil.example' }, 421],
  ['a form of our own', 'POST', { host: 'localhost:3000', origin: 'http://localhost:3000' }, 200],
  ['a form of another site', 'POST', { host: 'localhost:3000', origin: 'https://evil.example' }, 403],
  ['the name people open', 'GET', { host: 'carveout.example.com' }, 200],
  [
    'a form of that name',
    'POST',
    { host: 'carveout.example.com', origin: 'https://carveout.example.com' },
    200,
  ],
  [
    'a form that a browser says is another site’s',
    'POST',
    { host: 'localhost', 'sec-fetch-site': 'cross-site' },
    403,
  ],
  ['a program that is no browser', 'POST', { host: 'localhost:3000' }, 200],
  ['a form of a page without an origin', 'POST', { host: 'localhost:3000', origin: 'null' }, 403],
])('%s', async (_, method, headers, expected) => {
  expect(await status(method, headers)).toBe(expected)
})
