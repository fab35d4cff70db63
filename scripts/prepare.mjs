// What every door does first: installs when node_modules is missing or stale, builds when the build is stale.
// Plain JavaScript without a dependency, since nothing may be installed yet.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const sources = [
  'app',
  'db',
  'domain',
  'exporters',
  'importers',
  'playbooks',
  'samples',
  'vite.config.ts',
  'package-lock.json',
]

function run(command, args) {
  // Standard output belongs to the command that was asked for.
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

function newestIn(entry) {
  if (!existsSync(entry)) return 0
  if (!statSync(entry).isDirectory()) return changedAt(entry)
  return Math.max(
    changedAt(entry),
    ...readdirSync(entry, { recursive: true }).map((name) => changedAt(path.join(entry, name))),
  )
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Carveout needs Node 20.19 or later; this is ${process.version}.`)
  process.exit(1)
}

/** Longer than this nobody installs or builds. */
const longestMs = 30 * 60_000

/** Whether the process that made a lock has ended. */
function isLeft(lock) {
  const age = Date.now() - changedAt(lock)
  if (age > longestMs) return true
  try {
    process.kill(Number(readFileSync(path.join(lock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    // One that is just being made has no number yet.
    return error.code === 'ESRCH' || (error.code === 'ENOENT' && age > 10_000)
  }
}

/**
 * One process at a time, since `npm ci` empties node_modules under whoever else starts; the others wait and look again.
 * @param {string} name of the work
 * @param {() => boolean} isDone whether it needs no doing, asked again once it is this process's turn
 * @param {() => void} work
 */
export function alone(name, isDone, work) {
  const lock = path.join(root, `.${name}.lock`)
  while (!isDone()) {
    try {
      mkdirSync(lock)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isLeft(lock)) rmSync(lock, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
      continue
    }
    const release = () => rmSync(lock, { recursive: true, force: true })
    process.once('exit', release)
    writeFileSync(path.join(lock, 'pid'), String(process.pid))
    if (!isDone()) work()
    process.off('exit', release)
    release()
    return
  }
}

export const installIfStale = () =>
  alone(
    'installing',
    () => {
      const installed = changedAt(path.join(root, 'node_modules', '.package-lock.json'))
      return installed > 0 && installed >= changedAt(path.join(root, 'package-lock.json'))
    },
    () => {
      console.error('Installing dependencies …')
      // All of them: `npm start` serves in production, where npm would leave out what `npm test` needs next.
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
    },
  )

export const buildIfStale = () =>
  alone(
    'building',
    () => {
      const built = changedAt(path.join(root, 'build', 'server', 'index.js'))
      return built >= Math.max(...sources.map((source) => newestIn(path.join(root, source))))
    },
    () => {
      console.error('Building …')
      run('npm', ['run', '--silent', 'build'])
    },
  )
