import type { FileChild } from 'docx'
import { type ClassReason, type RiskClass, riskClassTitles } from '#domain/policy/risk.ts'
import { listed, longDate } from '../format.ts'
import { bullet, facts, gap, heading, paragraph, title } from './parts.ts'
import type { Logo } from './report.ts'

/** What every report says of itself on its first page. */
export interface ReportHead {
  organisation: string
  /** Names of the vendors whose papers were read. */
  vendors: string[]
  riskClass: RiskClass
  /** The answers that ask for the class; [] when there was no questionnaire. */
  reasons: ClassReason[]
  /** Why a person set the class lower than the answers ask for. */
  classException?: string | null
  /** ISO date. */
  preparedOn: string
  /** Of a paper that has versions. */
  version?: string
  owner: string | null
  playbook: { title: string; version: string }
  logo?: Logo
  /** BCP 47; British English when absent. */
  locale?: string
}

/** Who is meant in the title block: "Deployment", "Refund assistant". */
export type Subject = [kind: string, name: string]

export const localeOf = (head: ReportHead) => head.locale ?? 'en-GB'

/** The names on the first page. */
export interface HeadWords {
  organisation: string
  vendor: string
  vendors: string
  noneNamed: string
  riskClass: string
  classes: Record<RiskClass, string>
  preparedOn: string
  version: string
  owner: string
  nobodyNamed: string
  heldAgainst: string
  playbook(title: string, version: string): string
}

export const englishHead: HeadWords = {
  organisation: 'Organisation',
  vendor: 'Vendor',
  vendors: 'Vendors',
  noneNamed: 'None named',
  riskClass: 'Risk class',
  classes: riskClassTitles,
  preparedOn: 'Prepared on',
  version: 'Version',
  owner: 'Owner',
  nobodyNamed: 'Nobody named',
  heldAgainst: 'Held against',
  playbook: (title, version) => `${title}, version ${version}`,
}

export function titleBlock(
  name: string,
  subject: Subject,
  head: ReportHead,
  width: number,
  words: HeadWords = englishHead,
): FileChild[] {
  const locale = localeOf(head)
  const left = 2200
  const version: [string, string[]][] = head.version ? [[words.version, [head.version]]] : []
  return [
    title(name),
    facts(
      [
        [words.organisation, [head.organisation]],
        [subject[0], [{ text: subject[1], bold: true }]],
        [
          head.vendors.length === 1 ? words.vendor : words.vendors,
          [listed(head.vendors, locale) || words.noneNamed],
        ],
        [words.riskClass, [{ text: words.classes[head.riskClass], bold: true }]],
        [words.preparedOn, [longDate(head.preparedOn, locale)]],
        ...version,
        [words.owner, [head.owner || words.nobodyNamed]],
        [words.heldAgainst, [words.playbook(head.playbook.title, head.playbook.version)]],
      ],
      [left, width - left],
    ),
    gap(),
  ]
}

/** The class in words with what asks for it. */
export function classSection({ riskClass, reasons, classException }: ReportHead): FileChild[] {
  if (reasons.length === 0) return []
  return [
    heading(`Why the class is ${riskClassTitles[riskClass]}`),
    ...reasons.map(({ question, answer, forces, why }) =>
      bullet({ text: `${question} ${answer}. `, bold: true }, `${why} (${riskClassTitles[forces]})`),
    ),
    ...(classException
      ? [paragraph({ text: 'Set by a person, below what the answers ask for: ', bold: true }, classException)]
      : []),
  ]
}

export const NOT_ADVICE =
  'Prepared from what was read in the agreements named here and from what people decided about it. ○ marks a clause that no person has confirmed yet. It is not legal advice.'
