import { randomBytes } from 'node:crypto'
import { recordEvent } from '#db/events.ts'
import { setEscalationCard } from '#db/stops.ts'
import { EscalationCard } from '#domain/governance/stop.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import { addressProblem } from '../outbound.server.ts'
import type { User } from '../user.server.ts'

/** The card's form: contacts are fields "name.0", "role.0" …, the lists a line each. A blank contact is left out. */
export function parseCard(
  form: FormData,
  before: EscalationCard | undefined,
): { ok: true; value: EscalationCard } | { ok: false; error: string } {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const lines = (name: string) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const contacts = Array.from({ length: 8 }, (_, i) => ({
    name: text(`name.${i}`),
    role: text(`role.${i}`),
    phone: text(`phone.${i}`),
    email: text(`email.${i}`),
    canStop: form.has(`canStop.${i}`),
  })).filter((contact) => contact.name !== '')
  if (contacts.some((contact) => contact.role === ''))
    return { ok: false, error: 'Say of each contact what they do.' }
  const url = text('webhook')
  const problem = url && addressProblem(url)
  if (problem) return { ok: false, error: problem }
  const secret = before?.webhook?.secret ?? `whsec_${randomBytes(24).toString('base64')}`
  const card = EscalationCard.safeParse({
    contacts,
    capture: lines('capture'),
    contain: lines('contain'),
    webhook: url ? { url, secret } : null,
  })
  if (card.success) return { ok: true, value: card.data }
  const issue = card.error.issues[0]
  const error = issue?.path.includes('email')
    ? 'An e-mail address is not complete.'
    : (issue?.message ?? 'Something is wrong.')
  return { ok: false, error }
}

export async function saveCard(
  house: House,
  user: Pick<User, 'email'>,
  deployment: Deployment,
  card: EscalationCard,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    await setEscalationCard(trx, deployment.id, card, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action: 'edited the escalation card of',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { contacts: card.contacts.map((c) => c.name), webhook: card.webhook?.url ?? null },
    })
  })
}
