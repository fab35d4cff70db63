import { z } from 'zod'
import { Party } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { finding, section, wholeSentence } from './shared/findings.ts'
import { listInWords } from './shared/in-words.ts'
import {
  conditionsIn,
  coversIn,
  exclusionsIn,
  IndemnityCondition,
  IndemnityCover,
  IndemnityExclusion,
} from './shared/indemnity-heads.ts'
import { type Candidate, defineTerm } from './term.ts'

const Indemnity = z.object({
  by: Party,
  covers: z.array(IndemnityCover),
  exclusions: z.array(IndemnityExclusion),
  conditions: z.array(IndemnityCondition),
})
type Indemnity = z.infer<typeof Indemnity>

/** Who pays for third parties' claims against the other. */
export const indemnity = defineTerm({
  type: 'indemnity',
  title: 'Indemnity',
  group: 'liability',
  describes:
    'Who defends and pays when a third party claims against the other, for what, and what is left out.',
  looksFor: [
    'shall indemnify, defend and hold harmless',
    'third-party claims',
    'infringement',
    'shall have no obligation under this section',
  ],
  value: Indemnity,
  version: 2,
  read(context) {
    const found: Candidate<Indemnity>[] = []
    const promises = context
      .unitsThatMayMatch(PROMISE, MAKES_WHOLE)
      .filter((unit) => promisesIndemnity(unit.plain))
    const cited = new Set<Unit>()
    for (const unit of promises) {
      if (cited.has(unit)) continue
      const { words, units } = wholeSentence(context, unit)
      for (const one of units) cited.add(one)
      const by = indemnifier(context, unit)
      const { covered, excluded } = splitExclusion(words)
      const around = section(context, unit).filter(
        (other) => !promises.includes(other) && !units.includes(other),
      )
      const carveOuts = around.filter((other) => carvesOut(other, by, context, unit))
      const carved = carveOuts.map((other) => wholeSentence(context, other).words).join(' ')
      const value = {
        by,
        covers: coversIn(`${covered} ${definedClaims(context, words)}`).filter(
          // What a vendor covers is met "in Customer's use of the Services"; it does not cover the use.
          (cover) => by !== 'vendor' || cover !== 'customer_use',
        ),
        exclusions: exclusionsIn(`${excluded} ${carved}`),
        conditions: conditionsIn(around.map((other) => other.plain).join(' ') + words),
      }
      found.push(
        finding(
          value,
          [...units, ...carveOuts.slice(0, 3)],
          'promises to indemnify',
          by === 'unknown' ? 0.65 : 0.88,
        ),
      )
    }
    return found
  },
  plain: ({ by, covers, exclusions }) => {
    const list = (all: string[]) => listInWords(all, 'other claims')
    return `${by === 'unknown' ? 'indemnity' : `by ${by}`} for ${list(covers) || 'claims'}${exclusions.length ? `; not for ${list(exclusions)}` : ''}`
  },
})

const PROMISE =
  /\b(?:shall|will|must|agrees?(?: and \w{1,40})? to|undertakes?(?: at its (?:own )?(?:expense|cost))? to|hereby(?: agrees? to)?|covenants? to|(?:is|are) obligated to|does hereby|we['’]ll|you['’]ll)\b[^.;]{0,140}?\b(?:indemnif(?:y|ies)|hold(?:s)?\b[^.;]{0,80}\bharmless(?! errors?\b)|save(?:s)? harmless|defend)\b|\bindemnifies\b|\bholds\b[^.;]{0,80}\bharmless\b|\b(?:shall|will|must) be (?:(?:defended|held harmless),? (?:and )?){0,2}indemnified\b|\b(?:shall|will|must|agrees? to) release\b[^.;]{0,60}\bfrom\b[^.;]{0,40}\bthird[- ]part|\b(?:shall|will) (?:at its (?:own )?(?:cost|expense),? )?(?:defend|keep)\b[^.;]{0,60}\b(?:against|indemnified)\b/i
