import type { Clause, Unit } from '../reading/context.ts'
import type { PlacedBlock } from './clauses.ts'
import type { Document, Span } from './document.ts'

/** White space that is no single space. */
const space = /[^\S ]\s*| \s+/g

const contracted: [RegExp, string][] = [
  [/\b(w)on['’]t\b/gi, '$1ill not'],
  [/\b(ca)n['’]t\b/gi, '$1nnot'],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|should|could|must|might)n['’]t\b/gi, '$1 not'],
  [/\b(I|we|you|they|it|who|that)['’]ll\b/gi, '$1 will'],
  [/\b(we|you|they)['’]re\b/gi, '$1 are'],
  [/\b(I|we|you|they)['’]ve\b/gi, '$1 have'],
]

/** "We won't" is "we will not": papers in plain English say the same as others. */
const inFull = (words: string) =>
  /['’](?:t|ll|re|ve)\b/i.test(words)
    ? contracted.reduce((said, [short, full]) => said.replace(short, full), words)
    : words

/** Words whose full stop ends no sentence. */
const abbreviation =
  /(?:\b(?:Nos?|Inc|Corp|Cos?|Ltd|L\.?L\.?C|P\.?L\.?C|Secs?|Arts?|Mr|Mrs|Ms|Dr|St|vs?|cf|et al|etc|e\.g|i\.e|U\.S|U\.K|E\.U|L\.P|N\.A|S\.A|N\.V|B\.V|Rev|Stat|approx|Jr|Sr|d\.b\.a|a\.m|p\.m|Exh|Ex|Para|Cl|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Ave|Blvd|Rd|Bldg|Ste|Tel|Fax|Attn|Int'l)|(?<![A-Za-z])[A-Za-z])\.$/

/** A printed number at the head of a clause: "9.2.", "IV.", "(a).". */
const printedNumber =
  /^\s{0,400}(?:(?:Section|Article|Clause)\s{1,400})?(?:[\dIVXivx]{1,4}(?:\.\d{1,3}){0,4}|\([A-Za-z0-9]{1,4}\))\.$/

/** Where a sentence may end: its stop, closing quotes or brackets, space, and something that can open the next. */
const end = /[.!?]["”’')\]]{0,3}\s{1,400}(?=["“‘([]{0,2}[A-Z0-9•§])/g

/** Where a list in running text parts: "; (b) …", "; and (ii) …", ": (a) …". */
const item =
  /[;:,]\s{1,400}(?:(?:and|or|and\/or)\s{1,400})?(?=\((?:[a-z]{1,4}|\d{1,2}|[A-Z])\)\s)|;\s{1,400}(?:(?:and|or)\s{1,400})?(?=["“]?[A-Z])/g

/** Longer items stand for themselves; shorter ones ("(a) data, (b) logs") stay in their sentence. */
const itemLength = 60

/** Sentences and list items of the document, in text order, each with its clause and the words that introduce it. */
export function unitsOf(document: Document, blocks: PlacedBlock[]): Unit[] {
  const units: Unit[] = []
  const { text } = document
  const length = Math.max(1, text.length)
  let introduction: { unit: Unit; clause: Clause | null } | null = null

  const add = (span: Span, clause: Clause | null, leadIn: Unit | null) => {
    const trimmed = trim(text, span)
    const words = trimmed ? text.slice(trimmed.start, trimmed.end) : ''
    if (!trimmed || !/[A-Za-z0-9]/.test(words)) return null
    const unit: Unit = {
      start: trimmed.start,
      end: trimmed.end,
      index: units.length,
      plain: inFull(words.replace(space, ' ')),
      clause,
      leadIn,
      heading: headingOf(clause),
      position: trimmed.start / length,
    }
    units.push(unit)
    return unit
  }

  for (const block of blocks) {
    if (block.isHeading) {
      introduction = null
      continue
    }
    if (introduction && !introducedBy(introduction, block, text, units.at(-1) ?? null)) introduction = null
    let last: Unit | null = null
    for (const sentence of sentences(text, { start: block.bodyStart, end: block.end })) {
      const [head, ...items] = parts(text, sentence)
      if (!head) continue
      last = add(head, block.clause, introduction?.unit ?? null)
      const opener = last
      for (const one of items) last = add(one, block.clause, opener) ?? last
    }
    if (last && /[:—–-]$/.test(last.plain)) introduction = { unit: last, clause: block.clause }
    else if (last?.leadIn && /[;,](?: and| or)?$/.test(last.plain))
      // A list that began in running text goes on in blocks of its own.
      introduction ??= { unit: last.leadIn, clause: block.clause }
    else if (last && !introduction && /(?:\bto|\bthat|\bif|\bor|\band|\bof|\bfor|\bby|,)$/.test(last.plain))
      introduction = { unit: last, clause: block.clause }
  }
  return units
}

/**
 * A list goes on while its blocks are items: numbered below the introduction, bulleted, or ended by ";". A paragraph
 * right after words that leave their sentence open ("for the purposes of:") is introduced too: PDFs lose bullets.
 */
function introducedBy(
  introduction: { unit: Unit; clause: Clause | null },
  block: PlacedBlock,
  text: string,
  before: Unit | null,
): boolean {
  for (let at = introduction.clause; block.opens && at; at = at.parent)
    if (follows(block.clause, at)) return false
  if (block.role === 'list_item') return true
  const words = text.slice(block.start, block.end)
  if (/^[•·▪●○–*-]\s/.test(words) || /(?:;|; and|; or|,)$/.test(words) || /^\(?[a-z0-9]{1,3}\)/.test(words))
    return true
  if (before === introduction.unit && block.clause === introduction.clause && openEnded.test(before.plain))
    return true
  // What follows a list whose last item is ended, and is no item itself, is a paragraph of its own.
  if (!block.opens && before && before !== introduction.unit && /[.”"]$/.test(before.plain)) return false
  for (let above = block.clause?.parent; above; above = above.parent)
    if (above === introduction.clause) return true
  return false
}

/** "5.4" after "5.3 …:" is the next clause, whatever the paper prints it as. */
const follows = (clause: Clause | null, other: Clause) =>
  clause?.parent === other.parent &&
  decimal.test(clause?.number ?? '') &&
  decimal.test(other.number ?? '') &&
  lastFigure(clause?.number) > lastFigure(other.number)

const decimal = /^\d{1,3}(?:\.\d{1,3}){0,5}\.?$/
const lastFigure = (number: string | null | undefined) => Number(/\d{1,3}(?=\.?$)/.exec(number ?? '')?.[0])

const openEnded = /\b(?:of|to|for|that|by|includ(?:e|es|ing)|shall|will|must|may|not):$/i

function headingOf(clause: Clause | null): string {
  for (let at = clause; at; at = at.parent) if (at.heading) return at.heading
  return ''
}

function trim(text: string, { start, end }: Span): Span | null {
  let from = start
  let to = end
  while (from < to && /[\s•·▪●○*]/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  return from < to ? { start: from, end: to } : null
}

function sentences(text: string, block: Span): Span[] {
  const words = text.slice(block.start, block.end)
  const out: Span[] = []
  let from = 0
  for (const match of words.matchAll(end)) {
    const stop = match.index + match[0].trimEnd().length
    const before = words.slice(Math.max(from, match.index - 12), match.index + 1)
    const opening = words.slice(from, Math.min(match.index + 1, from + 40))
    if (match[0].startsWith('.') && printedNumber.test(opening)) continue
    if (match[0].startsWith('.') && abbreviation.test(before) && !endsAnyway(words, match.index, stop))
      continue
    out.push({ start: block.start + from, end: block.start + stop })
    from = match.index + match[0].length
  }
  out.push({ start: block.start + from, end: block.end })
  return out
}

/** "… Acme Inc. The Supplier shall …": an abbreviation can end a sentence when what follows surely opens one. */
const opensSentence =
  /^\s{1,400}["“]?(?:The|This|These|Any|All|Each|If|In|No|Neither|Either|For|Such|Upon|Unless|Notwithstanding|Except|Subject)\s{1,400}[a-z]/
const endsAnyway = (words: string, at: number, stop: number) =>
  /(?:Inc|Corp|Ltd|Co|etc|LLC|L\.P|U\.S)\.$/.test(words.slice(Math.max(0, at - 6), at + 1)) &&
  opensSentence.test(words.slice(stop, stop + 40))

function parts(text: string, sentence: Span): Span[] {
  const words = text.slice(sentence.start, sentence.end)
  const cuts: number[] = []
  for (const match of words.matchAll(item)) {
    const at = match.index + match[0].length
    if (at - (cuts.at(-1) ?? 0) >= itemLength && words.length - at >= itemLength) cuts.push(at)
  }
  const edges = [0, ...cuts, words.length]
  return edges.slice(0, -1).map((from, i) => ({
    start: sentence.start + from,
    end: sentence.start + (edges[i + 1] ?? words.length),
  }))
}
