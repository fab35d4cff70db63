import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

const root = path.join(import.meta.dirname, '..', '..')

export interface BenchServer {
  address: string
  cookie: string
  /** Processor time that all of its processes have used, in ms: what a measurement on a busy machine can be trusted for. */
  cpuMs(): number
  /** The most memory that they have held, in MB. */
  peakMb(): number
  stop(): Promise<void>
}

/** The process that was started and those of its own that serve, without readers. */
function serving(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
  const web = children.filter((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('start.mjs'))
  return [pid, ...web]
}

/** The app as `npm start` serves it, in a process of its own, with somebody signed in. */
export async function startBenchServer(env: Record<string, string>): Promise<BenchServer> {
  const profile = process.env.BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
    : []
  const child = spawn(process.execPath, [...profile, path.join(root, 'scripts', 'start.mjs')], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', RATE_LIMIT: '0', CARVEOUT_DEMO: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /ready: (\S+)/.exec(line)?.[1]
      if (ready) resolve(ready)
    })
    child.once('exit', () => reject(new Error('The server ended before it was ready.')))
  })
  const answer = await fetch(`${address}/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: address },
    body: new URLSearchParams({ role: 'administrator' }),
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const sum = (of: (pid: number) => number) =>
    serving(child.pid ?? 0).reduce((total, pid) => total + of(pid), 0)
  return {
    address,
    cookie,
    cpuMs: () =>
      sum((pid) => {
        // utime and stime, in hundredths of a second, after the name in brackets.
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
        return (Number(fields[11]) + Number(fields[12])) * 10
      }),
    peakMb: () =>
      sum((pid) => {
        const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        return Math.round(Number(kb ?? 0) / 1024)
      }),
    async stop() {
      child.removeAllListeners('exit')
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
