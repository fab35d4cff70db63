import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { readTerms } from '#domain/reading/read.ts'
import { ImportError } from '#importers/errors.ts'
import { importDocument } from '#importers/index.ts'
import { dishonesty } from './corpus.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sample = (name: string) => new Uint8Array(readFileSync(path.join(root, 'samples', name)))
const sources = [
  'files/corvane-amendment-1.pdf',
  'files/corvane-order-form.pdf',
  'files/lumenfold-ai-addendum.docx',
  'agreements/corvane-dpa.md',
  'agreements/quillmark-api-terms.md',
].map(sample)

/** What chance does to a file: bytes replaced, stretches cut out, doubled or swapped, words of its kind strewn in. */
const Change = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.nat(255),
  }),
  fc.record({
    kind: fc.constant('cut' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
  }),
  fc.record({
    kind: fc.constant('double' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    words: fc.constantFrom(
      '/Count -1',
      '/Kids [1 0 R]',
      '<<',
      'stream',
      '>>',
      '\0',
      '<w:p>',
      '](',
      '> > > ',
      '| a |',
      '9999999999999',
      '\ud800',
      '"Customer" means Customer',
      'within thirty (60) days of within',
    ),
  }),
)
type Change = typeof Change extends fc.Arbitrary<infer T> ? T : never

const File = fc.record({
  source: fc.nat(sources.length - 1),
  changes: fc.array(Change, { minLength: 1, maxLength: 12 }),
})

function changed(bytes: Uint8Array, change: Change): Uint8Array {
  const buffer = Buffer.from(bytes)
  const at = Math.floor(change.at * buffer.length)
  switch (change.kind) {
    case 'set':
      if (at < buffer.length) buffer[at] = change.byte
      return buffer
    case 'cut':
      return Buffer.concat([buffer.subarray(0, at), buffer.subarray(at + change.length)])
    case 'double':
      return Buffer.concat([buffer.subarray(0, at + change.length), buffer.subarray(at)])
    case 'insert':
      return Buffer.concat([buffer.subarray(0, at), Buffer.from(change.words), buffer.subarray(at)])
  }
}

export interface FuzzResult {
  cases: number
  read: number
  refused: number
  faults: string[]
  grownMb: number
  /** Processor time. */
  slowestMs: number
}

/** Of processor time: a busy machine is no fault of the file's. */
const longestMs = 20_000
const mostGrownMb = 600

/** Reads files that chance made, in this process, so that nothing hides a crash. @param seed the same one makes the same files */
export async function fuzz({ cases, seed }: { cases: number; seed: number }): Promise<FuzzResult> {
  const result: FuzzResult = { cases: 0, read: 0, refused: 0, faults: [], grownMb: 0, slowestMs: 0 }
  const files = fc.sample(File, { numRuns: cases, seed })
  let before = 0
  for (const [n, { source, changes }] of files.entries()) {
    // What is loaded once and stays is no growth.
    if (n === Math.min(50, cases - 1)) before = process.memoryUsage.rss()
    const start = process.cpuUsage()
    const fault = await readOne(changes.reduce(changed, sources[source] ?? new Uint8Array()), result)
    const { user, system } = process.cpuUsage(start)
    const took = Math.round((user + system) / 1000)
    result.cases++
    result.slowestMs = Math.max(result.slowestMs, took)
    if (fault) result.faults.push(`file ${n} of seed ${seed}: ${fault}`)
    if (took > longestMs) result.faults.push(`file ${n} of seed ${seed}: took ${took} ms of processor time`)
  }
  result.grownMb = Math.max(0, Math.round((process.memoryUsage.rss() - before) / 1024 / 1024))
  if (result.grownMb > mostGrownMb) result.faults.push(`memory grew by ${result.grownMb} MB`)
  return result
}

async function readOne(bytes: Uint8Array, result: FuzzResult): Promise<string | null> {
  try {
    const document = await importDocument(bytes, { projectRoot: root })
    const reading = readTerms(document)
    result.read++
    return dishonesty({ format: document.format, document, reading })
  } catch (error) {
    if (!(error instanceof ImportError))
      return error instanceof Error ? (error.stack ?? error.message) : String(error)
    result.refused++
    return null
  }
}
