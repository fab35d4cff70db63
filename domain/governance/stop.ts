import { z } from 'zod'

/** Stopping the line: who to call, what to capture, how to contain, and what stood at that moment. */

export const Contact = z.object({
  name: z.string().trim().min(1).max(80),
  /** "Can stop it", "Talks to customers". */
  role: z.string().trim().min(1).max(120),
  phone: z.string().trim().default(''),
  email: z.union([z.literal(''), z.email()]).default(''),
  canStop: z.boolean().default(false),
})
export type Contact = z.infer<typeof Contact>

/** Short enough that the card stays on its page. */
const lines = z.array(
  z.string().trim().min(1).max(160, 'A line has 160 characters at most: the card is one page.'),
)

/** The escalation card of a deployment: it fits on one printed page. */
export const EscalationCard = z.object({
  contacts: z.array(Contact).max(8, 'Eight contacts are all that fits on the page.'),
  /** What to save before it is gone. */
  capture: lines.max(10),
  /** What to do at once. */
  contain: lines.max(10),
  /** Where a ticket is opened; the secret signs what is sent (standardwebhooks.com). */
  webhook: z.object({ url: z.url(), secret: z.string() }).nullable().default(null),
})
export type EscalationCard = z.infer<typeof EscalationCard>

/** What stands on a card that nobody has filled in yet. */
export const blankCard: EscalationCard = {
  contacts: [],
  capture: [
    'The conversation with its time, channel and customer identifier',
    'The answer as drafted by the model and as sent',
    'Versions of the prompt, the policy, the index and the model',
    'Tool calls with arguments, and what they changed',
    'Who saw it, and when',
  ],
  contain: [
    'Stop the deployment: no answer is better than a wrong one',
    'Route its customers to people',
    'Undo what it did, where it can be undone',
    'Correct what customers were told',
    'Record the incident: the clocks run from when we knew',
  ],
  webhook: null,
}

export const isReady = (card: EscalationCard): boolean =>
  card.contacts.some((c) => c.canStop && (c.phone !== '' || c.email !== ''))

/** Who was told of a stop, and whether it got through. */
export const Told = z.object({
  who: z.string(),
  how: z.enum(['email', 'webhook']),
  ok: z.boolean(),
  detail: z.string(),
})
export type Told = z.infer<typeof Told>

export interface Stop {
  id: string
  why: string
  stoppedBy: string
  stoppedAt: string
  statusBefore: string
  snapshotHash: string
  told: Told[]
  resumedBy: string | null
  resumedAt: string | null
  resumedWhy: string | null
}
