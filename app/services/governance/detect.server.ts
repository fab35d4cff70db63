import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'
import { findPhoneNumbersInText } from 'libphonenumber-js'
import validator from 'validator'

/** Secrets and personal data in text: found by libraries that check digits and shapes, so that a number is no card by chance. */

/** Names of the kinds of secrets in a text: "AWS access key". The secret itself is never given back. */
export async function secretsIn(text: string): Promise<{ line: number; kind: string }[]> {
  const { messages } = await lintSource({
    source: { filePath: 'log.jsonl', content: text, contentType: 'text', ext: '.jsonl' },
    options: { config: { rules: [{ id: 'recommended', rule: creator }] } },
  })
  return messages.map((m) => ({
    line: m.loc.start.line,
    kind: m.ruleId.replace('@secretlint/secretlint-rule-', ''),
  }))
}

/** Runs of letters and digits in groups, as cards and account numbers are printed. */
const GROUPS = /\b[A-Z0-9]{2,4}(?:[ -]?[A-Z0-9]{2,4}){2,9}\b/g

/** Kinds of personal data in a text: e-mail addresses, payment cards, bank accounts, telephone numbers with a country. */
export function personalDataIn(text: string): string[] {
  const words = text.split(/[\s,;:<>()[\]"']+/).map((word) => word.replace(/[.!?]{1,20}$/, ''))
  const groups = [...text.matchAll(GROUPS)].map(([group]) => group.replace(/[ -]/g, ''))
  const kinds = new Set<string>()
  if (words.some((word) => word.includes('@') && validator.isEmail(word))) kinds.add('e-mail address')
  if (groups.some((group) => /^\d{13,19}$/.test(group) && validator.isCreditCard(group)))
    kinds.add('payment card')
  if (groups.some((group) => validator.isIBAN(group))) kinds.add('bank account')
  if (findPhoneNumbersInText(text, { extended: true }).length > 0) kinds.add('telephone number')
  return [...kinds]
}
