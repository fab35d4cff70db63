// `npm start` and `npm run dev`: everything from a fresh clone to a served page.
import cluster from 'node:cluster'
import { buildIfStale, checkNode, installIfStale, root } from './prepare.mjs'

const dev = process.argv.includes('--dev')
const first = cluster.isPrimary
checkNode()
process.chdir(root)
process.env.NODE_ENV ??= dev ? 'development' : 'production'
if (first) {
  installIfStale()
  if (!dev) buildIfStale()
}

const { register } = await import('tsx/esm/api')
register()
await import('../importers/packages.mjs')
const { isBeside, startProcesses, tellReady } = await import('../app/processes.ts')
const { readConfig } = await import('../app/services/config.server.ts')

async function serve() {
  const { webProcesses } = readConfig(process.env)
  if (first && webProcesses > 1 && !dev) return startProcesses(webProcesses)
  const { startServer } = await import('../app/server.ts')
  return startServer({ root, dev, beside: isBeside() })
}

function tell({ address, setUpAddress, demo }) {
  console.log(`Carveout is ready: ${address}   (Ctrl-C stops it)`)
  if (setUpAddress)
    console.log(
      `Nobody can sign in yet. Open this once, within a day, to become the administrator:\n  ${setUpAddress}`,
    )
  if (demo) console.log('Demo: anybody at this machine signs in as any role. Not for real contracts.')
}

try {
  const server = await serve()
  if (first) tell(server)
  else tellReady(server)
  let stopping = false
  const stop = async () => {
    // Of several processes each hears of it twice, from the terminal and from the first.
    if (stopping && first) process.exit(1)
    if (stopping) return
    stopping = true
    if (first) console.log('\nStopping …')
    await server.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  if (error?.name === 'ConfigError') console.error(error.message)
  else if (error?.name !== 'StartFailed') console.error(error)
  process.exit(1)
}
