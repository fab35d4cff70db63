import { z } from 'zod'
import { withoutCapitals } from './shared/capitals.ts'
import { byClause, inOrder, withLeadIn } from './shared/findings.ts'
import { defineTerm } from './term.ts'

const Mechanism = z.enum(['scc', 'uk_addendum', 'adequacy', 'dpf', 'bcr'])
const DataLocation = z.object({
  /** "European Economic Area", "United States": where data is kept or processed. */
  regions: z.array(z.string()),
  transferMechanism: z.array(Mechanism).optional(),
})
type DataLocation = z.infer<typeof DataLocation>

/** Where data lies, and on what footing it leaves. */
export const dataLocation = defineTerm({
  type: 'data_location',
  title: 'Data location',
  group: 'data',
  describes: 'Where data is stored and processed, and the mechanism by which it may cross borders.',
  looksFor: [
    'stored in the European Union',
    'data centres located in',
    'standard contractual clauses',
    'adequacy decision',
  ],
  value: DataLocation,
  version: 2,
  read(context) {
    const found = context.unitsThatMayMatch(...PLACES).flatMap((unit) => {
      const words = withLeadIn(unit)
      if (DEFINES.test(words) || DETAIL.test(unit.plain) || A_COMPANY.test(unit.plain)) return []
      const transfers = MECHANISMS.filter(([, pattern]) => pattern.test(unit.plain)).map(([one]) => one)
      const relies = transfers.length > 0 && RELIES.test(words)
      const regions =
        STAYS.test(words) && DATA.test(words)
          ? regionsIn(`${placed(unit.plain)} ${placed(withoutCapitals(unit.plain))}`)
          : []
      if (!relies && regions.length === 0) return []
      const value = { regions, ...(relies && { transferMechanism: transfers }) }
      return [{ unit, value, rule: regions.length ? 'kept in a region' : 'transfer mechanism', score: 0.86 }]
    })
    return byClause<DataLocation>(found, (values) => {
      const mechanisms = inOrder(
        Mechanism.options,
        values.flatMap((value) => value.transferMechanism ?? []),
      )
      return {
        regions: [...new Set(values.flatMap((value) => value.regions))],
        ...(mechanisms.length && { transferMechanism: mechanisms }),
      }
    })
  },
  plain: ({ regions, transferMechanism }) => {
    const names = {
      scc: 'standard contractual clauses',
      uk_addendum: 'UK addendum',
      adequacy: 'adequacy decision',
      dpf: 'Data Privacy Framework',
      bcr: 'binding corporate rules',
    }
    const where = regions.length ? `in ${regions.join(', ')}` : 'place not stated'
    return transferMechanism?.length
      ? `${where}; transfers under ${transferMechanism.map((one) => names[one]).join(', ')}`
      : where
  },
})

