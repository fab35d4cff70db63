import { z } from 'zod'

/** Sign-offs: a named person in the right role puts their name to what they saw, and to nothing that came after. */

/** Who has to sign, by role. An administrator signs for no other role: there is no way past a seat. */
export const Seat = z.enum(['it', 'legal', 'security', 'compliance'])
export type Seat = z.infer<typeof Seat>

export const seatTitles: Record<Seat, string> = {
  it: 'IT',
  legal: 'Legal',
  security: 'Security',
  compliance: 'Compliance',
}

/** What a sign-off is bound to: the hash of each part as it stood, by the part's name. */
export const Seen = z.record(z.string(), z.string())
export type Seen = z.infer<typeof Seen>

export const SignOff = z.object({
  id: z.string(),
  seat: Seat,
  verdict: z.enum(['approved', 'refused']),
  note: z.string(),
  seen: Seen,
  userId: z.string(),
  userName: z.string(),
  /** ISO moment. */
  at: z.string(),
})
export type SignOff = z.infer<typeof SignOff>

/** A seat and where its sign-off stands now. `changed` names the parts that differ from what was seen. */
export interface SeatState {
  seat: Seat
  state: 'signed' | 'lapsed' | 'refused' | 'missing'
  by: string | null
  at: string | null
  note: string
  changed: string[]
}

/** The parts that are not as they were when it was signed; parts that came since count as changed. */
export const changedParts = (seen: Seen, now: Seen): string[] =>
  [...new Set([...Object.keys(seen), ...Object.keys(now)])].filter((part) => seen[part] !== now[part])

/**
 * Where each seat stands: its newest sign-off counts, and only while everything it is bound to is unchanged. One person
 * fills one seat: a second seat signed by the same person stays open.
 */
export function seatStates(seats: Seat[], signOffs: SignOff[], now: Seen): SeatState[] {
  const filled = new Set<string>()
  return seats.map((seat): SeatState => {
    const latest = signOffs
      .filter((s) => s.seat === seat)
      .sort((a, b) => b.at.localeCompare(a.at))
      .find((s) => !filled.has(s.userId))
    if (!latest) return { seat, state: 'missing', by: null, at: null, note: '', changed: [] }
    const about = { seat, by: latest.userName, at: latest.at, note: latest.note }
    if (latest.verdict === 'refused') return { ...about, state: 'refused', changed: [] }
    const changed = changedParts(latest.seen, now)
    if (changed.length > 0) return { ...about, state: 'lapsed', changed }
    filled.add(latest.userId)
    return { ...about, state: 'signed', changed: [] }
  })
}

/** "Legal: not signed", "Security: signed by A. Reyes, but terms changed since". */
export function seatWords({ seat, state, by, changed }: SeatState): string {
  const title = seatTitles[seat]
  if (state === 'signed') return `${title}: signed by ${by}`
  if (state === 'refused') return `${title}: refused by ${by}`
  if (state === 'lapsed') return `${title}: signed by ${by}, but changed since: ${changed.join(', ')}`
  return `${title}: not signed`
}
