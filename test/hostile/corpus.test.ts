import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ImportError } from '#importers/errors.ts'
import { createReaderPool, type FileReading, type ReaderPool } from '#importers/isolated.ts'
import { corpus, dishonesty, lostShare, samples } from './corpus.ts'

/** What brings it down must not keep the next file from being read. */
let pool: ReaderPool
const outcomes = new Map<string, FileReading | ImportError>()
const files = await corpus()
const sound = new Map<string, string>()

beforeAll(async () => {
  pool = createReaderPool({
    size: 2,
    timeoutMs: 10_000,
    memoryMb: 512,
    limits: { maxUnpackedBytes: 8_000_000 },
  })
  const read = (bytes: Uint8Array, fileName: string) =>
    pool.read(bytes, { fileName }).catch((error: unknown) => {
      if (error instanceof ImportError) return error
      throw error
    })
  await Promise.all([
    ...files.map(async (file) => outcomes.set(file.name, await read(file.bytes, file.fileName))),
    ...samples.map(async ({ name, bytes }) => {
      const outcome = await read(bytes, name)
      if (!(outcome instanceof ImportError)) sound.set(name, outcome.document.text)
    }),
  ])
}, 1_200_000)
afterAll(async () => {
  await pool.close()
  console.log(`${outcomes.size} hostile files tried`)
})

test('there are at least sixty of them, each under a name of its own', () => {
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
  expect(files.length).toBeGreaterThanOrEqual(60)
})

describe.each(files)('$name', ({ name, fileName, must }) => {
  test('becomes an error with a code, or an honest reading', () => {
    const outcome = outcomes.get(name)
    if (outcome instanceof ImportError) {
      expect(outcome.message).toMatch(/\S/)
      if (must !== 'either') expect(must).toHaveProperty('fail')
      if (must !== 'either' && 'fail' in must && must.fail !== 'any')
        expect(must.fail).toContain(outcome.code)
      return
    }
    expect(outcome && dishonesty(outcome)).toBeNull()
    expect(must).not.toHaveProperty('fail')
    if (!outcome || must === 'either') return
    if (!('read' in must)) return
    const { says = '', saysNot, warns = [], pages } = must.read
    const shown = outcome.document.lines
      .filter((line) => !line.hidden)
      .map(({ start, end }) => outcome.document.text.slice(start, end))
      .join(' ')
    expect(shown).toContain(says)
    if (saysNot) expect(shown).not.toContain(saysNot)
    expect(outcome.reading.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(warns))
    if (pages) expect(outcome.document.pages).toHaveLength(pages)
  })

  test.runIf(must === 'either' && name.includes(': '))('tells of words that it lost', () => {
    const outcome = outcomes.get(name)
    if (!outcome || outcome instanceof ImportError) return
    const lost = lostShare(sound.get(fileName) ?? '', outcome.document.text)
    if (lost > 0.01) expect(outcome.reading.warnings.map(({ code }) => code)).not.toEqual([])
  })
})

test('the pool still reads a sound file after all of them', async () => {
  const [sample] = samples
  const { document } = await pool.read(sample?.bytes ?? new Uint8Array(), { fileName: sample?.name })
  expect(document.text).toBe(sound.get(sample?.name ?? ''))
})

test('a reader opens nothing outside: it has no network', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const here = `http://127.0.0.1:${port}`
  const page = `<html><head><script src="${here}/a.js"></script></head><body><img src="${here}/b.png"><iframe src="${here}/c"></iframe><p>The supplier keeps its records.</p></body></html>`
  await pool.read(new TextEncoder().encode(page), { fileName: 'page.html' })
  server.close()
  expect(asked).toEqual([])
})
