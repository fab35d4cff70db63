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
  silentlyMet,
  type Verdict,
} from './verdict.ts'

/** How the contract changes, renews and ends. */

const Change = z.object({
  by: Party,
  notice: Duration.optional(),
  effective: z.string().optional(),
  terminationRight: z.boolean().optional(),
})
const ModelChange = z.object({
  notice: Duration.optional(),
  deprecationNotice: Duration.optional(),
  versionPinning: z.boolean().optional(),
})
const Exit = z.object({
  period: Duration.optional(),
  dataExport: z.boolean().optional(),
  artefacts: z.array(z.string()).default([]),
})
const Renewal = z.object({ automatic: z.boolean() })
const NonRenewal = z.object({ period: Duration.optional() })

const longEnough = (has: Duration | undefined, least: Duration | undefined) =>
  !least || (has !== undefined && durationDays(has) >= durationDays(least) - ROUNDING)

/** One month counts as thirty days in both directions. */
const ROUNDING = 0.5

const noticeWords = (notice: Duration | undefined) =>
  notice ? `${plainDuration(notice)}’ notice` : 'no notice period'

/** A contract that lets nobody change it alone is changed by consent only. */
export function change(test: TestOf<'change'>, context: CheckContext): Verdict {
  const terms = readingsOf(context.ofType('unilateral_change'), Change, (v) => v.by !== 'customer')
  if (terms.readings.length === 0)
    return silentlyMet('No right to change the terms alone was found', terms.trace)
  return judge('unilateral_change', terms, ({ notice, effective, terminationRight }): Opinion => {
    const found = `The vendor may change the terms alone, ${noticeWords(notice)}${effective === 'renewal' ? ', from the next renewal' : ''}${terminationRight ? ', with a way out' : ''}`
    if (test.consentOnly) return { state: 'short', found, near: terminationRight ?? false }
    const lacking = [
      ...(longEnough(notice, test.notice) ? [] : [noticeWords(test.notice)]),
      ...(test.wayOut && !terminationRight ? ['a way out'] : []),
    ]
    return { ...details(found, lacking, 2), near: lacking.length === 1 && notice !== undefined }
  })
}

export function modelChange(test: TestOf<'model_change'>, context: CheckContext): Verdict {
  const terms = readingsOf(context.ofType('model_change'), ModelChange)
  const pinned = terms.readings.some((r) => r.value.versionPinning)
  const noticed = terms.readings.filter((r) => r.value.notice ?? r.value.deprecationNotice)
  const readings = noticed.length > 0 ? noticed : terms.readings.slice(0, 1)
  return judge('model_change', { readings, trace: terms.trace }, ({ notice, deprecationNotice }): Opinion => {
    const has = deprecationNotice ?? notice
    const lacking = [
      ...(longEnough(has, test.notice) ? [] : [noticeWords(test.notice)]),
      ...(test.pinning && !pinned ? ['pinned versions'] : []),
    ]
    return details(
      `${noticeWords(has)}${pinned ? ', pinned versions' : ''}`,
      lacking,
      1 + Number(has !== undefined),
    )
  })
}

/** Artefacts add up over clauses and papers; the longest help counts. */
export function exit(test: TestOf<'exit'>, context: CheckContext): Verdict {
  const { readings, trace } = readingsOf(context.ofType('exit_assistance'), Exit)
  const first = readings[0]
  if (!first) return missing(trace)
  const artefacts = [
    ...new Set([
      ...readings.flatMap((r) => r.value.artefacts),
      ...(readings.some((r) => r.value.dataExport) ? ['customer_data'] : []),
    ]),
  ]
  const help = readings
    .flatMap((r) => (r.value.period ? [r.value.period] : []))
    .sort((a, b) => durationDays(b) - durationDays(a))[0]
  const lacking = [
    ...test.artefacts.filter((artefact) => !artefacts.includes(artefact)).map(plainName),
    ...(longEnough(help, test.help) || !test.help ? [] : [`${plainDuration(test.help)} of help`]),
  ]
  const asked = test.artefacts.length + Number(test.help !== undefined)
  const has =
    artefacts.length > 0 ? `Export of ${listed(artefacts.map(plainName))}` : 'Help without a named export'
  const { state, found, near } = details(
    `${has}${help ? `, ${plainDuration(help)} of help` : ''}`,
    lacking,
    asked,
  )
  const lines = [...readings.map((r) => `${whereOf(r.term)} (${r.term.reader}).`), ...trace]
  const weak = readings.find((r) => !isSure(r.term))
  if (state === 'met' && weak) return doubtful(found, weak.term, lines)
  return { state, found, term: first.term, near: near ?? false, silent: false, trace: lines }
}

export function renewalNotice(test: TestOf<'renewal_notice'>, context: CheckContext): Verdict {
  const renewals = readingsOf(context.ofType('renewal'), Renewal, (v) => v.automatic)
  if (renewals.readings.length === 0) return silentlyMet('No automatic renewal was found', renewals.trace)
  const notices = readingsOf(context.ofType('non_renewal_notice'), NonRenewal)
  if (notices.readings.length === 0)
    return judge('renewal', renewals, () => ({
      state: 'unsure',
      found: 'Renews by itself; no notice period to stop it was found',
    }))
  return judge('non_renewal_notice', notices, ({ period }) =>
    period
      ? {
          state: durationDays(period) <= durationDays(test.notOver) + 1.5 ? 'met' : 'short',
          found: `Renews by itself; ${plainDuration(period)} to stop it`,
          near: durationDays(period) <= durationDays(test.notOver) * 2,
        }
      : {
          state: 'unsure',
          found: 'Renews by itself; the copy leaves blank how long before its end to stop it',
        },
  )
}
