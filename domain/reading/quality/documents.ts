/**
 * Whether titles, kinds and parties are right: `npx tsx domain/reading/quality/documents.ts LABELS.jsonl OUT.jsonl`.
 * The title that lawyers marked says what the paper is called, and by the same table as the reading what kind it is;
 * each company they marked (a name that ends in Inc., Ltd, GmbH …) must be among the parties read.
 */
import { kindOfTitle } from '../kind.ts'
import { suffix } from '../parties/names.ts'
import { jaccard, wordSet } from '../second-look.ts'
import { filesOf, pairs } from './labelled.ts'

const tally = { title: [0, 0], kind: [0, 0], company: [0, 0], role: [0, 0] } satisfies Record<
  string,
  [number, number]
>
function count(what: keyof typeof tally, right: boolean, miss: string): void {
  tally[what][1]++
  if (right) tally[what][0]++
  else console.log(`  ${what}: ${miss}`)
}

for (const { label, read } of pairs(...filesOf('documents.ts'))) {
  const { title, kind } = read.document
  const named = label.labels['Document Name']?.spans ?? []
  if (named[0]) {
    const alike = named.some((name) => {
      const own = wordSet(title ?? '')
      return jaccard(wordSet(name), own) >= 0.5 || [...wordSet(name)].every((word) => own.has(word))
    })
    count('title', alike, `${label.id} "${title}", not "${named[0]}"`)
    const expected = kindOfTitle(named[0]) ?? 'other'
    count('kind', kind === expected, `${label.id} ${kind}, not ${expected}: "${named[0]}"`)
  }
  const parties = read.terms.filter(({ type }) => type === 'parties')
  const cited = parties.flatMap(({ citations }) => citations.map(({ quote }) => quote))
  for (const company of new Set(
    label.labels.Parties?.spans?.filter((span) => suffix.test(span) && span.length < 90),
  ))
    count(
      'company',
      // As the scorer has it: a name stands in its bracket, too.
      cited.some((quote) => quote.includes(company) || jaccard(wordSet(quote), wordSet(company)) >= 0.5),
      `${label.id} ${company}`,
    )
  for (const { value } of parties) {
    const role = expectedRole(Array.isArray(value.aliases) ? value.aliases.map(String) : [])
    if (role)
      count(
        'role',
        value.role === role,
        `${label.id} ${String(value.name)} is ${String(value.role)}, not ${role}`,
      )
  }
}
for (const [what, [right, all]] of Object.entries(tally))
  console.log(`${what.padEnd(10)} ${right}/${all}  ${((100 * right) / (all || 1)).toFixed(1)}%`)

/** The role that what a paper calls its party tells, where it is one of the plain ones. */
function expectedRole(aliases: string[]): 'vendor' | 'customer' | undefined {
  const says = (words: RegExp) => aliases.some((alias) => words.test(alias))
  if (says(/^(?:the )?(?:customer|client|licensee|buyer|purchaser|subscriber)$/i)) return 'customer'
  if (says(/^(?:the )?(?:vendor|supplier|provider|licensor|seller|contractor|consultant|manufacturer)$/i))
    return 'vendor'
  return undefined
}
