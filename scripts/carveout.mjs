// `npm run --silent carveout -- COMMAND`: runs from source, installs first when that is still to be done.
import { checkNode, installIfStale, root } from './prepare.mjs'

checkNode()
installIfStale()
// npm runs scripts in the project's folder; the paths of the command line count from where it was typed.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
const { register } = await import('tsx/esm/api')
register()
await import('../importers/packages.mjs')
const { main } = await import('../cli/main.ts')
process.exitCode = await main(process.argv.slice(2), { root })
