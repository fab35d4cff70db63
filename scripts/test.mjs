// `npm test`: unit, integration and browser tests with their own set-up.
import { spawnSync } from 'node:child_process'
import { buildIfStale, checkNode, installIfStale, root } from './prepare.mjs'

checkNode()
installIfStale()
buildIfStale()
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
