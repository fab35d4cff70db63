import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import express from 'express'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filesById } from '#db/files.ts'
import { drain } from '../../app/services/drain.server.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import { createMetrics } from '../../app/services/metrics.server.ts'
import { readiness } from '../../app/services/ready.server.ts'

let folder: string
let house: House
let logged: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carveout-operations-'))
  logged = ''
  const sink = new Writable({
    write(chunk, _, done) {
      logged += chunk
      done()
    },
  })
  house = await openHouse(
    { dataFolder: folder },
    { root: path.resolve(import.meta.dirname, '../..'), log: pino({ level: 'trace' }, sink) },
  )
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the log tells of a reading that failed, and never a word of a contract', async () => {
  const canary = 'The heron on the weathervane signs for the supplier'
  const upload = (fileName: string, words: string | Uint8Array) =>
    house.intake.accept({ fileName, bytes: Buffer.from(words), actor: 'a test' })
  const { file } = await upload('sound.md', `# Terms\n\n1. Signing. ${canary} on 1 March 2025.\n`)
  await upload('broken.pdf', `%PDF-1.7\n${canary}`)
  const lost = await upload('lost.md', `# Terms\n\n2. ${canary}.\n`)
  // An original that somebody changed on the disk: the register's own fault, so it is logged.
  const kept = path.join(folder, 'originals', lost.file.sha256.slice(0, 2), lost.file.sha256.slice(2))
  writeFileSync(kept, `${readFileSync(kept, 'utf8')} changed`)
  await house.intake.readAgain(lost.file.id, 'a test')
  await house.intake.idle()
  expect((await filesById(house.db, [file.id]))[0]?.state).toBe('read')
  expect(logged).toContain('could not be read')
  expect(logged).not.toContain('heron')
}, 300_000)

describe('readiness', () => {
  test('is all well on a register that was just opened', async () => {
    expect(await readiness(house)).toEqual({ database: 'ok', originals: 'ok', readers: 'ok' })
  })

  test('fails when originals can’t be stored', async () => {
    writeFileSync(path.join(folder, 'originals'), 'a file where the folder should be')
    expect(await readiness(house)).toMatchObject({ originals: 'failed' })
  })

  test('fails once the readers have been closed', async () => {
    await house.readers.close()
    expect(await readiness(house)).toMatchObject({ readers: 'failed' })
  })
})

describe('metrics', () => {
  const token = 'a token of sixteen letters'
  async function ask(headers: Record<string, string>): Promise<{ status: number; text: string }> {
    const metrics = createMetrics(house, token)
    const app = express().use(metrics.watch).get('/metrics', metrics.serve)
    app.use((_, response) => void response.status(404).end())
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await fetch(`http://127.0.0.1:${port}/agreements/secret-merger`)
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers })
    const text = await answer.text()
    server.close()
    return { status: answer.status, text }
  }

  test('count requests, jobs and files, and name no contract', async () => {
    const { status, text } = await ask({})
    expect(status).toBe(200)
    expect(text).toContain('carveout_http_requests_total{method="GET",status="404"} 1')
    expect(text).toContain('carveout_jobs{state="waiting"} 0')
    expect(text).not.toContain('merger')
  })

  test.each([
    ['someone behind a proxy', { 'X-Forwarded-For': '203.0.113.9' }, 404],
    ['a wrong token', { 'X-Forwarded-For': '203.0.113.9', Authorization: 'Bearer wrong' }, 404],
    ['the token', { 'X-Forwarded-For': '203.0.113.9', Authorization: `Bearer ${token}` }, 200],
  ])('answer %s with its status', async (_, headers, status) => {
    expect((await ask(headers)).status).toBe(status)
  })
})

test('a server that is stopped finishes the answer under way', async () => {
  let finish: () => void = () => undefined
  const server = createServer((_, response) => {
    response.write('first ')
    finish = () => response.end('second')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<string>((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        if (text === '') void drain(server, 5000)
        text += chunk
        if (text === 'first ') finish()
      })
      response.on('end', () => resolve(text))
    }).on('error', reject)
  })
  expect(answer).toBe('first second')
  expect(server.listening).toBe(false)
})
