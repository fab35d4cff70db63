import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { noticePeriod, percentIn } from './shared/amounts.ts'
import { type Candidate, defineTerm } from './term.ts'

type PriceChange = { notice?: Duration; cap?: number; when: 'renewal' | 'anytime' }

const prices = /\b(?:fees?|prices?|pricing|charges|rates?|remuneration)\b/i
const changes =
  /\b(?:increase|raise|chang|adjust|modif|updat|revis|amend)\w{0,40}\b[^.;]{0,60}?\b(?:fees?|prices?|pricing|charges|rates?|remuneration)\b|\b(?:fees?|prices?|pricing|charges|rates?)\b[^.;]{0,80}?\b(?:go(?:es)? up\b|increas|rais|chang|adjust|modif|updat|revis)\w{0,40}/i
const may =
  /\b(?:may|reserves? the right|shall be (?:increased|adjusted)|will (?:not )?(?:increase|exceed|be (?:increased|adjusted|effective))|shall not (?:increase|exceed)|can|entitled|effective|subject to (?:change|adjustment)|announced|applies from)\b/i
/** "Shall not raise the fees during the first term", with no more said, moves no price. */
const stays =
  /\bnot (?:be )?(?:increas|rais|chang)\w{0,4}\b(?![^.;]{0,200}\b(?:more|exceed|unless|except|than|without|until|but)\b)/i
const otherMatter =
  /\bnot (?:be )?entitled to (?:\w{1,40} ){0,3}(?:increas|rais|chang|adjust|modif)|\b(?:interest rate|exchange rate|late (?:fee|charge)|tax rate|rate limit|liabilit|licen[cs]e to|material adverse)/i

const saysMore =
  /^(?:if|where|when|any|such|we|it|the|provider|vendor|supplier)\b[^.;]{0,80}?\b(?:prices?|fees?|increases?|changes?)\b[^.;]{0,120}?\b(?:notice|renewal)\b/i

/** When the price may move. */
export const priceChange = defineTerm({
  type: 'price_change',
  title: 'Price change',
  group: 'time',
  describes: 'Whether the vendor may raise its prices, when, by how much and with what notice.',
  looksFor: ['increase the fees', 'change its prices', 'upon renewal', 'shall not exceed the prior fees by'],
  value: z.object({
    notice: Duration.optional(),
    cap: z.number().optional(),
    when: z.enum(['renewal', 'anytime']),
  }),
  version: 2,
  read(context) {
    const found: Candidate<PriceChange>[] = []
    for (const unit of context.unitsThatMayMatch(changes)) {
      if (!changes.test(unit.plain) || otherMatter.test(unit.plain) || stays.test(unit.plain)) continue
      // "We may adjust our prices. If they rise, we give 30 days' notice."
      const next = context.units[unit.index + 1]
      const goesOn = next && next.clause === unit.clause && saysMore.test(next.plain) ? [next] : []
      const words = [unit, ...goesOn].map(({ plain }) => plain).join(' ')
      if (!prices.test(unit.plain) || !may.test(unit.plain)) continue
      const notice = /\bnotice|\bnotif|\bposted|\bpublish|\bprior|\badvance|\bafter\b|\bbeforehand\b/i.test(
        words,
      )
        ? noticePeriod(words)
        : undefined
      const cap = /\b(?:exceed|more than|up to|no greater|capped|maximum|limited to)\b/i.test(words)
        ? percentIn(words)[0]
        : undefined
      const when =
        /\brenew\w{0,40}|\bnext (?:subscription )?(?:term|period)|\bfollowing term|\bsubsequent term/i.test(
          words,
        )
          ? 'renewal'
          : 'anytime'
      found.push({
        value: { ...(notice && { notice }), ...(cap !== undefined && { cap }), when },
        spans: [unit, ...goesOn].map(({ start, end }) => ({ start, end })),
        score: notice || cap !== undefined ? 0.85 : 0.65,
        rule: 'price may change',
      })
    }
    return found
  },
  plain: ({ notice, cap, when }) =>
    [
      when === 'renewal' ? 'on renewal' : 'at any time',
      notice && `on ${plainDuration(notice)}' notice`,
      cap !== undefined && `by at most ${cap}%`,
    ]
      .filter(Boolean)
      .join(', '),
})
