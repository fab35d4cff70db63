import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import type { House } from '#app/services/house.server.ts'
import type { Report } from '#app/services/reports.server.ts'
import { RiskClass } from '#domain/policy/risk.ts'
import { Language } from '#domain/register/document-style.ts'
import { type Done, parseDay, printLine, say, UsageError } from './output.ts'
import { withRegister } from './register.ts'

interface Options {
  output: string
  date?: string
}

const report = (name: string, description: string, example: string) =>
  new Command(name)
    .description(description)
    .requiredOption('-o, --output <file>', 'where to write it')
    .option('--date <date>', 'the day it is drawn up for, 2026-12-31; today when left out')
    .addHelpText('after', `\nExample:\n  ${example}`)

export const matrixCommand = (done: Done) =>
  report(
    'matrix',
    'Writes the responsibility matrix of a deployment as a Word document.',
    'carveout matrix refund-eligibility-assistant -o matrix.docx',
  )
    .argument('<deployment>', 'its address part, "refund-assistant"')
    .option('--language <language>', `${Language.options.join(', ')}; as set for documents when left out`)
    .action((slug: string, options: Options & { language?: string }) =>
      write(options, done, async (house, date) => {
        const language = Language.optional().safeParse(options.language)
        if (!language.success)
          throw new UsageError(`"${options.language}" is none of ${Language.options.join(', ')}.`)
        const { matrixReport } = await reports()
        const deployment = await deploymentOf(house, slug)
        return deployment
          ? matrixReport(house, deployment, { date, language: language.data })
          : nothing(house, slug)
      }),
    )

export const gapsCommand = (done: Done) =>
  report(
    'gaps',
    'Writes the gap report of a deployment or an agreement as a Word document.',
    'carveout gaps corvane-msa -o gaps.docx',
  )
    .argument('<deployment-or-agreement>', 'its address part')
    .action((slug: string, options: Options) =>
      write(options, done, async (house, date) => {
        const { agreementGapReport, deploymentGapReport } = await reports()
        const { agreementBySlug } = await import('#db/agreements.ts')
        const deployment = await deploymentOf(house, slug)
        if (deployment) return deploymentGapReport(house, deployment, { date })
        const agreement = await agreementBySlug(house.db, slug)
        return agreement ? agreementGapReport(house, agreement, { date }) : nothing(house, slug)
      }),
    )

export const deadlinesCommand = (done: Done) =>
  report(
    'deadlines',
    'Writes every date of the register as a calendar file.',
    'carveout deadlines -o deadlines.ics',
  ).action((options: Options) =>
    write(options, done, async (house, date) => (await reports()).calendarReport(house, { date })),
  )

export const compareCommand = (done: Done) =>
  report(
    'compare',
    'Writes agreements side by side as an Excel or a Word file, by the ending of its name.',
    'carveout compare corvane-msa lumenfold-enterprise -o comparison.xlsx',
  )
    .argument(
      '<agreements...>',
      'their address parts, or "vendor:corvane-systems" for all papers of a vendor',
    )
    .option('--class <class>', 'the class of the playbook to hold them against', 'high')
    .action((of: string[], options: Options & { class: string }) =>
      write(options, done, async (house, date) => {
        const riskClass = RiskClass.safeParse(options.class)
        if (!riskClass.success)
          throw new UsageError(
            `"${options.class}" is no class. Choose one of ${RiskClass.options.join(', ')}.`,
          )
        const form = options.output.endsWith('.docx') ? 'docx' : 'xlsx'
        const asked = { of, riskClass: riskClass.data, weights: {}, whatIfs: [] }
        const { comparisonReport } = await import('#app/services/comparison.server.ts')
        const made = await comparisonReport(house, asked, { date, form })
        if (!made) throw new UsageError('Name at least two agreements or vendors that are in the register.')
        return made
      }),
    )

const reports = () => import('#app/services/reports.server.ts')

async function deploymentOf(house: House, slug: string) {
  const { deploymentBySlug } = await import('#db/deployments.ts')
  return deploymentBySlug(house.db, slug)
}

async function write(
  { output, date }: Options,
  done: Done,
  make: (house: House, date: string) => Promise<Report>,
): Promise<void> {
  const day = parseDay(date)
  const made = await withRegister((house) => make(house, day))
  await writeFile(output, made.bytes)
  await printLine({ file: output, bytes: made.bytes.length })
  say(`Wrote ${output}.`)
  done(0)
}

/** @throws UsageError with the names there are */
async function nothing(house: House, slug: string): Promise<never> {
  const { deployments } = await import('#db/deployments.ts')
  const known = (await deployments(house.db)).map((d) => d.slug)
  throw new UsageError(
    `There is no "${slug}" in the register.${known.length > 0 ? ` Deployments: ${known.join(', ')}.` : ' It has no deployments yet.'}`,
  )
}
