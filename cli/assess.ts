import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import type { Assessment, PolicyTerm } from '#domain/policy/assess.ts'
import { type Severity, severities } from '#domain/policy/gap.ts'
import type { Playbook } from '#domain/policy/playbook.ts'
import { RiskClass } from '#domain/policy/risk.ts'
import { unreadParts } from '#domain/policy/unread.ts'
import { type Done, parseDay, printLine, say, UsageError } from './output.ts'
import { readFiles } from './read-files.ts'

interface Options {
  class: string
  date?: string
  playbook?: string
  failOn?: string
}

export const assessCommand = (done: Done) =>
  new Command('assess')
    .description(
      'Reads the files as the papers of one relationship and prints what they lack for a risk class.',
    )
    .argument('<file...>', 'the papers: master agreement, DPA, order forms …')
    .requiredOption('--class <class>', RiskClass.options.join(', '))
    .option('--date <date>', 'the day it is held for, 2026-12-31; today when left out')
    .option('--playbook <file>', 'another playbook than the default, as JSON')
    .option(
      '--fail-on <severity>',
      `exit status 3 when a gap this grave or graver is open: ${severities.join(', ')}`,
    )
    .addHelpText('after', '\nExample:\n  carveout assess msa.pdf dpa.docx --class high --fail-on critical')
    .action(async (files: string[], options: Options) => {
      const riskClass = parseClass(options.class)
      const failOn = options.failOn === undefined ? undefined : parseSeverity(options.failOn)
      const date = parseDay(options.date)
      const { assess } = await import('#domain/policy/assess.ts')
      const { deadlines } = await import('#domain/policy/deadlines.ts')
      const playbook = await playbookOf(options.playbook)

      const papers: Paper[] = []
      let failed = 0
      await readFiles(files, async (result) => {
        if (result.ok) papers.push(paperOf(result.file, result.reading))
        else {
          failed++
          say(`${result.file}: ${result.error.message}`)
          papers.push({
            ...about(result.file, 'other'),
            status: 'active',
            terms: [],
            unread: [`${path.basename(result.file)} (could not be read)`],
          })
        }
      })
      const terms = papers.flatMap((paper) => paper.terms)
      const unread = papers.flatMap((paper) => paper.unread)
      const assessment = assess({ terms, riskClass, playbook, date, unread })
      const { dated } = deadlines({ agreements: papers, date })
      await printLine({
        class: riskClass,
        date,
        playbook: assessment.playbook,
        gaps: assessment.gaps.map(({ term, ...gap }) => ({ ...gap, citation: cited(term) })),
        met: assessment.met.map(({ term, ...met }) => ({ ...met, citation: cited(term) })),
        deadlines: dated.map(({ kind, date: day, why, term, agreement }) => ({
          kind,
          date: day,
          why,
          agreement: agreement.title,
          citation: cited(term),
        })),
      })
      done(failed > 0 ? 1 : failOn && open(assessment, failOn) ? 3 : 0)
    })

interface Paper {
  id: string
  title: string
  kind: string
  status: string
  terms: PolicyTerm[]
  unread: string[]
}

const about = (file: string, kind: string) => ({
  id: createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 12),
  title: path.basename(file),
  kind,
})

type Reading = Extract<Parameters<Parameters<typeof readFiles>[1]>[0], { ok: true }>['reading']

function paperOf(file: string, { reading }: Reading): Paper {
  const agreement = about(file, reading.kind)
  return {
    ...agreement,
    status: 'active',
    terms: reading.terms.map((term) => ({ ...term, agreement, review: 'unreviewed' })),
    unread: unreadParts(agreement.title, reading.warnings),
  }
}

/** A citation with the file it stands in. */
const cited = (term: PolicyTerm | null) =>
  term?.citations[0] ? { file: term.agreement.title, ...term.citations[0] } : null

const open = ({ gaps }: Assessment, failOn: Severity) =>
  gaps.some((gap) => severities.indexOf(gap.severity) <= severities.indexOf(failOn))

/** @throws UsageError naming the classes there are */
export function parseClass(given: string): RiskClass {
  const riskClass = RiskClass.safeParse(given.toLowerCase().replaceAll('-', '_'))
  if (!riskClass.success)
    throw new UsageError(`"${given}" is no class. Choose one of ${RiskClass.options.join(', ')}.`)
  return riskClass.data
}

function parseSeverity(given: string): Severity {
  const severity = severities.find((s) => s === given.toLowerCase())
  if (!severity) throw new UsageError(`"${given}" is no severity. Choose one of ${severities.join(', ')}.`)
  return severity
}

/** Of a file; the default one without. */
async function playbookOf(file: string | undefined): Promise<Playbook> {
  if (file === undefined) return (await import('#playbooks/index.ts')).loadPlaybooks().playbook
  const { Playbook } = await import('#domain/policy/playbook.ts')
  let data: unknown
  try {
    data = JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw new UsageError(`${file} is no JSON file that can be opened.`)
  }
  const playbook = Playbook.safeParse(data)
  if (playbook.success) return playbook.data
  const [issue] = playbook.error.issues
  throw new UsageError(
    `${file} is no playbook: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  )
}
