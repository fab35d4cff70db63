// What every door does first: installs when node_modules is missing or stale, builds when the build is stale.
// Plain JavaScript without a dependency, since nothing may be installed yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
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

export function installIfStale() {
  const installed = changedAt(path.join(root, 'node_modules', '.package-lock.json'))
  if (installed > 0 && installed >= changedAt(path.join(root, 'package-lock.json'))) return
  console.error('Installing dependencies …')
  run('npm', ['ci', '--no-audit', '--no-fund'])
}

export function buildIfStale() {
  const built = changedAt(path.join(root, 'build', 'server', 'index.js'))
  const newest = Math.max(...sources.map((source) => newestIn(path.join(root, source))))
  if (built >= newest) return
  console.error('Building …')
  run('npm', ['run', '--silent', 'build'])
}