const DEFINES = /["“][^"”]{2,60}["”] ?(?:\([^)]{0,1000}\) ?)?(?:means|shall mean|has the meaning)\b/i
/** How the blanks of the clauses are filled in says nothing of its own. */
const A_COMPANY =
  /\b(?:company|corporation|offices?|incorporated|organi[sz]ed|headquartered)\b[^.;]{0,40}?\blocated\b/i
const DETAIL =
  /\bClauses? \d|\bAnnex(?:es)? [IVX\d]|\bAppendix \d|\bModules? (?:one|two|three|four|\d)\b|\binformation (?:for|required)\b/i

const MECHANISMS: [z.infer<typeof Mechanism>, RegExp][] = [
  [
    'scc',
    /\bstandard contractual clauses\b|\bSCCs?\b|\bmodel clauses\b|\bcontroller to processor clauses\b|\bprocessor to processor clauses\b/i,
  ],
  ['uk_addendum', /\bUK addendum\b|\binternational data transfer (?:addendum|agreement)\b|\bIDTA\b/i],
  ['adequacy', /\badequacy (?:decision|regulations?)\b|\badequate level of (?:data )?protection\b/i],
  ['dpf', /\bdata privacy framework\b|\bprivacy shield\b/i],
  ['bcr', /\bbinding corporate rules\b/i],
]
const RELIES =
  /\b(?:transfer\w{0,40}|export\w{0,40}|import\w{0,40}|incorporat\w{0,40}|apply|applies|enter(?:ed|s)? into|conclude[sd]?|execute|comply|on the basis|pursuant|rely|relies|outside)\b/i
const STAYS =
  /\b(?:stor(?:e|ed|es|age)|host(?:s|ed|ing)?|process(?:ed|es|ing)?|located|location|resid(?:e|es|ency)|remain|kept|data cent(?:er|re)s?|within|outside|leaves?)\b/i
const DATA = /\b(?:data|content|prompts?|inputs?|outputs?|information|servers?)\b/i
const REGIONS: [string, RegExp][] = [
  ['European Economic Area', /\bEEA\b|\bEuropean Economic Area\b/],
  ['European Union', /\bEU\b(?!['’]?s? (?:SCC|Commission|Privacy|GDPR|\/))|\bEuropean Union\b/],
  ['United Kingdom', /\bUK\b(?! (?:GDPR|Addendum|DPA|Data|Information))|\bUnited Kingdom\b/],
  ['Switzerland', /\bSwitzerland\b/],
  [
    'United States',
    /\bUnited States\b|\bU\.S\.A?\.?(?! (?:Privacy|dollars?))|\bUSA\b|\bUS(?= (?:region|data|only|east|west))\b/,
  ],
  ['Canada', /\bCanada\b/],
  ['Germany', /\bGermany\b/],
  ['France', /\bFrance\b/],
  ['Ireland', /\bIreland\b/],
  ['Netherlands', /\bNetherlands\b/],
  ['Sweden', /\bSweden\b/],
  ['Australia', /\bAustralia\b/],
  ['Japan', /\bJapan\b/],
  ['Singapore', /\bSingapore\b/],
  ['India', /\bIndia\b/],
]

/** Patterns one of which a unit about the place of data matches. */
const PLACES = [...MECHANISMS, ...REGIONS].map(([, pattern]) => pattern)

/** The regions a phrase names, in capitals or not. */
const regionsIn = (words: string) =>
  REGIONS.filter(([, pattern]) => pattern.test(words) || pattern.test(withoutCapitals(words))).map(
    ([name]) => name,
  )

/** The words that say where data stays; a country that data goes to, or whose law applies, is none. */
function placed(words: string): string {
  const stays =
    /\b(?:stor(?:e|ed|es|age)|host(?:s|ed|ing)?|process(?:ed|es|ing)?|located|resid(?:e|es|ing)|remain|kept|data cent(?:er|re)s?)\b[^.;]{0,100}?\b(?:only |solely |exclusively )?(?:in|within|inside|at)\b([^.;]{2,140})/i.exec(
      words,
    )
  const never =
    /\b(?:not|never)\b[^.;]{0,60}?\b(?:transfer|stor|process|mov|access|leav)\w{0,40}\b(?:[^.;]{0,60}?\b(?:outside|out of)\b|(?<=\bleaves?))([^.;]{2,120})/i.exec(
      words,
    )
  const hosts = /\bdata (?:residency|location|region)s?\b[^.;]{0,20}:?([^.;]{2,100})/i.exec(words)
  return `${without(stays?.[1])} ${never?.[1] ?? ''} ${hosts?.[1] ?? ''}`
}

/** "in accordance with", "in connection with the laws of" are no places. */
function without(words = ''): string {
  return /^\s{0,400}(?:accordance|connection|compliance|respect|order|relation|a manner|violation|any manner|its|such|line)\b/i.test(
    words,
  ) || /\b(?:laws?|courts?|jurisdiction|subject to)\b/i.test(words)
    ? ''
    : words
}
