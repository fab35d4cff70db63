import { z } from 'zod'
import { Duration, durationDays, plainDuration } from '../../quantities/duration.ts'
import { Party } from '../../quantities/parties.ts'
import type { TestOf } from '../playbook.ts'
import { isSure, whereOf } from '../policy-term.ts'
import {
  type CheckContext,
  details,
  doubtful,
  judge,
  listed,
  missing,
  type Opinion,
  plainName,
  readingsOf,
  sentence,
  type Verdict,
} from './verdict.ts'

/** What we are told, what we may check, and who helps when something happened. */

const Notice = z.object({
  by: Party,
  within: Duration.optional(),
  standard: z.string().optional(),
  trigger: z.string().optional(),
})
const Cooperation = z.object({ by: Party, duties: z.array(z.string()) })
const Audit = z.object({ holder: Party, kind: z.string(), frequency: Duration.optional() })
const Assurance = z.object({ standards: z.array(z.string()) })
const ServiceLevel = z.object({
  uptime: z.number().optional(),
  responseTime: Duration.optional(),
  credits: z.boolean().optional(),
  soleRemedy: z.boolean().optional(),
})

const triggerWords: Record<string, string> = {
  security_incident: 'of a security incident',
  personal_data_breach: 'of a personal data breach',
  ai_incident: 'of an AI incident',
}

export function incidentNotice(test: TestOf<'incident_notice'>, context: CheckContext): Verdict {
  const terms = readingsOf(context.ofType('incident_notice'), Notice, (v) => v.by !== 'customer')
  return judge('incident_notice', terms, ({ within, standard, trigger }): Opinion => {
    const when = within
      ? `Within ${plainDuration(within)}`
      : standard
        ? sentence(plainName(standard))
        : 'At a time that is not said'
    const found = `${when} ${triggerWords[trigger ?? ''] ?? ''}`.trim()
    if (!test.within) return { state: 'met', found }
    if (!within)
      return { state: 'short', found: `${found}; no number of hours`, near: standard !== undefined }
    const [has, most] = [durationDays(within), durationDays(test.within)]
    return has <= most ? { state: 'met', found } : { state: 'short', found, near: has <= most * 2 }
  })
}

/** Duties add up over clauses and papers. */
export function cooperation(test: TestOf<'cooperation'>, context: CheckContext): Verdict {
  const { readings, trace } = readingsOf(
    context.ofType('incident_cooperation'),
    Cooperation,
    (v) => v.by !== 'customer',
  )
  const first = readings[0]
  if (!first) return missing(trace)
  const duties = [...new Set(readings.flatMap((r) => r.value.duties))]
  const lacking = test.duties.filter((duty) => !duties.includes(duty)).map(plainName)
  const { state, found, near } = details(sentence(listed(duties.map(plainName))), lacking, test.duties.length)
  const lines = [
    ...readings.map((r) => `${whereOf(r.term)}: ${listed(r.value.duties.map(plainName))}.`),
    ...trace,
  ]
  const weak = readings.find((r) => !isSure(r.term))
  if (state === 'met' && weak) return doubtful(found, weak.term, lines)
  return { state, found, term: first.term, near: near ?? false, silent: false, trace: lines }
}

/** A right to look for oneself is more than a right to reports. */
const auditRank: Record<string, number> = { reports_only: 1, records: 1, regulator: 1, security: 2 }

export function audit(test: TestOf<'audit'>, context: CheckContext): Verdict {
  const rights = readingsOf(context.ofType('audit_right'), Audit, (v) => v.holder !== 'vendor')
  const assurance = readingsOf(context.ofType('security_assurance'), Assurance, (v) => v.standards.length > 0)
  const regulator = rights.readings.some((r) => r.value.kind === 'regulator')
  const ours = rights.readings.filter((r) => r.value.kind !== 'regulator')
  const best = Math.max(0, ...ours.map((r) => auditRank[r.value.kind] ?? 0))
  const strongest = ours.filter((r) => (auditRank[r.value.kind] ?? 0) === best)
  if (strongest.length === 0 && test.atLeast === 'reports_only' && assurance.readings.length > 0)
    return judge('security_assurance', assurance, ({ standards }) => ({
      state: 'met',
      found: `Independent assurance: ${listed(standards)}`,
    }))
  const readings = strongest.length > 0 ? strongest : rights.readings
  return judge('audit_right', { readings, trace: rights.trace }, ({ kind, frequency }): Opinion => {
    const rank = auditRank[kind] ?? 0
    const seldom = test.every && frequency ? durationDays(frequency) > durationDays(test.every) + 1 : false
    const lacking = [
      ...(rank < (auditRank[test.atLeast] ?? 0) || kind === 'regulator' ? [wanted[test.atLeast]] : []),
      ...(seldom && test.every ? [`an audit every ${plainDuration(test.every)}`] : []),
      ...(test.regulator && !regulator ? ['access for regulators'] : []),
    ]
    const found = `${auditWords[kind] ?? sentence(plainName(kind))}${frequency ? `, every ${plainDuration(frequency)}` : ''}${regulator && kind !== 'regulator' ? ', and access for regulators' : ''}`
    return details(found, lacking, 2 + Number(test.regulator ?? false))
  })
}

const wanted = { reports_only: 'reports of independent auditors', security: 'a security audit of our own' }
const auditWords: Record<string, string> = {
  reports_only: 'Reports only',
  records: 'Audit of records',
  security: 'Security audit',
  regulator: 'Access for regulators',
}

export function serviceLevel(test: TestOf<'service_level'>, context: CheckContext): Verdict {
  const terms = readingsOf(context.ofType('service_level'), ServiceLevel)
  // The promise and its remedies often stand in different clauses.
  const withCredits = terms.readings.some((r) => r.value.credits)
  const soleRemedy = terms.readings.some((r) => r.value.soleRemedy)
  const uptimes = terms.readings.filter((r) => r.value.uptime !== undefined)
  const readings = uptimes.length > 0 ? uptimes : terms.readings.slice(0, 1)
  return judge('service_level', { readings, trace: terms.trace }, ({ uptime }) => {
    const lacking = [
      ...(uptime === undefined || uptime < test.uptime ? [`${test.uptime}%`] : []),
      ...(test.credits && !withCredits ? ['credits'] : []),
      ...(test.notSoleRemedy && soleRemedy ? ['any remedy but credits'] : []),
    ]
    const found = `${uptime === undefined ? 'No number for availability' : `${uptime}% available`}${withCredits ? ', with credits' : ''}${soleRemedy ? ' as the only remedy' : ''}`
    return details(found, lacking, 1 + Number(uptime !== undefined && test.uptime - uptime < 0.5))
  })
}
