import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import type { Upload } from '#app/services/intake.server.ts'
import { AgreementKind } from '#domain/reading/kind.ts'
import { type Done, printLine, say, UsageError } from './output.ts'
import { withRegister } from './register.ts'

interface Options {
  vendor?: string
  kind?: string
}

export const importCommand = (done: Done) =>
  new Command('import')
    .description(
      'Takes files and the files of folders into the register and reads them; or takes an export back.',
    )
    .argument('<path...>', 'files, mails (.eml) or folders; or one folder that "export" wrote')
    .option('--vendor <name>', 'whose papers they are; taken from each paper when left out')
    .option('--kind <kind>', AgreementKind.options.join(', '))
    .addHelpText('after', '\nExample:\n  carveout import contracts/ --vendor "Acme Cloud"')
    .action(async (paths: string[], { vendor, kind }: Options) => {
      const { isExport } = await import('#app/services/transfer.server.ts')
      if (paths.length === 1 && paths[0] && (await isExport(paths[0]))) return takeBack(paths[0], done)
      const given = kind === undefined ? undefined : parseKind(kind)
      const files = (await Promise.all(paths.map(filesUnder))).flat()
      let failed = 0
      const { agreementById } = await import('#db/agreements.ts')
      const { filesById } = await import('#db/files.ts')
      await withRegister(
        async (house) => {
          const accepted: { file: string; id: string; duplicate: boolean }[] = []
          for (const file of files) {
            try {
              for (const one of await papersIn(file)) {
                const upload = { ...one, vendor, kind: given, actor: 'command line' }
                const { file: stored, duplicate } = await house.intake.accept(upload)
                accepted.push({ file, id: stored.id, duplicate })
              }
            } catch (error) {
              failed++
              say(`${file}: ${error instanceof Error ? error.message : 'could not be stored'}`)
              await printLine({
                file,
                error: { code: 'not_stored', message: 'The file could not be opened or stored.' },
              })
            }
          }
          say(`Reading ${accepted.length} ${accepted.length === 1 ? 'file' : 'files'} …`)
          await house.intake.idle()
          for (const { file, id, duplicate } of accepted) {
            const [stored] = await filesById(house.db, [id])
            const agreement = stored && (await agreementById(house.db, stored.agreementId))
            if (stored?.state === 'failed') failed++
            await printLine({
              file,
              sha256: stored?.sha256,
              agreement: agreement?.slug,
              status: duplicate && stored?.state === 'read' ? 'known' : stored?.state,
              ...(stored?.error ? { error: stored.error } : {}),
            })
          }
        },
        { jobs: true },
      )
      done(failed > 0 ? 1 : 0)
    })

/** The file itself, or what is attached to a mail. @throws Error when nothing is */
async function papersIn(file: string): Promise<Pick<Upload, 'fileName' | 'bytes'>[]> {
  if (!/\.eml$/i.test(file)) return [{ fileName: path.basename(file), bytes: file }]
  const { papersOfMail } = await import('#app/services/mail-papers.server.ts')
  const papers = await papersOfMail(await readFile(file))
  if (typeof papers === 'string') throw new Error(papers)
  return papers
}

async function takeBack(dir: string, done: Done): Promise<void> {
  const { importRegister, TransferProblem } = await import('#app/services/transfer.server.ts')
  const manifest = await withRegister((house) => importRegister(house, dir), { jobs: true }).catch(
    (error: unknown) => {
      throw error instanceof TransferProblem ? new UsageError(error.message) : error
    },
  )
  await printLine({ dir, ...manifest })
  say('Taken back. People set a new password by the link of their invitation; API tokens are made anew.')
  done(0)
}

function parseKind(given: string): AgreementKind {
  const kind = AgreementKind.safeParse(given)
  if (!kind.success)
    throw new UsageError(`"${given}" is no kind. Choose one of ${AgreementKind.options.join(', ')}.`)
  return kind.data
}

/** The path itself, or every file below it in the order of their names; hidden ones are left out. */
async function filesUnder(given: string): Promise<string[]> {
  const found = await stat(given).catch(() => {
    throw new UsageError(`There is nothing at ${given}.`)
  })
  if (!found.isDirectory()) return [given]
  const entries = await readdir(given, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
