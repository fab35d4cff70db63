import { controlRecords, insertEvidence } from '#db/controls.ts'
import { recordEvent } from '#db/events.ts'
import { insertLogCheck } from '#db/log-checks.ts'
import { usesOfDeployment } from '#db/uses.ts'
import { versionsOf } from '#db/versions.ts'
import { controlsFor } from '#domain/governance/controls.ts'
import {
  checkLog,
  fieldsFor,
  type LogFinding,
  type LogReport,
  type LogRow,
  logFindingTitles,
  retentionLimit,
  textsOf,
} from '#domain/governance/logging.ts'
import { addMonths } from '#domain/policy/calendar.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import { deploymentState } from '../assessment.server.ts'
import type { House } from '../house.server.ts'
import { sha256Of } from '../originals/originals.server.ts'
import type { User } from '../user.server.ts'
import { personalDataIn, secretsIn } from './detect.server.ts'

/** A sample is a sample: more lines than this are not looked at, and the report says how many were. */
export const maxRows = 20_000

/** What the deployment must log, for how long, and who may read it. */
export async function loggingRequirements(house: House, deployment: Deployment, date: string) {
  const { papers } = await deploymentState(house, deployment, date)
  const { logging, controls } = house.playbooks.governance
  return {
    fields: fieldsFor(deployment.riskClass, logging),
    keep: retentionLimit(deployment.riskClass, logging, papers.terms),
    ...logging.classes[deployment.riskClass],
    /** Controls of the class that a checked sample shows to work, or not to. */
    controls: controlsFor(deployment.riskClass, controls).filter((control) => control.log.length > 0),
  }
}

/**
 * Checks a sample of the log; the log itself is not kept, its hash and what was found are. The result is evidence for
 * every control of the class that a log shows something of.
 */
export async function checkLogSample(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  { fileName, bytes, date }: { fileName: string; bytes: Uint8Array; date: string },
): Promise<LogReport> {
  const text = new TextDecoder().decode(bytes)
  const rows = rowsOf(text).slice(0, maxRows)
  const { fields, keep, controls } = await loggingRequirements(house, deployment, date)
  const records = await controlRecords(house.db, deployment.id)
  const knownVersions: Record<string, string[]> = {}
  for (const { kind, version } of await versionsOf(house.db, deployment.id))
    knownVersions[kind] = [...(knownVersions[kind] ?? []), version]
  const times = rows
    .flatMap(({ value }) => (typeof value?.timestamp === 'string' ? [value.timestamp] : []))
    .sort()
  const report: LogReport = {
    rows: rows.length,
    from: times[0] ?? null,
    to: times.at(-1) ?? null,
    findings: [
      ...checkLog({
        rows,
        fields,
        keepDays: keep.days,
        date,
        expected: {
          knownVersions,
          mustCite: !records.some((r) => r.control === 'citation' && r.status === 'not_applicable'),
          uses: await usesOfDeployment(house.db, deployment.id),
        },
      }),
      ...(await leaks(rows, text, house.playbooks.governance.logging.personalDataAllowed)),
    ],
    rulesVersion: house.playbooks.playbook.version,
    keepDays: keep.days,
    keepBecause: keep.because,
  }
  const sha256 = sha256Of(bytes)
  await house.db.transaction().execute(async (trx) => {
    await insertLogCheck(trx, deployment.id, { fileName, sha256, report, checkedBy: user.email })
    for (const control of controls) {
      const against = report.findings.filter((finding) => control.log.includes(finding.kind))
      await insertEvidence(trx, deployment.id, {
        control: control.id,
        kind: 'test',
        title: `Log check of ${fileName}`,
        detail: detailOf(report.rows, against),
        passed: report.rows > 0 && against.length === 0,
        fileName: null,
        sha256: null,
        expiresOn: addMonths(date, control.months),
        recordedBy: user.email,
      })
    }
    await recordEvent(trx, {
      actor: user.email,
      action: 'checked a log sample of',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { fileName, sha256, rows: report.rows, findings: report.findings.length },
    })
  })
  return report
}

/** "212 lines, against it: no source, not reviewed" */
function detailOf(rows: number, against: LogFinding[]): string {
  const kinds = [...new Set(against.map(({ kind }) => logFindingTitles[kind].toLowerCase()))]
  return `${rows} ${rows === 1 ? 'line' : 'lines'}${kinds.length > 0 ? `, against it: ${kinds.join(', ')}` : ''}`
}

function rowsOf(text: string): LogRow[] {
  return text
    .split('\n')
    .map((line, i) => ({ line: i + 1, text: line.trim() }))
    .filter(({ text }) => text !== '')
    .map(({ line, text }) => {
      try {
        const value: unknown = JSON.parse(text)
        return {
          line,
          value:
            value && typeof value === 'object' && !Array.isArray(value)
              ? (value as Record<string, unknown>)
              : null,
        }
      } catch {
        return { line, value: null }
      }
    })
}

/** Secrets anywhere, and personal data outside the fields in which a customer's own words stand. */
async function leaks(rows: LogRow[], text: string, allowed: string[]): Promise<LogFinding[]> {
  const found = new Map<string, LogFinding>()
  const add = (kind: LogFinding['kind'], what: string, line: number) => {
    const finding = found.get(what) ?? { kind, what, lines: [], count: 0 }
    finding.count += 1
    if (finding.lines.length < 5) finding.lines.push(line)
    found.set(what, finding)
  }
  for (const { line, kind } of await secretsIn(text))
    add('secret', `A secret stands in the log (${kind}).`, line)
  for (const { line, value } of rows)
    for (const { path, text: words } of textsOf(value)) {
      if (allowed.some((place) => path === place || path.startsWith(`${place}.`))) continue
      for (const kind of personalDataIn(words))
        add('personal_data', `${path} holds personal data: ${kind}.`, line)
    }
  return [...found.values()]
}
