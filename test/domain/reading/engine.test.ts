import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { changedReaders, engine, weights } from '#domain/reading/engine.ts'

test('weights that were trained anew are named in domain/reading/engine.ts, so that papers are read again', () => {
  const hash = createHash('sha256')
  for (const file of ['confidence.json', 'network.json', 'weights.json'])
    hash.update(readFileSync(new URL(`../../../domain/reading/weights/${file}`, import.meta.url)))
  expect(hash.digest('hex').slice(0, weights.length)).toBe(weights)
})

test('readers that changed, came or went are what is read again', () => {
  const before = { ...engine, readers: { parties: 1, indemnity: 1, gone: 2 } }
  const now = { ...engine, readers: { parties: 1, indemnity: 2, new: 1 } }
  expect(changedReaders(before, now)).toEqual(['indemnity', 'gone', 'new'])
  expect(changedReaders({ ...before, structure: 'older' }, now)).toBe('all')
  expect(changedReaders(null, now)).toBe('all')
})
