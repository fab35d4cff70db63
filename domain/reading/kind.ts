import { z } from 'zod'
import { blocksOf } from '../document/blocks.ts'
import type { Document } from '../document/document.ts'

export const AgreementKind = z.enum([
  'msa',
  'order_form',
  'dpa',
  'sla',
  'aup',
  'ai_addendum',
  'terms_of_service',
  'amendment',
  'nda',
  'other',
])
export type AgreementKind = z.infer<typeof AgreementKind>

const byTitle: [RegExp, AgreementKind][] = [
  [/\b(?:data (?:processing|protection|privacy)|processing of personal data|DPA)\b/i, 'dpa'],
  [/\b(?:amendment|amended and restated schedule|supplement no)\b/i, 'amendment'],
  [
    /\b(?:order form|order schedule|purchase order|statement of work|sales order|work order|ordering document)\b/i,
    'order_form',
  ],
  [
    /\b(?:AI|artificial intelligence|generative|machine learning)\b.{0,40}\b(?:addendum|terms|rider|schedule|exhibit)\b/i,
    'ai_addendum',
  ],
  [/\b(?:service level|support (?:policy|terms)|SLA|uptime)\b/i, 'sla'],
  [/\b(?:acceptable use|usage polic|use policy|prohibited use)/i, 'aup'],
  [/\b(?:non-?disclosure|confidentiality agreement|NDA)\b/i, 'nda'],
  [
    /\b(?:terms of (?:service|use|sale)|terms (?:and|&) conditions|(?:online|user|customer|service|commercial|api|platform|business) terms|general terms|services agreement.{0,20}(?:online|click))\b/i,
    'terms_of_service',
  ],
  [
    /\b(?:master|enterprise|framework|(?:software|saas|subscription|cloud|technology|hosting|platform) .{0,30}agreement|services? agreement|licen[cs]e agreement)\b/i,
    'msa',
  ],
]

const titleWords =
  /\b(?:agreement|addendum|amendment|terms|policy|contract|order form|schedule|licen[cs]e|lease|letter of intent|memorandum|statement of work|purchase order|commitment|conditions)\b/i

/** The kind that a title says, or undefined. */
export const kindOfTitle = (title: string): AgreementKind | undefined =>
  byTitle.find(([pattern]) => pattern.test(title))?.[1]

/**
 * The paper's title, from its first headings, and what kind of paper it is.
 * Null and "other" when nothing at the top says so.
 */
export function titleAndKind(document: Document): { title: string | null; kind: AgreementKind } {
  const title = printedTitle(document) ?? document.title
  const kind = title ? kindOfTitle(title) : undefined
  if (kind) return { title, kind }
  const opening = document.text.slice(0, 2500)
  if (/\bby (?:clicking|accessing|using)\b|\bthese terms\b.{0,200}\b(?:you|your)\b/is.test(opening))
    return { title, kind: 'terms_of_service' }
  return { title, kind: 'other' }
}

function printedTitle(document: Document): string | null {
  const top = blocksOf(document).slice(0, 30)
  for (const [i, block] of top.entries()) {
    const words = document.text.slice(block.start, block.end).replace(/\s+/g, ' ').trim()
    const short = words.length <= 120 && words.split(' ').length <= 16
    if (
      !short ||
      !titleWords.test(words) ||
      /^(?:this|these|in|the parties|by|whereas|source)\b.{0,2000}\b(?:is|are|shall|source)\b/i.test(words)
    )
      continue
    if (
      /^(?:exhibit|execution|confidential|source:|page \d|table of contents)\b/i.test(words) &&
      !/\bagreement|addendum|terms\b/i.test(words)
    )
      continue
    if (!/^[^a-z]/.test(words) || /[;,]$/.test(words)) continue
    // A title may be broken over two blocks: "MASTER SERVICES" / "AGREEMENT".
    const before = top[i - 1] && document.text.slice(top[i - 1]?.start, top[i - 1]?.end).trim()
    const capitals = words === words.toUpperCase()
    if (
      before &&
      capitals &&
      words.split(' ').length <= 2 &&
      before === before.toUpperCase() &&
      /^[A-Z][A-Z &,-]{3,60}$/.test(before)
    )
      return `${before} ${words}`
    return words.replace(/\.$/, '')
  }
  return null
}