const NOT_A_PROMISE =
  /\b(?:no|not|any|its|such|under|the) (?:duty|obligations?)[^.;]{0,30}\bto (?:\w{1,40} ){0,3}(?:indemnify|defend)|\b(?:shall|will|is) not (?:be )?(?:required|obligated|obliged|liable|have (?:any|an) obligation)\b[^.;]{0,60}\b(?:indemnify|defend)|\b(?:indemnif(?:ied|ying) part(?:y|ies)|indemnitor|indemnitee|party seeking indemni\w{1,40}|indemnified person)\b[^.;]{0,60}\b(?:shall|will|may|must|agrees)\b|\b(?:right|option|entitled|elect|permit\w{0,40}|control|fails?|assume)\b[^.;]{0,60}\bto? ?defend\b|\bdefend (?:itself|themselves)\b|\bdefend[^.;]{0,30}\b(?:validity|patent rights)/i

/** "You'll cover our losses if someone sues us": the promise in plain words, which tell it from other refunds by who claims. */
const MAKES_WHOLE =
  /\b(?:shall|will|must|agrees? to|you['’]ll|we['’]ll)\b[^.;]{0,40}?\b(?:reimburse|compensate|cover (?:our|your|us|any|all)|make (?:us|you) whole)\b/i
const OTHERS_CLAIM =
  /\bthird[- ]part(?:y|ies)(?:['’]s?)? (?:\w{1,20} )?(?:claims?|suits?|actions?|proceedings?)\b|\bclaims? (?:\w{1,20} )?(?:by|of|from) (?:an? |any )?third\b|\b(?:someone|anyone|third party|somebody)(?: else)? (?:sues?|claims?|brings?|makes?)\b/i

/** Names given in brackets: 'each party (the "Indemnifying Party") shall' is a promise still. */
const NAMED = /\([^()]{0,40}["“][^()"”]{0,80}["”][^()]{0,20}\)/g

/** "Provider shall defend and indemnify Customer": the promise, not its procedure. */
function promisesIndemnity(words: string): boolean {
  if (MAKES_WHOLE.test(words) && OTHERS_CLAIM.test(words)) return true
  if (!PROMISE.test(words) || !/\bindemnif|\bharmless\b|\bdefend\b|\brelease\b/i.test(words)) return false
  if (!/\bindemnif|\bharmless\b|\bclaims?\b|\baction/i.test(words)) return false
  return !NOT_A_PROMISE.test(words.replace(NAMED, ' ').slice(0, 260))
}

function indemnifier(context: ReadingContext, unit: Unit): Indemnity['by'] {
  const words = unit.plain
  if (
    /\beach (?:party|of the parties)\b[^.;]{0,80}\b(?:shall|will|agrees|hereby)\b|\bthe parties (?:shall|will|agree)\b|\bindemnify each other\b|\beither party\b[^.;]{0,40}\bshall indemnify\b/i.test(
      words,
    )
  )
    return 'mutual'
  const passive =
    /\bindemnified(?:,? (?:and )?(?:defended|held harmless)){0,2} by ([^.;,]{2,60}?)(?: against| from| for|,)/i.exec(
      words,
    )?.[1]
  // "If you use the paid plan, Provider will indemnify you": the one named right before the promise.
  const promise = PROMISE.exec(words)
  const named = promise
    ? (words
        .slice(Math.max(0, promise.index - 60), promise.index)
        .split(/[,;:()]/)
        .at(-1) ?? '')
    : ''
  const promiser = context.roleOf(named)
  const subject = passive
    ? context.roleOf(passive)
    : promiser === 'vendor' || promiser === 'customer'
      ? promiser
      : context.subjectOf(unit)
  if (subject !== 'unknown') return subject
  const before =
    /^(?:.{0,2000}?[,;:)] )?(?:the )?([^,;:()]{2,80}?),? (?:\([^)]{0,1000}\) )?(?:shall|will|must|agrees?|undertakes?|hereby|covenants?|indemnifies)\b/i.exec(
      words,
    )?.[1]
  const role = before ? context.roleOf(before) : 'unknown'
  if (role !== 'unknown') return role
  const byHeading = /\bby (?:the )?([\w .&-]{2,40})$/i.exec(unit.clause?.heading ?? unit.heading)?.[1]
  return byHeading ? context.roleOf(byHeading) : 'unknown'
}

/** "Indemnify against any Customer Claim" covers what its definition covers. */
function definedClaims(context: ReadingContext, words: string): string {
  return context.definitions
    .filter(
      ({ term }) => /\b(?:claims?|losses|liabilities|proceedings?)$/i.test(term) && words.includes(term),
    )
    .map(({ span }) => sentenceFrom(context.text, span.start))
    .join(' ')
}

/** From the term to the end of its sentence, whatever list stands in it. */
const sentenceFrom = (text: string, start: number) =>
  text.slice(start, start + 800).split(/[.]\s{1,20}(?=[A-Z“"])/)[0] ?? ''

const EXCLUSION =
  /\b(?:this (?:indemnity |obligation )?excludes|except to the extent|excluding (?:claims|any)|but (?:not|excluding)|does not (?:apply|cover|extend)|(?:shall|will) not (?:apply|cover|extend)|other than (?:to the extent|claims)|unless (?:such|the|and to the extent))\b/i

/** What the promise covers, and what the same sentence takes out of it. */
function splitExclusion(given: string): { covered: string; excluded: string } {
  // An exception in brackets ends with its bracket.
  const inBrackets = [...given.matchAll(bracket)].map(([all]) => all).filter((one) => EXCLUSION.test(one))
  const words = inBrackets.reduce((rest, one) => rest.replace(one, ' '), given)
  const at = words.search(EXCLUSION)
  const promise = at < 0 ? words : words.slice(0, at)
  const cause = promise.search(
    /\b(?:aris(?:e|es|ing)|result(?:s|ed|ing)?|relat\w{1,40}|alleg\w{1,40}|based on|in connection|caused|attributable|to the extent|by reason|due to|as a result|claims? (?:\([a-z]\) )?that|in respect of|incurred|if)\b/i,
  )
  return {
    covered: cause < 0 ? promise : promise.slice(cause),
    excluded: [...inBrackets, at < 0 ? '' : words.slice(at)].join(' '),
  }
}

const bracket = /\([^()]{8,300}\)/g

const CARVES_OUT =
  /\b(?:excludes? (?:\w{1,40} )?claims|(?:no|not have any) (?:\w{1,40} )?(?:obligations?|liability|responsibility)|not (?:be )?(?:apply|cover|extend|obligated|required|liable)|foregoing (?:\w{1,40} ){0,3}(?:shall|does|do|will) not|not (?:responsible|liable))\b[^.]{0,160}?\b(?:to the extent|aris\w{1,40}|result\w{1,40}|based|if|where|from|for|with respect|caused)\b/i

/** A neighbour that narrows this promise: of the same clause, or one that names the promising party. */
function carvesOut(other: Unit, by: Indemnity['by'], context: ReadingContext, promise: Unit): boolean {
  // "under Section 8.1 to the extent": the point of a number ends no sentence.
  const words = wholeSentence(context, other).words.replace(/(?<=\d)\.(?=\d)/g, '-')
  if (!CARVES_OUT.test(words) && !/^this excludes\b/i.test(words)) return false
  if (/\bliab\w{1,40}[^.]{0,80}\b(?:exceed|indirect|consequential)/i.test(words)) return false
  if (other.clause === promise.clause) return true
  const role = context.subjectOf(other)
  return (
    by !== 'customer' &&
    /\binfring|\bindemni|\bsection|\bclause|\bobligation/i.test(words) &&
    (role === 'vendor' || role === 'unknown')
  )
}
