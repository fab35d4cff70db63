import { z } from 'zod'
import { itemsOf } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const conflict =
  /\b(?:conflict|(?:any|of) conflicts|conflicts (?:between|among|with)|inconsisten\w{1,40}|discrepanc\w{1,40}|ambiguit\w{1,40}|contradict\w{0,40}|say different things|order of (?:precedence|priority|preference)|takes? precedence over)\b/i
const prevails =
  /\b(?:prevail|control|govern|take(?:s)? precedence|supersede|precedence|priority)\w{0,40}\b|\b(?:wins|(?:terms|form|addendum|schedule|agreement) appl(?:y|ies))\.?$/i
const papers =
  /\b(?:order forms?|(?:ai |amendment|data processing |service[- ]specific |supplemental )?(?:addend(?:um|a))|data processing (?:agreement|addendum)|dpa|master (?:\w{1,40} )?agreement|statements? of work|sow|schedules?|exhibits?|service level agreement|sla|acceptable use policy|usage polic(?:y|ies)|polic(?:y|ies)|documentation|standard contractual clauses|sccs?|(?:third[- ]party |[\w]{1,20}-specific )?terms(?: of (?:service|use))?|amendments?|individual agreements?|this agreement|agreement)\b/gi

/** Which paper wins. */
export const orderOfPrecedence = defineTerm({
  type: 'order_of_precedence',
  title: 'Order of precedence',
  group: 'time',
  describes: 'Which paper wins when two of the same relationship say different things.',
  looksFor: ['in the event of a conflict', 'order of precedence', 'shall prevail', 'shall control'],
  value: z.object({ order: z.array(z.string()) }),
  version: 2,
  read(context) {
    const found: Candidate<{ order: string[] }>[] = []
    for (const unit of context.unitsThatMayMatch(conflict)) {
      const words = unit.plain
      if (
        !conflict.test(words) ||
        !prevails.test(words) ||
        /\bconflicts?[- ]of[- ]laws?\b|\bchoice[- ]of[- ]law\b/i.test(words)
      )
        continue
      if (/\bconflict of interest\b/i.test(words)) continue
      const items = itemsOf(context, unit)
      const order =
        items.length > 0 && !/\bwill (?:control|prevail)\b(?!.{0,2000}:)/.test(words)
          ? items.flatMap((i) => listed(i.plain)).map(tidy)
          : orderIn(words)
      if (order.length === 0) continue
      found.push({
        value: { order: [...new Set(order)].slice(0, 10) },
        spans: [unit, ...(items.length > 0 ? items : [])].map(({ start, end }) => ({ start, end })),
        score: /\border of (?:precedence|priority)\b|\bfollowing order\b/i.test(words) ? 0.9 : 0.75,
        rule: 'prevails in a conflict',
      })
    }
    return found
  },
  plain: ({ order }) => order.join(', then '),
})

const tidy = (words: string) =>
  words
    .replace(/^\(?[a-z0-9]{1,4}[).]\s*/i, '')
    .replace(/[;,.]?(?: and| or)?$/i, '')
    .slice(0, 120)

/** "(1) Order Form; (2) Additional Terms; and (3) these Terms": the parts of a list printed in one line. */
const listed = (words: string) =>
  words
    .split(/[;,] ?(?:and |then |or )?(?=\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\))/i)
    .map((part) => part.trim())
    .filter((part) => /[a-z]{2}/i.test(part))

/** Papers in the order in which they win: the one that "prevails" first, the others after it. */
function orderIn(sentence: string): string[] {
  // "The terms of this Amendment" are that paper, not another.
  const words = sentence.replace(
    /\b(?:terms(?: and conditions)?|provisions|language) (?:of|in) (?=(?:this|these|the|an?|any|each|such)\b)/gi,
    '',
  )
  const list =
    /\b(?:following order|order of (?:precedence|priority)|descending order)\b[^:]{0,80}:?(.{0,500})/i.exec(
      words,
    )?.[1]
  const named = (text: string) => [...text.matchAll(papers)].map((m) => m[0])
  if (list && named(list).length > 1) return named(list)
  const winner =
    /((?:the |this |these |such )?[\w ,'’()-]{3,90}?) (?:shall |will )?(?:prevail|control|govern|takes? (?:precedence|priority)|supersede|wins|appl(?:y|ies)\.?$)/i.exec(
      words.replace(
        /^.{0,400}?\b(?:conflicts?|inconsisten\w{1,40}|discrepanc\w{1,40}|contradict\w{0,40}|say different things)\b[^,]{0,200},/i,
        '',
      ),
    )?.[1]
  const first = winner ? named(winner) : []
  const others = named(words).filter((p) => !first.some((f) => f.toLowerCase() === p.toLowerCase()))
  return [...first, ...others].filter(
    (p, i, all) => all.findIndex((o) => o.toLowerCase() === p.toLowerCase()) === i,
  )
}
