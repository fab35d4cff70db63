// `npm start` and `npm run dev`: everything from a fresh clone to a served page.
import { buildIfStale, checkNode, installIfStale, root } from './prepare.mjs'

const dev = process.argv.includes('--dev')
checkNode()
process.chdir(root)
process.env.NODE_ENV ??= dev ? 'development' : 'production'
installIfStale()
if (!dev) buildIfStale()

const { register } = await import('tsx/esm/api')
register()
await import('../importers/packages.mjs')
const { startServer } = await import('../app/server.ts')

try {
  const server = await startServer({ root, dev })
  console.log(`Carveout is ready: ${server.address}   (Ctrl-C stops it)`)
  if (server.setUpAddress)
    console.log(
      `Nobody can sign in yet. Open this once, within a day, to become the administrator:\n  ${server.setUpAddress}`,
    )
  if (server.demo) console.log('Demo: anybody at this machine signs in as any role. Not for real contracts.')
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    console.log('\nStopping …')
    await server.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  console.error(error?.name === 'ConfigError' ? error.message : error)
  process.exit(1)
}
