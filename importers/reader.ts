import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readerEnvironment } from './confine.ts'
import { ImportError } from './errors.ts'
import type { Limits, Progress } from './importer.ts'
import type { Answer, FileReading, Source, Task } from './messages.ts'

/** One reader process and the limits it works under. */

export type Outcome = FileReading | ImportError

export interface Reader {
  /** Never rejects; one file at a time. */
  read(
    source: Source,
    options: { fileName?: string; onProgress?: (progress: Progress) => void },
  ): Promise<Outcome>
  /** Ends the process; a file under way fails with `reason`. */
  kill(reason: ImportError): void
  readonly alive: boolean
  /** True when it has read so much that a fresh one is better. */
  readonly worn: boolean
  readonly ended: Promise<void>
}

export interface ReaderSettings {
  timeoutMs: number
  longestMs: number
  memoryMb: number
  limits: Partial<Limits> | undefined
  projectRoot: string
}

const watchEveryMs = 250
const filesOfALife = 1000
/** For a process to start and take up its file. */
const startMs = 120_000

export function startReader(settings: ReaderSettings): Reader {
  const child = start(settings)
  let job: {
    id: number
    onProgress?: (progress: Progress) => void
    settle: (outcome: Outcome) => void
  } | null = null
  let files = 0
  let deadline = 0
  let end = 0
  let alive = true
  let rss = 0
  let complaint = ''
  let watch: NodeJS.Timeout | undefined

  const settle = (outcome: Outcome) => {
    clearInterval(watch)
    const { settle } = job ?? {}
    job = null
    // An idle reader must not keep the program running.
    child.unref()
    child.channel?.unref()
    settle?.(outcome)
  }
  const kill = (reason: ImportError) => {
    alive = false
    child.kill('SIGKILL')
    settle(reason)
    // Its end is waited for, so the program must not end before it.
    child.ref()
    if (child.stderr instanceof Socket) child.stderr.ref()
  }

  if (child.stderr instanceof Socket) child.stderr.unref()
  child.stderr?.on('data', (data: Buffer) => {
    complaint = (complaint + data.toString()).slice(-4000)
  })
  child.on('message', (answer: Answer) => {
    if (answer.id !== job?.id) return
    if ('begun' in answer) {
      deadline = Date.now() + settings.timeoutMs
      end = Date.now() + settings.longestMs
    } else if ('progress' in answer) {
      rss = answer.rss
      deadline = Date.now() + settings.timeoutMs
      job.onProgress?.(answer.progress)
    } else if ('error' in answer)
      settle(new ImportError(answer.error.code, answer.error.message, answer.error.next))
    else settle(answer.result)
  })
  child.on('error', () => kill(crashed('')))
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      alive = false
      settle(/out of memory|allocation failed/i.test(complaint) ? outOfMemory() : crashed(complaint))
      resolve()
    })
  })

  function look() {
    if (Date.now() > deadline) kill(timedOut(settings.timeoutMs))
    else if (Date.now() > end) kill(tookTooLong(settings.longestMs))
    else if (Math.max(rss, memoryOf(child)) > 2 * settings.memoryMb * 1024 * 1024) kill(outOfMemory())
  }

  return {
    read: (source, { fileName, onProgress }) =>
      new Promise((resolve) => {
        const task: Task = {
          id: ++files,
          source,
          fileName,
          limits: settings.limits,
          projectRoot: settings.projectRoot,
        }
        job = { id: task.id, onProgress, settle: resolve }
        // Until the process is up and has the file; a busy machine is no fault of the file's.
        deadline = Date.now() + startMs
        end = deadline
        watch = setInterval(look, watchEveryMs)
        child.ref()
        child.channel?.ref()
        if (!alive) settle(crashed(complaint))
        else child.send(task, (error) => error && kill(crashed(complaint)))
      }),
    kill,
    get alive() {
      return alive
    },
    get worn() {
      return files >= filesOfALife || rss > settings.memoryMb * 1024 * 1024
    },
    ended,
  }
}

function start({ projectRoot, memoryMb }: ReaderSettings): ChildProcess {
  const packages = pathToFileURL(path.join(projectRoot, 'importers', 'packages.mjs')).href
  return fork(path.join(projectRoot, 'importers', 'child.ts'), [], {
    cwd: projectRoot,
    execArgv: ['--import', 'tsx', '--import', packages, `--max-old-space-size=${memoryMb}`, '--no-warnings'],
    // Standard output belongs to the command that was asked for.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: readerEnvironment(process.env),
  })
}

/** Resident memory in bytes as the kernel counts it; 0 where it can't be asked, then the child's own word counts. */
function memoryOf({ pid }: ChildProcess): number {
  if (process.platform !== 'linux' || pid === undefined) return 0
  try {
    const kilobytes = /VmRSS:\s{1,400}(\d{1,20})/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0
  }
}

const timedOut = (timeoutMs: number) =>
  new ImportError(
    'timed_out',
    `Reading this file got no further for ${Math.round(timeoutMs / 1000)} seconds and was given up.`,
    'Split the file and add its parts, or save it anew, for instance by printing it to PDF.',
  )

const tookTooLong = (longestMs: number) =>
  new ImportError(
    'timed_out',
    `Reading this file was not done after ${Math.round(longestMs / 60_000)} minutes and was given up.`,
    'Split the file and add its parts.',
  )

const outOfMemory = () =>
  new ImportError(
    'out_of_memory',
    'Reading this file takes more memory than a reader may use.',
    'Split the file and add its parts.',
  )

function crashed(complaint: string): ImportError {
  const why = /^\w{0,40}Error: .{1,200}/m.exec(complaint)?.[0]
  return new ImportError(
    'reader_crashed',
    `The reader broke down on this file${why ? ` (${why})` : ''}.`,
    'Save the file anew, for instance by printing it to PDF, and add that.',
  )
}
