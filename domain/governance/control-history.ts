import { z } from 'zod'
import { dayAfter, daysBetween } from '../policy/calendar.ts'
import { type ControlRecord, ControlStatus, controlStatusTitles, type Evidence } from './controls.ts'

/** How a control came to stand as it does: who set what when, what showed it, and when nothing did. */
export interface ControlEntry {
  /** ISO day or moment. */
  at: string
  kind: 'set' | 'evidence' | 'failed' | 'ran_out'
  words: string
  by: string
  /** The evidence it tells of, so that a file or a link can be opened. */
  evidence: Evidence | null
}

/** A change of status, owner or reason, as the trail keeps it. */
export interface ControlSetting {
  at: string
  by: string
  before: ControlRecord | undefined
  after: ControlRecord
}

const Kept = z.object({
  control: z.string(),
  status: ControlStatus,
  owner: z.string(),
  reason: z.string(),
})

/** The settings of one control among the trail's events. */
export function settingsOf(
  control: string,
  events: { at: string; actor: string; detail: Record<string, unknown> }[],
): ControlSetting[] {
  return events.flatMap(({ at, actor, detail }) => {
    const after = Kept.safeParse(detail.after)
    if (!after.success || after.data.control !== control) return []
    return [{ at, by: actor, before: Kept.safeParse(detail.before).data, after: after.data }]
  })
}

function settingWords({ before, after }: ControlSetting): string {
  const status = controlStatusTitles[after.status]
  const changes = [
    ...(before?.status === after.status
      ? []
      : [before ? `${controlStatusTitles[before.status]} → ${status}` : status]),
    ...((before?.owner ?? '') === after.owner
      ? []
      : [`owner ${before?.owner ? `${before.owner} → ` : ''}${after.owner || 'nobody'}`]),
    ...((before?.reason ?? '') === after.reason ? [] : [`reason: ${after.reason || 'none'}`]),
  ]
  return changes.length > 0 ? changes.join(', ') : 'Confirmed as it stood'
}

const evidenceWords = ({ kind, title, passed, detail }: Evidence): string =>
  `${kind === 'test' ? (passed ? 'Test passed: ' : 'Test failed: ') : ''}${title}${kind === 'test' && detail ? `. ${detail}` : ''}`

/** Newest first. @param date ISO date: what runs out later has not run out yet */
export function controlHistory(
  settings: ControlSetting[],
  evidence: Evidence[],
  date: string,
): ControlEntry[] {
  return [
    ...settings.map(
      (setting): ControlEntry => ({
        at: setting.at,
        kind: 'set',
        words: settingWords(setting),
        by: setting.by,
        evidence: null,
      }),
    ),
    ...evidence.map(
      (e): ControlEntry => ({
        at: e.recordedAt,
        kind: e.passed ? 'evidence' : 'failed',
        words: evidenceWords(e),
        by: e.recordedBy,
        evidence: e,
      }),
    ),
    ...evidence
      .filter((e) => e.passed && e.expiresOn < date)
      .map(
        (e): ControlEntry => ({
          at: dayAfter(e.expiresOn),
          kind: 'ran_out',
          words: `Counts no longer: ${e.title}`,
          by: '',
          evidence: e,
        }),
      ),
  ].sort((a, b) => b.at.localeCompare(a.at))
}

/**
 * Spans of days, first and last, in which no evidence stood, from the first evidence on to `date` (ISO). What an auditor
 * asks for: was it shown all year?
 */
export function unshownSpans(
  evidence: Evidence[],
  date: string,
): { from: string; to: string; days: number }[] {
  const [first, ...rest] = evidence
    .filter((e) => e.passed)
    .map((e) => ({ from: e.recordedAt.slice(0, 10), to: e.expiresOn }))
    .sort((a, b) => a.from.localeCompare(b.from))
  if (!first) return []
  const spans: { from: string; to: string; days: number }[] = []
  const add = (from: string, to: string) => spans.push({ from, to, days: daysBetween(from, to) + 1 })
  let shownTo = first.to
  for (const { from, to } of rest) {
    if (from > dayAfter(shownTo)) add(dayAfter(shownTo), dayBefore(from))
    if (to > shownTo) shownTo = to
  }
  if (shownTo < date) add(dayAfter(shownTo), date)
  return spans
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
