import { availableParallelism } from 'node:os'
import { ImportError } from './errors.ts'
import type { Limits, Progress } from './importer.ts'
import type { FileReading, Source } from './messages.ts'
import { type Outcome, type Reader, startReader } from './reader.ts'
import { projectRoot } from './root.ts'

export type { FileReading } from './messages.ts'

/**
 * Reads files in child processes: a file that hangs, crashes or eats memory is given up and costs nothing but
 * itself. Pdf.js and the term readers would block the thread they run in.
 */
export interface ReaderPool {
  /**
   * Imports a file and reads its terms. Files are independent; results come as they are ready.
   * @param source the bytes, the path of a file, or a document that an importer made before: its terms alone are read
   * @throws ImportError
   */
  read(source: Source, options?: ReadFileOptions): Promise<FileReading>
  /** False once it was closed. */
  readonly open: boolean
  /** Ends all readers. What was under way or waiting fails with `cancelled`. */
  close(): Promise<void>
}

export interface ReadFileOptions {
  fileName?: string
  onProgress?: (progress: Progress) => void
  signal?: AbortSignal
}

export interface PoolOptions {
  /** How many files are read at once; as many as there are cores unless set. */
  size?: number
  /** For each step of a file (a page, the terms), in milliseconds: long files take long, stuck ones go no further. */
  timeoutMs?: number
  /** For a whole file, however well it gets on, in milliseconds. */
  longestMs?: number
  /** Of heap in each reader; it is ended when its whole memory comes to twice that. */
  memoryMb?: number
  limits?: Partial<Limits>
  projectRoot?: string
}

interface Waiting {
  source: Source
  options: ReadFileOptions
  settle: (outcome: Outcome) => void
}

/** An idle reader is ended after this, since it holds on to memory. */
const idleMs = 60_000

const cancelled = () => new ImportError('cancelled', 'Reading this file was stopped before it was done.')

export function createReaderPool(options: PoolOptions = {}): ReaderPool {
  const settings = {
    timeoutMs: options.timeoutMs ?? 120_000,
    longestMs: options.longestMs ?? 2 * 60 * 60_000,
    memoryMb: options.memoryMb ?? 1536,
    limits: options.limits,
    projectRoot: options.projectRoot ?? projectRoot(),
  }
  const size = options.size ?? availableParallelism()
  const waiting: Waiting[] = []
  const readers = new Set<Reader>()
  const idle: Reader[] = []
  let closed = false
  let idleTimer: NodeJS.Timeout | undefined

  function next() {
    while (waiting.length > 0) {
      const reader = rested() ?? grown()
      if (!reader) return
      const job = waiting.shift()
      if (job) void run(reader, job)
    }
    clearTimeout(idleTimer)
    idleTimer = setTimeout(() => idle.splice(0).forEach(end), idleMs)
    idleTimer.unref()
  }

  /** One that has nothing to do and hasn't been ended from outside meanwhile. */
  function rested(): Reader | undefined {
    let reader = idle.pop()
    while (reader && !reader.alive) reader = idle.pop()
    return reader
  }

  function grown(): Reader | undefined {
    if (readers.size >= size) return undefined
    const reader = startReader(settings)
    readers.add(reader)
    void reader.ended.then(() => readers.delete(reader))
    return reader
  }

  async function run(reader: Reader, { source, options, settle }: Waiting) {
    const stop = () => reader.kill(cancelled())
    options.signal?.addEventListener('abort', stop, { once: true })
    const outcome = await reader.read(source, options)
    options.signal?.removeEventListener('abort', stop)
    if (reader.alive && !closed && !reader.worn) idle.push(reader)
    else end(reader)
    settle(outcome)
    if (!closed) next()
  }

  function end(reader: Reader) {
    readers.delete(reader)
    reader.kill(cancelled())
  }

  return {
    get open() {
      return !closed
    },
    read(source, options = {}) {
      return new Promise((resolve, reject) => {
        if (closed || options.signal?.aborted) return reject(cancelled())
        const job: Waiting = {
          source,
          options,
          settle: (outcome) => (outcome instanceof ImportError ? reject(outcome) : resolve(outcome)),
        }
        options.signal?.addEventListener('abort', () => {
          const place = waiting.indexOf(job)
          if (place < 0) return
          waiting.splice(place, 1)
          job.settle(cancelled())
        })
        waiting.push(job)
        next()
      })
    },
    async close() {
      closed = true
      clearTimeout(idleTimer)
      for (const job of waiting.splice(0)) job.settle(cancelled())
      const ending = [...readers]
      ending.forEach(end)
      await Promise.all(ending.map((reader) => reader.ended))
    },
  }
}
