import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { House } from './house.server.ts'
import { maxUploadBytes } from './incoming.server.ts'
import { papersOfMail } from './mail-papers.server.ts'
import type { Sweep } from './sweep.server.ts'

/** Folders that people or scanners drop files into, and mailboxes as folders of .eml files. */

/** A file that was written to so lately may not be whole yet. */
const quietMs = 5000

/**
 * Takes in what lies in the folder. A file moves to `taken` once its bytes are safe in the register; when the process dies in
 * between, it is taken again and recognised by its bytes. What can't be taken moves to `refused`, with the reason beside it.
 */
export async function takeFolder(house: House, folder: string, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile() && !one.name.startsWith('.'))) {
    const file = path.join(folder, entry.name)
    const { mtimeMs, size } = await stat(file)
    if (now.getTime() - mtimeMs < quietMs) continue
    const problem =
      size === 0
        ? 'It is empty.'
        : size > maxUploadBytes
          ? 'It is larger than 100 MB.'
          : await takeFile(house, file)
    const to = await move(file, path.join(folder, problem ? 'refused' : 'taken'))
    if (problem) await writeFile(`${to}.why.txt`, `${problem}\n`)
  }
}

/** @returns why it can't be taken. @throws what may pass, such as a full disk: the file then stays for the next minute */
async function takeFile(house: House, file: string): Promise<string | undefined> {
  const fileName = path.basename(file)
  if (!/\.eml$/i.test(fileName)) {
    await house.intake.accept({ fileName, bytes: file, actor: 'intake folder' })
    return undefined
  }
  const papers = await papersOfMail(await readFile(file))
  if (typeof papers === 'string') return papers
  for (const one of papers) await house.intake.accept({ ...one, actor: 'mailbox' })
  return undefined
}

/** Never over a file that is there already. @returns where it went */
async function move(file: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  const { name, ext } = path.parse(file)
  let to = name + ext
  for (let nth = 2; there.has(to); nth++) to = `${name} ${nth}${ext}`
  await rename(file, path.join(folder, to))
  return path.join(folder, to)
}

export const intakeFolderSweep: Sweep = {
  name: 'intake folders',
  everyMinutes: 1,
  here: true,
  async run(house, now) {
    for (const folder of house.config.intakeFolders ?? []) await takeFolder(house, folder, now)
  },
}
