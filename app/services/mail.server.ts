import nodemailer from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  text: string
  /** The same on every attempt, so that mail programs show it once. */
  messageId?: string
}

/** @throws Error when the mail server does not take it */
export type Mailer = (mail: Mail) => Promise<void>

/** Sends through the mail server that SMTP_URL names; null when none is set. */
export function createMailer(smtpUrl: string | undefined, from: string | undefined): Mailer | null {
  if (!smtpUrl) return null
  const transport = nodemailer.createTransport(smtpUrl)
  const sender = from ?? `carveout@${new URL(smtpUrl).hostname}`
  return async (mail) => {
    await transport.sendMail({ ...mail, from: sender })
  }
}
