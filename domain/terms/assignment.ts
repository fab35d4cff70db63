import { z } from 'zod'
import { Party, partyTitles } from '../quantities/parties.ts'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { unitsThat } from './shared/units-that.ts'
import { defineTerm } from './term.ts'

const assigns = /\b(?:assign(?:ed|s|able|ment)?|transfer(?:red|able)?|delegate)\b/i
const assigning = /\bassign/i
const bars =
  /\b(?:shall not|may not|cannot|can not|neither|no party|not be|not assignable|non-?assignable|without (?:the )?(?:\w{1,40} ){0,6}(?:consent|permission)|null and void|is void)\b/i
const frees =
  /\b(?:(?:may|reserves? the right to|entitled to|free to|shall have the right to) (?:\w{1,40} )?(?:assign|transfer)|freely assign(?:able)?|without (?:the )?(?:need for |requirement of )?(?:[\w’']{1,60} ){0,6}(?:consent|approval))\b/i
/** "Supplier may assign this Agreement on notice": to anybody, which is more than the usual leave for affiliates. */
const mayAssign =
  /^[^.;]{0,120}?\b(?:may|can|reserves? the right to|(?:is|are|be) (?:entitled|free) to) (?:freely |also |\w{1,40} )?assign\b[^.;]{0,60}?\b(?:this|these|its|the) (?:agreement|terms|contract|dpa|addendum|rights)\b/i
const toAnybody =
  /\bfreely\b|\bwithout (?:[\w’']{1,60} ){0,5}(?:consent|approval|telling you)\b|\bto any(?:one|body)\b|\b(?:up)?on (?:\w{1,40} ){0,3}notice to\b/i
const ofPaper = /\b(?:agreement|contract|rights?|obligations?|terms|licen[cs]e|interest|duties|addendum)\b/i
const successor =
  /\b(?:affiliates?|merger|acqui|successor|all or substantially all|change of control|reorgani[sz]ation|sale of)\b/i

/** "…, but may be assigned by us without restriction": what the other one may do, in the same sentence. */
const othersLeave =
  /\bbut (?:(?:it )?(?:may|can) be (?:freely )?(?:assigned|transferred) by ((?:the )?[\w&.-]{1,40})|((?:the )?[\w&.-]{1,40}) (?:may|can) (?:freely )?assign)\b[^.;]{0,80}?\b(?:to any(?:one|body)|without (?:any )?(?:restriction|limitation|consent|(?:[\w’']{1,40} ){1,4}consent)|freely|at (?:any time|will))\b/i

/** "May assign only with Licensor's written approval": a bar in the words of a right, too. */
const withConsent = /\bwith (?:the )?(?:[\w’']{1,60} ){0,4}(?:consent|approval)\b/i

const barred = /\b(?:shall not|may not|neither|cannot|not (?:be )?(?:assignable|transferable))\b/i
/** "No party shall be entitled to assign": a bar in the words of a right. */
const barsAll = /\bno (?:party|person)\b/i
/** "May not be assigned by either party": the one who acts stands after the verb. */
const assignedBy =
  /\b(?:assign(?:ed|able)|transfer(?:red|able)|delegated)\b[^.;,]{0,40}?\bby ((?:\w{1,40} ){0,2}\w{1,40})/i

/** "Neither party may assign without consent, except that Supplier may assign to an affiliate". */
const exempted =
  /\b(?:neither|no|either) party\b[^;]{0,300}?\b(?:except(?: that)?|provided,? (?:that|however)(?:, that)?|save that)[, ]{1,2}(?:the )?([\w.&’' -]{2,40}?) may (?:\w{1,40} )?(?:assign|transfer)\b/i

function partyOf({ roleOf, subjectOf }: ReadingContext, unit: Unit) {
  const actor = assignedBy.exec(unit.plain.replace(/\([^)]{0,80}\)/g, ' '))?.[1]
  const role = actor ? roleOf(actor) : 'unknown'
  return role === 'unknown' ? subjectOf(unit) : role
}

/** Who may hand the agreement on. */
export const assignment = defineTerm({
  type: 'assignment',
  title: 'Assignment',
  group: 'time',
  describes: 'Whether a party may hand the agreement on to another without consent.',
  looksFor: ['may not assign', 'without the prior written consent', 'successors and assigns'],
  value: z.object({ consent: z.enum(['required', 'not_required', 'affiliates_or_successor']), party: Party }),
  version: 2,
  read: (context) =>
    unitsThat(context, 'assignment', {
      among: [assigning],
      always: ({ plain }) =>
        (assigns.test(plain) &&
          assigning.test(plain) &&
          bars.test(plain) &&
          ofPaper.test(plain) &&
          barred.test(plain) &&
          /\b(?:consent|permission)\b/i.test(plain)) ||
        (mayAssign.test(plain) && withConsent.test(plain) && /\bonly\b/i.test(plain)) ||
        (mayAssign.test(plain) && toAnybody.test(plain) && !barred.test(plain) && !successor.test(plain)),
    }).flatMap(({ unit, score, rule }) => {
      const words = unit.plain
      const exempt = context.roleOf(exempted.exec(words)?.[1] ?? '')
      if (exempt === 'vendor' || exempt === 'customer') {
        const bound = exempt === 'vendor' ? 'customer' : 'vendor'
        const free = successor.test(words) ? ('affiliates_or_successor' as const) : ('not_required' as const)
        return [
          { value: { consent: 'required' as const, party: bound as Party }, spans: [unit], score, rule },
          { value: { consent: free, party: exempt as Party }, spans: [unit], score, rule },
        ]
      }
      const freely = frees.test(words) && !barred.test(words) && !barsAll.test(words)
      const consent =
        successor.test(words) &&
        (freely || /\b(?:except|other than|notwithstanding|provided|however|unless)\b/i.test(words))
          ? ('affiliates_or_successor' as const)
          : freely && !withConsent.test(words)
            ? ('not_required' as const)
            : ('required' as const)
      const own = { value: { consent, party: partyOf(context, unit) as Party }, spans: [unit], score, rule }
      const other = othersLeave.exec(words)
      const free = other ? context.roleOf(other[1] ?? other[2] ?? '') : 'unknown'
      return free === 'unknown'
        ? [own]
        : [own, { ...own, value: { consent: 'not_required' as const, party: free } }]
    }),
  plain: ({ consent, party }) =>
    `${partyTitles[party]}: ${{ required: 'only with consent', not_required: 'without consent', affiliates_or_successor: 'without consent to affiliates or a successor only' }[consent]}`,
})
