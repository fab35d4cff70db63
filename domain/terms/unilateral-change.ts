import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { Party, partyTitles } from '../quantities/parties.ts'
import type { Unit } from '../reading/context.ts'
import { firstDuration } from './shared/amounts.ts'
import { restOfClause, section, withLeadIn } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

type UnilateralChange = {
  by: z.infer<typeof Party>
  notice?: Duration
  effective: 'posting' | 'notice' | 'renewal'
  terminationRight?: boolean
}

const paper = '(?:agreement|terms|addendum|dpa|polic(?:y|ies)|conditions|documentation|contract)'
const changes = new RegExp(
  `\\b(?:may|might|reserves? the right|can|has the right to|is entitled to|will|from time to time)\\b[^.;]{0,90}?\\b(?:update|modif\\w+|change|amend|revis\\w+|supplement|vary|replace)\\b[^.;]{0,90}?\\b${paper}\\b`,
  'i',
)
/** "These Terms may be updated by Provider": the one who changes them stands after the verb. */
const changedBy =
  /\b(?:terms|polic(?:y|ies)|conditions|agreement)\b[^.;,]{0,30}?\b(?:may|might|can) be (?:\w{1,20} )?(?:updated|changed|revised|modified|amended|replaced)\b[^.;]{0,60}?\bby ((?:the )?[\w&.-]{1,40})/i
const mutual =
  /\b(?:mutual|both parties|by (?:the )?parties|signed by|written agreement|in writing (?:and )?signed|authorized representatives?|no (?:amendment|modification|change)|may (?:only|not) be|except (?:by|in) (?:a )?writing|written instrument|executed by)\b/i

/** Who may rewrite the paper alone. */
export const unilateralChange = defineTerm({
  type: 'unilateral_change',
  title: 'Unilateral change',
  group: 'time',
  describes:
    'Whether one party may change the terms by itself, with what notice, and whether the other may then leave.',
  looksFor: ['may modify these terms', 'reserves the right to update', 'by posting', 'continued use'],
  value: z.object({
    by: Party,
    notice: Duration.optional(),
    effective: z.enum(['posting', 'notice', 'renewal']),
    terminationRight: z.boolean().optional(),
  }),
  version: 2,
  read(context) {
    const found: Candidate<UnilateralChange>[] = []
    for (const unit of context.unitsThatMayMatch(changes, changedBy)) {
      const passive = changedBy.exec(unit.plain)
      const match =
        passive && context.roleOf(passive[1] ?? '') === 'vendor' ? passive : changes.exec(unit.plain)
      if (!match || mutual.test(unit.plain)) continue
      const before = unit.plain.slice(Math.max(0, match.index - 60), match.index)
      // "From time to time, we might need to update": the one who acts may stand within.
      const within = match[0].split(/\b(?:update|modif|change|amend|revis|supplement|vary|replace)/i)[0] ?? ''
      const by =
        [match === passive ? (match[1] ?? '') : '', before, within]
          .map((words) => context.roleOf(words))
          .find((role) => role !== 'unknown') ?? context.subjectOf(unit)
      if (by === 'mutual' || by === 'customer') continue
      const near = [
        ...restOfClause(context, unit).filter((u) => Math.abs(u.index - unit.index) <= 5),
        ...section(context, unit).filter((u) => u.clause !== unit.clause && tellsWhen(u, unit)),
      ]
      const around = [unit, ...near]
        .map((u) => u.plain)
        .filter((w) => /\b(?:updat|chang|modif|amend|revis|notice|effective|effect|posted)/i.test(w))
      const noticeWords = [withLeadIn(unit), ...around].find(
        (w) =>
          /\bnotice|\bnotif|\bprior\b|\badvance\b|\beffective\b|\btakes? effect\b|\bposted\b/i.test(w) &&
          firstDuration(w),
      )
      const notice = noticeWords ? firstDuration(noticeWords) : undefined
      const all = around.join(' ')
      const terminationRight =
        /\b(?:customer|you|client|licensee|subscriber)\b[^.;]{0,80}?\b(?:may|can|right to|entitled to)\b[^.;]{0,40}?\b(?:terminate|cancel|close your account)/i.test(
          all,
        )
      found.push({
        value: {
          by,
          ...(notice && { notice }),
          effective: /\b(?:renewal|next (?:term|subscription)|renewal term)\b/i.test(unit.plain)
            ? 'renewal'
            : notice || (/\bnotif|\bnotice\b/i.test(all) && !/\bpost(?:ed|ing)\b/i.test(all))
              ? 'notice'
              : 'posting',
          ...(terminationRight && { terminationRight }),
        },
        spans: [{ start: unit.start, end: unit.end }, ...near.filter((u) => u.plain === noticeWords)],
        score: /\bpolic/i.test(match[0]) ? 0.65 : 0.85,
        rule: 'may change the terms',
      })
    }
    return found
  },
  plain: ({ by, notice, effective, terminationRight }) =>
    [
      `by ${partyTitles[by]}`,
      notice
        ? `on ${plainDuration(notice)}' notice`
        : effective === 'posting'
          ? 'by posting'
          : `on ${effective}`,
      terminationRight && 'the customer may then leave',
    ]
      .filter(Boolean)
      .join(', '),
})

/** "Material updates become effective 30 days after notice", in a clause beside the one that allows them. */
const tellsWhen = (other: Unit, unit: Unit) =>
  Math.abs(other.index - unit.index) <= 8 &&
  /\b(?:updates?|changes?|modifications?|amendments?|revisions?)\b[^.;]{0,80}\b(?:effective|effect|notice)\b/i.test(
    other.plain,
  )
