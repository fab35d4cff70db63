import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import type { House } from '#app/services/house.server.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { type Done, parseDay, printLine, say, UsageError } from './output.ts'
import { withRegister } from './register.ts'

/** Who acts where nobody signed in: whoever may run commands on this machine. */
const operator = { email: 'command line', name: 'The command line' }

const ofDeployment = (name: string, description: string, example: string) =>
  new Command(name)
    .description(description)
    .argument('<deployment>', 'its address part, "refund-assistant"')
    .addHelpText('after', `\nExample:\n  ${example}`)

export const gateCommand = (done: Done) =>
  ofDeployment(
    'gate',
    'Says whether a deployment may launch or go on; exit status 1 when it may not.',
    'carveout gate refund-eligibility-assistant || exit 1',
  )
    .option('--date <date>', 'the day it is held for, 2026-12-31; today when left out')
    .action(async (slug: string, options: { date?: string }) => {
      const day = parseDay(options.date)
      const { gateFor } = await import('#app/services/governance/launch.server.ts')
      const gate = await withRegister(async (house) => gateFor(house, await required(house, slug), day))
      await printLine(gate)
      say(gate.pass ? 'It passes.' : `It fails: ${gate.reasons.length} reasons.`)
      done(gate.pass ? 0 : 1)
    })

export const stopCommand = (done: Done) =>
  ofDeployment(
    'stop',
    'Stops a deployment: its gate fails at once, the evidence is frozen, its people are told.',
    'carveout stop refund-eligibility-assistant --why "It promised a refund we don’t give"',
  )
    .requiredOption('--why <words>', 'what happened, in a few words')
    .action(async (slug: string, { why }: { why: string }) => {
      if (why.trim() === '') throw new UsageError('Say why: --why "It promised a refund we don’t give".')
      const { stopDeployment } = await import('#app/services/governance/stop.server.ts')
      const stopped = await withRegister(async (house) =>
        stopDeployment(house, operator, await required(house, slug), why.trim()),
      )
      await printLine({ deployment: slug, stop: stopped.id, sha256: stopped.hash })
      say(stopped.already ? 'It was stopped already.' : 'Stopped.')
      done(0)
    })

export const logcheckCommand = (done: Done) =>
  ofDeployment(
    'logcheck',
    'Holds a sample of the interaction log against what the class must log; exit status 1 with findings.',
    'carveout logcheck refund-eligibility-assistant sample.jsonl',
  )
    .argument('<file>', 'lines of JSON')
    .option('--date <date>', 'the day the retention is held for; today when left out')
    .action(async (slug: string, file: string, options: { date?: string }) => {
      const day = parseDay(options.date)
      const bytes = await readFile(file).catch(() => {
        throw new UsageError(`${file} can't be opened.`)
      })
      const { checkLogSample } = await import('#app/services/governance/logs.server.ts')
      const report = await withRegister(async (house) =>
        checkLogSample(house, operator, await required(house, slug), {
          fileName: path.basename(file),
          bytes,
          date: day,
        }),
      )
      await printLine(report)
      done(report.findings.length === 0 && report.rows > 0 ? 0 : 1)
    })

/** @throws UsageError with the names there are */
async function required(house: House, slug: string): Promise<Deployment> {
  const { deploymentBySlug, deployments } = await import('#db/deployments.ts')
  const deployment = await deploymentBySlug(house.db, slug)
  if (deployment) return deployment
  const known = (await deployments(house.db)).map((d) => d.slug)
  throw new UsageError(
    `There is no "${slug}" in the register.${known.length > 0 ? ` Deployments: ${known.join(', ')}.` : ''}`,
  )
}
