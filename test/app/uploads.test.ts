import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyLimits } from '../../app/services/body-limit.server.ts'
import { maxUploadBytes } from '../../app/services/incoming.server.ts'
import { startApp, type TestApp, type Visitor } from './server.ts'

let app: TestApp
let legal: Visitor
beforeAll(async () => {
  app = await startApp({ CARVEOUT_DEMO: '1' })
  legal = await app.as('legal')
})
afterAll(() => app.stop())

/** A body in pieces, of which nobody says beforehand how long it is. */
async function* pieces(start: string, bytes: number, end = '') {
  yield new TextEncoder().encode(start)
  const piece = new Uint8Array(1_000_000).fill(65)
  for (let sent = 0; sent < bytes; sent += piece.length)
    yield piece.subarray(0, Math.min(piece.length, bytes - sent))
  yield new TextEncoder().encode(end)
}

const part = (name: string, fileName = '') =>
  `--line\r\nContent-Disposition: form-data; name="${name}"${fileName && `; filename="${fileName}"`}\r\n\r\n`
const formOf = (bytes: number) => pieces(part('file', 'paper.txt'), bytes, '\r\n--line--\r\n')
const formType = { 'Content-Type': 'multipart/form-data; boundary=line' }

/** Posts in chunks, without a Content-Length. */
const post = (
  who: Visitor,
  to: string,
  body: AsyncIterable<Uint8Array>,
  headers: Record<string, string>,
  next = body[Symbol.asyncIterator](),
) =>
  who.send(to, {
    method: 'POST',
    body: new ReadableStream({
      async pull(stream) {
        const { done, value } = await next.next()
        if (done) stream.close()
        else stream.enqueue(value)
      },
    }),
    duplex: 'half',
    headers: { Origin: app.address, ...headers },
  })

function filesIn(folder: string): string[] {
  const place = path.join(app.data, folder)
  if (!existsSync(place)) return []
  return readdirSync(place, { recursive: true, withFileTypes: true }).flatMap((f) =>
    f.isFile() ? [f.name] : [],
  )
}
const nothingKept = () => expect([...filesIn('incoming'), ...filesIn('originals')]).toEqual([])

test('a file that grows too large is refused while it comes in, and nothing of it is kept', async () => {
  const answer = await post(legal, '/upload/files', formOf(maxUploadBytes + 1), formType)
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ ids: [], error: expect.stringMatching(/larger than 100 MB/) })
  nothingKept()
  expect(await (await legal.get('/agreements')).text()).toContain('No agreement yet')
})

test('the form that works without JavaScript says so on its page', async () => {
  const answer = await post(legal, '/upload', formOf(maxUploadBytes + 1), formType)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('larger than 100 MB')
})

test('the API says so in its own words', async () => {
  const answer = await post(legal, '/api/v1/agreements', formOf(maxUploadBytes + 1), formType)
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ code: 'too_large' })
  nothingKept()
})

test('a form is refused before it is whole, however long its sender says it is', async () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const answer = await post(legal, '/vendors/new', pieces('name=', bodyLimits.signedIn), form)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('30 MB')
  expect(await (await legal.get('/vendors')).text()).not.toContain('AAAA')
})

test('who has not signed in may send a few words only', async () => {
  const long = 'A'.repeat(bodyLimits.visitor)
  const answer = await app.visitor().post('/sign-in', { email: 'maria@halden.example', password: long })
  expect(answer.status).toBe(413)
})

test('an upload that is cut off leaves nothing behind', async () => {
  const upload = request(new URL('/upload/files', app.address), {
    method: 'POST',
    headers: { ...formType, Cookie: [...legal.cookies].map(([n, v]) => `${n}=${v}`).join('; ') },
  })
  upload.on('error', () => undefined)
  upload.write(part('file', 'paper.txt') + 'A'.repeat(200_000))
  await expect.poll(() => filesIn('incoming')).toHaveLength(1)
  upload.destroy()
  await expect.poll(() => filesIn('incoming')).toEqual([])
  nothingKept()
})

test('a paper of a fitting size goes in, and nothing lies aside afterwards', async () => {
  const answer = await post(legal, '/upload/files', formOf(200_000), formType)
  expect(answer.status).toBe(201)
  expect(filesIn('incoming')).toEqual([])
  expect(filesIn('originals')).toHaveLength(1)
})

test('an original is downloaded as it was sent, and breaks off when its bytes are no longer those', async () => {
  const download = await legal.get('/agreements/paper/original')
  expect(download.headers.get('Content-Length')).toBe('200000')
  expect(await download.text()).toBe('A'.repeat(200_000))
  const originals = path.join(app.data, 'originals')
  const [name = ''] = readdirSync(originals, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.includes('/'),
  )
  writeFileSync(path.join(originals, name), 'B'.repeat(200_000))
  const damaged = await legal.get('/agreements/paper/original')
  await expect(damaged.text()).rejects.toThrow()
})
