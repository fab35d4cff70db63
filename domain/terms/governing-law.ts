import { z } from 'zod'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { withoutCapitals } from './shared/capitals.ts'
import { definitionOf } from './shared/defined.ts'
import { countryOf, PEOPLES } from './shared/peoples.ts'
import { unitsOrElse } from './shared/units-or-else.ts'
import { defineTerm } from './term.ts'

const lawOf =
  /\b[Ll]aws?(?:,[^.;,]{0,60},| \([^()]{0,80}\))? (?:and (?:regulations|jurisdiction) )?(?:in (?:force|effect) in |appl(?:icable|ying) (?:in|to contracts (?:made|executed)[^.;]{0,60}? in) |of |in )(?:the )?(?!Clause|Section)((?:United States(?: of America)?,? (?:and|in) )?(?:[Ss]tate|[Cc]ommonwealth|[Pp]rovince|Republic|People['’]s Republic|Kingdom|Federal Republic|Country|Hong Kong SAR|District|City)? ?(?:of )?(?:the )?[A-Z][\w.'’]{0,60}(?:[ -](?:and |of |the |& )?(?:[A-Z][\w.'’]{0,60})){0,20})/
const states =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming'
const adjective = new RegExp(
  `\\b(?:governed|construed|interpreted|enforced|subject|governing law)\\b[^.;]{0,80}?\\b(${PEOPLES}|${states}|PRC|Singapore|Hong Kong) laws?`,
  'i',
)
/** "California law will govern", "the governing law shall be Irish law": a choice whatever stands around it. */
const chooses = [
  new RegExp(
    `\\b(${PEOPLES}|${states}) law (?:shall |will )?(?:governs?|appl(?:y|ies)|(?:is|be) applicable to (?:this|these|all) (?:agreements?|contracts?|terms))\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:agreement|contract|terms) (?:is|are|shall be|will be) (?:governed by|subject to) (?:the )?(${PEOPLES}|${states}) law\\b`,
    'i',
  ),
  new RegExp(
    `\\bgoverning law\\b[^.;]{0,60}? (?:is|shall be|will be) (?:the )?(${PEOPLES}|${states}) law\\b`,
    'i',
  ),
]
const choosesLawsOf =
  /\b(?:governing law\b[^.;]{0,60}? (?:is|shall be|will be)|SCCs? (?:will|shall) be governed by|clause 17\b[^.;]{0,80}?\bgoverned by) the laws? of [A-Z]/
/** "Governed by the Governing Laws": the law stands in the definition. */
const definedLaw =
  /\bgoverned by (?:and (?:construed|interpreted) in accordance with )?the ([A-Z][a-z]{1,60} Laws?)\b/
/** "Made in the State of Utah and governed by the laws thereof": the law of the place named before. */
const lawThereof =
  /\blaws? (?:and (?:judicial )?decisions )?(?:thereof|of (?:that|such|said|the same) \w{1,40})\b/i
const placeNamed = /\b(?:State|Commonwealth|Province|Republic) of ([A-Z][a-z]{1,60}(?: [A-Z][a-z]{1,60})?)/
/** A choice of law in other words: "the law that governs the main agreement", "of the state where suit is filed". */
const saysLaw = /\bgovern(?:ed|ing)?\b[^.;]{0,120}?\blaws?\b|\blaws?\b[^.;]{0,60}?\bgovern/i
const governs = /\bgovern/i
const rules = /\bgovern(?:ed|ing|s)?\b|\bconstru|\binterpret|\benforce|\bsubject to\b|\bapplicable law\b/i

/** Whose law decides. */
export const governingLaw = defineTerm({
  type: 'governing_law',
  title: 'Governing law',
  group: 'time',
  describes: 'The law that governs the agreement.',
  looksFor: ['governed by the laws of', 'construed in accordance with', 'governing law'],
  value: z.object({ jurisdiction: z.string().min(1) }),
  version: 2,
  read(context) {
    const found = unitsOrElse(context, 'governing_law', {
      among: [governs],
      orElse: ({ plain }) =>
        rules.test(plain) &&
        governs.test(plain) &&
        lawOf.test(plain) &&
        /\b(?:agreement|terms|contract|dpa|addendum)\b/i.test(plain),
      // "shall comply with the laws of California" is a duty, not a choice of law.
      never: ({ plain }) =>
        /\bcompl(?:y|iance)\b/i.test(plain) && !/\bgovern|\bconstru|\binterpret/i.test(plain),
    })
    const chosen = context
      .unitsThatMayMatch(...chooses, choosesLawsOf, definedLaw)
      .filter((unit) => !found.some((one) => one.unit === unit) && isChoice(unit.plain))
      .map((unit) => ({ unit, score: 0.8, rule: 'chooses a law' }))
    return [...found, ...chosen].flatMap(({ unit, score, rule }) =>
      jurisdictionsOf(context, unit).map(({ jurisdiction, spans }) => ({
        value: { jurisdiction },
        spans,
        score,
        rule,
      })),
    )
  },
  plain: ({ jurisdiction }) => jurisdiction,
})

function isChoice(words: string): boolean {
  const plain = withoutCapitals(words)
  return chooses.some((pattern) => pattern.test(plain)) || choosesLawsOf.test(plain) || definedLaw.test(plain)
}

/** The law a sentence names; those of the definition where it only names a defined term, "the Governing Laws". */
function jurisdictionsOf(context: ReadingContext, unit: Unit): { jurisdiction: string; spans: Unit[] }[] {
  const own = jurisdictionOf(withoutCapitals(unit.plain))
  if (own) return [{ jurisdiction: own, spans: [unit] }]
  if (/\blaws? of (?:the )?(?:State of )?(?:\*{2,20}|\[[*● ]{1,6}\]|_{3,20})/i.test(unit.plain))
    return [{ jurisdiction: 'left open', spans: [unit] }]
  const place = lawThereof.test(unit.plain) ? placeNamed.exec(unit.plain)?.[1] : undefined
  if (place) return [{ jurisdiction: place, spans: [unit] }]
  const term = definedLaw.exec(unit.plain)?.[1]
  if (!term) return saysLaw.test(unit.plain) ? [{ jurisdiction: 'not named', spans: [unit] }] : []
  return definitionOf(context, term).flatMap((said) => {
    const jurisdiction = jurisdictionOf(
      said.plain.replace(/\bLaws of\b/g, 'laws of').replace(/^["“][^"”]*["”]/, ''),
    )
    return jurisdiction ? [{ jurisdiction, spans: [unit, said] }] : []
  })
}

/** "New York", "England and Wales": without "State of" and what is said after it. */
function jurisdictionOf(words: string): string | undefined {
  const named = lawOf.exec(words)?.[1]
  if (!named) {
    const people = [adjective, ...chooses].map((pattern) => pattern.exec(words)?.[1]).find(Boolean)
    return people && (countryOf(people) ?? people)
  }
  const jurisdiction = named
    .replace(/^United States(?: of America)?,? (?:and|in) (?:the )?/i, '')
    .replace(
      /^(?:State|Commonwealth|Province|Republic|Kingdom|Federal Republic|Country|District|City) of (?:the )?/i,
      '',
    )
    .replace(
      /,? (?:USA|U\.S\.A?\.?|United States(?: of America)?|Without|Excluding|And The|As|Applicable|Notwithstanding|Irrespective|Regardless|Except)\b.{0,2000}$/i,
      '',
    )
    .replace(/[.,;'’]{1,20}s?$/, '')
    .replace(/^England$/, 'England and Wales')
    .trim()
  return jurisdiction.length > 1 && !/^(?:State|Country|Agreement|Party|Parties|This)$/i.test(jurisdiction)
    ? jurisdiction
    : undefined
}
