import { z } from 'zod'
import { unitsOrElse } from './shared/units-or-else.ts'
import { defineTerm } from './term.ts'

const lawOf =
  /\blaws? (?:and (?:regulations|jurisdiction) )?(?:in (?:force|effect) in |applicable (?:in|to contracts (?:made|executed)[^.;]{0,60}? in) |of |in )(?:the )?((?:United States(?: of America)?,? (?:and|in) )?(?:State|Commonwealth|Province|Republic|People['’]s Republic|Kingdom|Federal Republic|Country|Hong Kong SAR|District|City)? ?(?:of )?(?:the )?[A-Z][\w.'’]*(?:[ -](?:and |of |the |& )?(?:[A-Z][\w.'’]*))*)/
const adjective =
  /\b(?:governed|construed|interpreted|enforced|subject)\b[^.;]{0,80}?\b(English|Swiss|French|German|Irish|Dutch|Italian|Spanish|Israeli|Indian|Chinese|Japanese|Swedish|Danish|Norwegian|Finnish|Belgian|Austrian|Scottish|Ontario|New York|Delaware|California|Texas) law/i
const countries: Record<string, string> = {
  english: 'England and Wales',
  swiss: 'Switzerland',
  french: 'France',
  german: 'Germany',
  irish: 'Ireland',
  dutch: 'Netherlands',
  italian: 'Italy',
  spanish: 'Spain',
  israeli: 'Israel',
  indian: 'India',
  chinese: 'China',
  japanese: 'Japan',
  swedish: 'Sweden',
  danish: 'Denmark',
  norwegian: 'Norway',
  finnish: 'Finland',
  belgian: 'Belgium',
  austrian: 'Austria',
  scottish: 'Scotland',
}
const rules = /\bgovern(?:ed|ing|s)?\b|\bconstru|\binterpret|\benforce|\bsubject to\b|\bapplicable law\b/i

/** Whose law decides. */
export const governingLaw = defineTerm({
  type: 'governing_law',
  title: 'Governing law',
  group: 'time',
  describes: 'The law that governs the agreement.',
  looksFor: ['governed by the laws of', 'construed in accordance with', 'governing law'],
  value: z.object({ jurisdiction: z.string().min(1) }),
  version: 1,
  read: (context) =>
    unitsOrElse(context, 'governing_law', {
      orElse: ({ plain }) =>
        rules.test(plain) &&
        /\bgovern/i.test(plain) &&
        lawOf.test(plain) &&
        /\b(?:agreement|terms|contract|dpa|addendum)\b/i.test(plain),
      // "shall comply with the laws of California" is a duty, not a choice of law.
      never: ({ plain }) =>
        /\bcompl(?:y|iance)\b/i.test(plain) && !/\bgovern|\bconstru|\binterpret/i.test(plain),
    }).flatMap(({ unit, score, rule }) => {
      const jurisdiction = jurisdictionOf(unit.plain) ?? jurisdictionOf(capitalised(unit.plain))
      return jurisdiction ? [{ value: { jurisdiction }, spans: [unit], score, rule }] : []
    }),
  plain: ({ jurisdiction }) => jurisdiction,
})

/** "New York", "England and Wales": without "State of" and what is said after it. */
function jurisdictionOf(words: string): string | undefined {
  const named = lawOf.exec(words)?.[1]
  if (!named) {
    const people = adjective.exec(words)?.[1]
    return people ? (countries[people.toLowerCase()] ?? people) : undefined
  }
  const jurisdiction = named
    .replace(/^United States(?: of America)?,? (?:and|in) (?:the )?/i, '')
    .replace(
      /^(?:State|Commonwealth|Province|Republic|Kingdom|Federal Republic|Country|District|City) of (?:the )?/i,
      '',
    )
    .replace(
      /,? (?:USA|U\.S\.A?\.?|United States(?: of America)?|Without|Excluding|And The|As|Applicable|Notwithstanding|Irrespective|Regardless|Except)\b.*$/i,
      '',
    )
    .replace(/[.,;'’]+s?$/, '')
    .replace(/^England$/, 'England and Wales')
    .trim()
  return jurisdiction.length > 1 && !/^(?:State|Country|Agreement|Party|Parties|This)$/i.test(jurisdiction)
    ? jurisdiction
    : undefined
}

/** "THE LAWS OF THE STATE OF NEW YORK" as "the laws of the State of New York". */
function capitalised(words: string): string {
  if (!/\bLAWS?\b/.test(words)) return words
  return words
    .toLowerCase()
    .replace(/\b(?:state|commonwealth|[a-z]+)\b/g, (word) =>
      /^(?:laws?|of|the|and|in|by|with|to|shall|be|is|governed|construed|without|excluding|as|applicable|regard|force|effect)$/.test(
        word,
      )
        ? word
        : word[0]?.toUpperCase() + word.slice(1),
    )
}
