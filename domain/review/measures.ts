import { isEqual } from 'es-toolkit'
import type { Decision } from './decision.ts'

/** How the review goes: for the process, never by person. */

export interface ReviewMeasures {
  /** Hours from the reading of a paper to a decision, the middle one; null without a decision. */
  turnaroundHours: number | null
  /** Decisions on what the engine had read, and how many of them were not "confirmed". */
  engine: { decided: number; overridden: number }
  /** Terms on which a second person decided, and how many of these kept the first one's decision. */
  seconds: { decided: number; agreed: number }
  /** Blind second readings done, and how many came to something else than what was confirmed. */
  spotChecks: { read: number; differed: number; waiting: number }
}

/**
 * @param decisions in any order
 * @param readAt by file id, when its paper was read
 * @param checks blind second readings, with their verdict or null while they wait
 */
export function reviewMeasures(
  decisions: readonly Decision[],
  readAt: ReadonlyMap<string, string>,
  checks: readonly { verdict: string | null }[],
): ReviewMeasures {
  const made = decisions.filter((decision) => decision.kind !== 'undone' && decision.kind !== 'absent')
  const hours = made
    .flatMap(({ fileId, at }) => {
      const read = readAt.get(fileId)
      return read && at > read ? [(Date.parse(at) - Date.parse(read)) / 3_600_000] : []
    })
    .toSorted((a, b) => a - b)
  const first = made.filter((one) => one.before.review === 'unreviewed' && one.before.read !== null)
  const second = made.flatMap((decision) => {
    const earlier = made.find((one) => one.subjectId === decision.subjectId && one.seq === decision.seq - 1)
    return earlier && earlier.by !== decision.by ? [{ decision, earlier }] : []
  })
  const same = ({ decision, earlier }: (typeof second)[number]) =>
    isEqual(decision.value, earlier.value) && (decision.kind === 'rejected') === (earlier.kind === 'rejected')
  const read = checks.filter((check) => check.verdict !== null)
  return {
    turnaroundHours: hours[hours.length >> 1] ?? null,
    engine: { decided: first.length, overridden: first.filter((one) => one.kind !== 'confirmed').length },
    seconds: { decided: second.length, agreed: second.filter(same).length },
    spotChecks: {
      read: read.length,
      differed: read.filter((check) => check.verdict !== 'same').length,
      waiting: checks.length - read.length,
    },
  }
}
