import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Visitor } from './server.ts'

/** `npm start` with WEB_PROCESSES=2. */

const data = mkdtempSync(path.join(tmpdir(), 'carveout-processes-'))
let first: ChildProcess
let address: string

beforeAll(async () => {
  first = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      ...{ WEB_PROCESSES: '2', PORT: '0', CARVEOUT_DATA: data, CARVEOUT_DEMO: '1', LOG_LEVEL: 'fatal' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!first.stdout) throw new Error('What it tells is not heard.')
  for await (const line of createInterface({ input: first.stdout })) {
    address = /ready: (\S+)/.exec(line)?.[1] ?? ''
    if (address) return
  }
}, 120_000)

afterAll(() => rmSync(data, { recursive: true, force: true }))

/** Each on a connection of its own, so that the processes take turns. @returns the number of who answers */
async function whoAnswers(): Promise<string | undefined> {
  const [answer] = await once(get(`${address}/metrics`, { agent: false }), 'response')
  return /^carveout_process_start_time_seconds\{process="(\d+)"\}/m.exec(await text(answer))?.[1]
}

test('two processes answer at one port, and whoever signs in at one is known to the other', async () => {
  const answered = await Promise.all(Array.from({ length: 6 }, whoAnswers))
  expect(new Set(answered)).toEqual(new Set(['1', '2']))

  const visitor = new Visitor(address)
  await visitor.post('/demo', { role: 'legal' })
  const pages = await Promise.all(
    Array.from({ length: 6 }, () => visitor.get('/agreements', { Connection: 'close' })),
  )
  expect(pages.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
})

test('all of them end when the first is told to', async () => {
  first.kill('SIGTERM')
  expect(await once(first, 'exit')).toEqual([0, null])
  await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed')
})
