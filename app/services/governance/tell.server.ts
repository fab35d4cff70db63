import type { EscalationCard, Told } from '#domain/governance/stop.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import { createMailer } from '../mail.server.ts'
import { deliver } from '../outbound.server.ts'

interface StopNews {
  id: string
  deployment: Deployment
  why: string
  by: string
  /** ISO moment. */
  at: string
  hash: string
}

/**
 * Tells the people on the card by e-mail (where SMTP_URL is set) and opens a ticket by its webhook. A message that does
 * not get through is reported and stops nothing.
 */
export async function tellOfStop(
  { config }: Pick<House, 'config'>,
  news: StopNews,
  card: EscalationCard | undefined,
  { allowInside = false } = {},
): Promise<Told[]> {
  if (!card) return []
  const people = [...new Set(card.contacts.flatMap((c) => (c.email ? [c.email] : [])))]
  return Promise.all([
    ...people.map((email) => mail(config, email, news)),
    ...(card.webhook ? [ticket(card.webhook, news, allowInside)] : []),
  ])
}

async function mail(
  config: House['config'],
  email: string,
  { deployment, why, by, at, hash }: StopNews,
): Promise<Told> {
  const { smtpUrl, mailFrom, baseUrl } = config
  const mailer = createMailer(smtpUrl, mailFrom)
  const told = { who: email, how: 'email' as const }
  if (!mailer) return { ...told, ok: false, detail: 'No mail server is set (SMTP_URL): call them.' }
  try {
    await mailer({
      to: email,
      subject: `Stopped: ${deployment.name}`,
      text: [
        `${by} stopped ${deployment.name} at ${at}.`,
        `Why: ${why}`,
        'Its gate fails until it is taken up again with the sign-offs its class asks for.',
        `What stood then is frozen under the SHA-256 ${hash}.`,
        `${baseUrl ?? ''}/deployments/${deployment.slug}/card`,
      ].join('\n\n'),
    })
    return { ...told, ok: true, detail: 'Sent.' }
  } catch (error) {
    return { ...told, ok: false, detail: error instanceof Error ? error.message : 'It was not sent.' }
  }
}

async function ticket(
  webhook: { url: string; secret: string },
  news: StopNews,
  allowInside: boolean,
): Promise<Told> {
  const { deployment, ...rest } = news
  const answer = await deliver({
    ...webhook,
    id: news.id,
    body: JSON.stringify({
      type: 'deployment.stopped',
      timestamp: news.at,
      data: { ...rest, deployment: { id: deployment.id, slug: deployment.slug, name: deployment.name } },
    }),
    sentAt: new Date(),
    allowInside,
  })
  return {
    who: new URL(webhook.url).host,
    how: 'webhook',
    ok: answer.ok,
    detail: answer.ok ? `Answered ${answer.status}.` : answer.why,
  }
}
