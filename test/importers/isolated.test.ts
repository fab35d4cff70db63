import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReaderPool } from '#importers/isolated.ts'
import { createReaderPool } from '#importers/isolated.ts'
import { makePdf, prose } from './make.ts'

const text = (words: string) => new TextEncoder().encode(words)
const agreement = `# Services Terms\n\n1. Term. This agreement lasts one year from 1 March 2025. ${prose}\n`

let pool: ReaderPool
afterEach(() => pool.close())

/** Deeper than the reader's stack: brings its process down or fails in it, and nothing else. */
const poison = () => text(`<html><body>${'<div>'.repeat(60_000)}deep`)

describe('reader processes', () => {
  it('read bytes and files, and give the document and its terms; of a document its terms again', async () => {
    pool = createReaderPool({ size: 2 })
    const folder = await mkdtemp(path.join(tmpdir(), 'carveout-'))
    const file = path.join(folder, 'terms.md')
    await writeFile(file, agreement)
    const steps: string[] = []
    const [fromBytes, fromFile] = await Promise.all([
      pool.read(text(agreement), { fileName: 'terms.md', onProgress: ({ step }) => steps.push(step) }),
      pool.read(file, { fileName: 'terms.md' }),
    ])
    await rm(folder, { recursive: true })
    expect(fromBytes).toEqual(fromFile)
    expect(await pool.read(fromBytes.document)).toEqual(fromBytes)
    expect(fromBytes.format).toBe('markdown')
    expect(fromBytes.document.text).toContain(prose)
    expect(fromBytes.reading.terms.length + fromBytes.reading.absent.length).toBeGreaterThan(10)
    expect(steps).toContain('terms')
  })

  it('fail each file by itself, with the code that the importer gave', async () => {
    pool = createReaderPool({ size: 1 })
    const results = await Promise.allSettled([
      pool.read(new Uint8Array()),
      pool.read(text(agreement)),
      pool.read((await makePdf((pdf) => pdf.text(prose))).slice(0, 200)),
      pool.read(text(agreement)),
    ])
    expect(results.map((result) => (result.status === 'rejected' ? result.reason.code : 'read'))).toEqual([
      'empty_file',
      'read',
      'truncated',
      'read',
    ])
    expect(results[0]).toMatchObject({ reason: { name: 'ImportError', next: expect.any(String) } })
  })

  it('are given up when they take too long; the next file gets a fresh one', async () => {
    pool = createReaderPool({ size: 1, timeoutMs: 1 })
    const long = text(agreement.repeat(2000))
    await expect(pool.read(long)).rejects.toMatchObject({ code: 'timed_out' })
    await pool.close()
    pool = createReaderPool({ size: 1 })
    await expect(pool.read(text(agreement))).resolves.toMatchObject({ format: 'markdown' })
  })

  it('are given up when they take too much memory', async () => {
    pool = createReaderPool({ size: 1, memoryMb: 16 })
    await expect(pool.read(text(agreement))).rejects.toMatchObject({ code: 'out_of_memory' })
  })

  it('may break down without harm to the others', async () => {
    pool = createReaderPool({ size: 1 })
    const [bad, good] = await Promise.allSettled([pool.read(poison()), pool.read(text(agreement))])
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'reader_crashed' } })
    expect(good.status).toBe('fulfilled')
  })

  it('stop on request, waiting or reading', async () => {
    pool = createReaderPool({ size: 1 })
    const stop = new AbortController()
    const reading = [1, 2, 3].map(() => pool.read(text(agreement), { signal: stop.signal }))
    stop.abort()
    const results = await Promise.allSettled(reading)
    for (const result of results) expect(result).toMatchObject({ reason: { code: 'cancelled' } })
    await expect(pool.read(text(agreement))).resolves.toMatchObject({ format: 'markdown' })
  })

  it('end with the pool', async () => {
    pool = createReaderPool({ size: 1 })
    const reading = pool.read(text(agreement))
    const settled = expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    await pool.close()
    await settled
    await expect(pool.read(text(agreement))).rejects.toMatchObject({ code: 'cancelled' })
  })
})
