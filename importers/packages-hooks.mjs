// The hook that `packages.mjs` registers; runs in the loader's thread.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export async function load(url, context, next) {
  if (context.format !== 'module' || !/^file:.*\/node_modules\/.*\.m?js$/.test(url)) return next(url, context)
  const source = await readFile(fileURLToPath(url), 'utf8')
  // Node would read the map of every package, which serves only whoever debugs it.
  const map = source.lastIndexOf('\n//# sourceMappingURL=')
  return { format: 'module', source: map < 0 ? source : source.slice(0, map), shortCircuit: true }
}
