import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The project's folder: the nearest one upwards that holds the readers' source. Looked for from this file, which
 * after a build is the bundle, and then from the working directory.
 */
export function projectRoot(): string {
  for (const start of [import.meta.dirname, process.cwd()])
    for (let folder = start; folder; folder = path.dirname(folder)) {
      if (existsSync(path.join(folder, 'importers', 'child.ts'))) return folder
      if (folder === path.dirname(folder)) break
    }
  throw new Error('The folder of Carveout was not found; run it from there or name it as projectRoot.')
}
