import type { Clause } from '../reading/context.ts'
import { type Block, blocksOf } from './blocks.ts'
import type { Document } from './document.ts'
import { type Marker, markerOf } from './numbering.ts'

/** A block with the clause it belongs to and where its own words begin, after the number and a run-in heading. */
export interface PlacedBlock extends Block {
  clause: Clause | null
  /** True when the block opens its clause. */
  opens: boolean
  isHeading: boolean
  bodyStart: number
}

/** Written out: copying with `...` takes as long as all the rest of the tree. */
const placed = (
  { start, end, lines, role, headingLevel, bold }: Block,
  clause: Clause | null,
  { opens, isHeading, bodyStart }: Pick<PlacedBlock, 'opens' | 'isHeading' | 'bodyStart'>,
): PlacedBlock => ({ start, end, lines, role, headingLevel, bold, clause, opens, isHeading, bodyStart })

interface Open {
  clause: Clause
  marker: Marker | null
}

/**
 * The clause tree: every numbered block and every heading opens a clause, and what follows belongs to it until the
 * next of the same rank. Numbers may be decimal (9.2), divisions (Article IX, Schedule 2), items ((b)(ii)), lettered
 * outlines (C.4.b) or headings without a number. A clause's `end` is the end of its last block, children included.
 */
export function clauseTree(document: Document): { clauses: Clause[]; blocks: PlacedBlock[] } {
  const clauses: Clause[] = []
  const blocks: PlacedBlock[] = []
  let open: Open[] = []
  /** Whether the block before ends as an item of a list does that goes on. */
  let goesOn = false

  const place = (block: Block, runsIn = false) => {
    const words = document.text.slice(block.start, block.end)
    const found = markerOf(words)
    const marker = found && (runsIn || rankable(found, open, words)) ? asSibling(found, open) : null
    const rest = marker ? words.slice(marker.length) : words
    // "(b) CUSTOMER'S PAYMENT OBLIGATIONS." after "(a) …; AND" is the last item of a list.
    const isItem = goesOn && marker?.printed.startsWith('(') === true && block.role !== 'heading'
    const wholeHeading = !isItem && isHeadingBlock(block, rest, marker)
    goesOn = itemEnds.test(words)

    if (!marker && !wholeHeading) {
      for (const { clause } of open) clause.end = block.end
      const clause = open.at(-1)?.clause ?? null
      blocks.push(placed(block, clause, { opens: false, isHeading: false, bodyStart: block.start }))
      return
    }

    open = open.slice(0, parentDepth(open, marker, block))
    const parent = open.at(-1)?.clause ?? null
    const runIn = wholeHeading ? null : runInHeading(rest)
    const clause: Clause = {
      start: block.start,
      end: block.end,
      number: marker ? fullNumber(open, marker) : null,
      heading: tidy(wholeHeading ? rest : (runIn?.heading ?? '')),
      level: open.length + 1,
      parent,
    }
    for (const above of open) above.clause.end = block.end
    clauses.push(clause)
    open.push({ clause, marker })
    const bodyStart = block.start + (marker?.length ?? 0) + (runIn?.length ?? 0)
    blocks.push(placed(block, clause, { opens: true, isHeading: wholeHeading, bodyStart }))
  }

  for (const block of blocksOf(document)) {
    let rest = block
    let runsIn = false
    for (
      let cut = nextRunIn(document.text, rest, open);
      cut > 0;
      cut = nextRunIn(document.text, rest, open)
    ) {
      place({ ...rest, end: rest.start + document.text.slice(rest.start, cut).trimEnd().length }, runsIn)
      runsIn = true
      rest = { ...rest, start: cut, role: 'body', headingLevel: undefined, bold: false }
    }
    place(rest, runsIn)
  }
  return { clauses, blocks }
}

/**
 * Where in a block the next clause begins, or 0: papers that were lists on a page run "… infringement. 15.6. No class
 * actions. …" on in one paragraph. Only the very next number counts, so that a reference is never taken for a clause.
 */
function nextRunIn(text: string, block: Block, open: Open[]): number {
  const words = text.slice(block.start, block.end)
  if (!mayRunOn.test(words)) return 0
  const own = markerOf(words)
  const before =
    own?.scheme === 'decimal' ? own : open.findLast((o) => o.marker?.scheme === 'decimal')?.marker
  if (!before || before.depth < 2 || !/^\d+(?:\.\d+)+$/.test(before.printed)) return 0
  const next = before.printed.replace(/\d{1,9}$/, (last) => String(Number(last) + 1))
  if (!words.includes(next)) return 0
  const found = new RegExp(`[.;!?)”"]\\s+(?=${next.replaceAll('.', '\\.')}\\.?(?:\\s+["“(]?[A-Z]|$))`).exec(
    words,
  )
  return found ? block.start + found.index + found[0].length : 0
}

const mayRunOn = /[.;!?)”"]\s+\d+\.\d/

/** "…;", "…; AND". */
const itemEnds = /[;,](?:\s(?:and|or|and\/or))?\s?$/i

const tidy = (words: string) =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[.:;,–—-]{1,40}$/, '')
    .trim()

const topLike = (marker: Marker) =>
  marker.scheme === 'division' || marker.scheme === 'roman_top' || marker.scheme === 'letter_top'

/** A line that only looks numbered: a year or an amount, or a top number that jumps ("12. " amid the words of 3.). */
function rankable(marker: Marker, open: Open[], words: string): boolean {
  const rest = words.slice(marker.length)
  if (!/[A-Za-z]/.test(rest) && marker.scheme !== 'attachment' && marker.scheme !== 'division') return false
  if (/^(?:of|and|or|to|above|below|hereof|shall|is|are)\b/.test(rest)) return false
  if (
    marker.scheme === 'decimal' &&
    /^\d{1,3}\.\d/.test(words) &&
    /^(?:%|percent|million|billion)/i.test(rest)
  )
    return false
  if (marker.scheme === 'decimal' && marker.depth === 1) {
    const before = open.find((o) => o.marker?.scheme === 'decimal' && o.marker.depth === 1)?.marker
    if (before && marker.ordinal > before.ordinal + 12) return false
  }
  return true
}

/** "(i)" after "(h)" is the letter i, after "(a)" it opens a roman list. */
function asSibling(marker: Marker, open: Open[]): Marker {
  const letter = /^\(([a-z])\)$/.exec(marker.printed)?.[1]
  if (!letter || !/^[ivxlc]$/.test(letter)) return marker
  const letters = open.findLast((o) => o.marker?.scheme === 'lower')?.marker
  const romans = open.findLast((o) => o.marker?.scheme === 'roman')?.marker
  const asLetter = letter.charCodeAt(0) - 96
  const asRoman = { i: 1, v: 5, x: 10, l: 50, c: 100 }[letter] ?? 0
  if (romans && asRoman === romans.ordinal + 1) return { ...marker, scheme: 'roman', ordinal: asRoman }
  if (letters && asLetter === letters.ordinal + 1) return { ...marker, scheme: 'lower', ordinal: asLetter }
  return letter === 'i' ? { ...marker, scheme: 'roman', ordinal: 1 } : marker
}

/** How many of the open clauses stay open above this one. */
function parentDepth(open: Open[], marker: Marker | null, block: Block): number {
  if (!marker) {
    // A heading without a number: beside the last such one of its rank, or at the top.
    const rank = block.headingLevel ?? 1
    const at = open.findIndex((o) => !o.marker && rank <= (o.clause.level || 1))
    return at >= 0 ? at : block.headingLevel ? Math.min(open.length, rank - 1) : 0
  }
  if (marker.scheme === 'attachment') return 0
  if (topLike(marker)) {
    const same = open.findIndex((o) => o.marker?.scheme === marker.scheme)
    if (same >= 0) return same
    return open.findIndex((o) => o.marker && o.marker.scheme !== 'attachment') === -1
      ? open.length
      : firstAfter(open, (o) => o.marker?.scheme === 'attachment' || !o.marker)
  }
  if (marker.scheme === 'decimal') {
    const at = open.findIndex((o) => {
      const other = o.marker
      if (!other) return false
      return other.scheme === 'decimal'
        ? other.depth >= marker.depth
        : !topLike(other) && other.scheme !== 'attachment'
    })
    return at >= 0 ? at : open.length
  }
  const same = open.findLastIndex((o) => o.marker?.scheme === marker.scheme)
  return same >= 0 ? same : open.length
}

/** The length of the leading run of open clauses for which the test holds. */
function firstAfter(open: Open[], test: (o: Open) => boolean): number {
  const at = open.findIndex((o) => !test(o))
  return at < 0 ? open.length : at
}

/** "9.2" + "(b)" → "9.2(b)"; a decimal number is printed in full already. */
function fullNumber(open: Open[], marker: Marker): string {
  if (!marker.printed.startsWith('(')) return marker.printed
  const above = open.findLast((o) => o.clause.number)?.clause.number
  return above &&
    !/^(?:article|part|chapter|title|schedule|exhibit|annex|appendix|attachment|addendum)\b/i.test(above)
    ? above + marker.printed
    : marker.printed
}

function isHeadingBlock(block: Block, rest: string, marker: Marker | null): boolean {
  const words = rest.trim()
  // A warning set in bold is a sentence.
  if (!block.headingLevel && /[.!?]["”’)]{0,2}$/.test(words) && words.split(/\s+/).length > 8) return false
  if (block.role === 'heading') return words.length < 200
  if (block.role === 'table_row' || words.length > 90 || itemEnds.test(words)) return false
  if (!words) return marker !== null
  const count = words.split(/\s+/).length
  if (count > 12) return false
  const capitals = /[A-Z]{3}/.test(words) && words === words.toUpperCase()
  if (capitals && !/^(?:by|name|title|date|its)\b/i.test(words) && !/[_]{3}/.test(words)) return true
  if (marker && !marker.printed.startsWith('('))
    return titled(words) && !/\b(?:shall|will|means|is)\b/.test(words)
  return block.bold && !/[.!?]$/.test(words)
}

const small = /^(?:of|and|or|the|to|for|in|on|by|with|a|an|from|at|upon|&|–|-|—)$/i

/** Written as a title: every word of weight begins with a capital. */
function titled(words: string): boolean {
  const weighty = words
    .replace(/[.:]$/, '')
    .split(/\s+/)
    .filter((word) => !small.test(word))
  return weighty.length > 0 && weighty.every((word) => /^[^a-z]/.test(word))
}

/** "Limitation of Liability. In no event …": the heading that runs into its clause, and its length. */
function runInHeading(rest: string): { heading: string; length: number } | null {
  const match = /^([“"]?[A-Z][^.:;\n]{2,80}?[”"]?)(?:\.|:|\s[–—-])(?:\s{1,400}|$)(?=["“(]?[A-Z0-9(])/.exec(
    rest,
  )
  const heading = match?.[1]
  if (!match || !heading || match[0].length >= rest.length) return null
  if (heading.split(/\s+/).length > 10 || /^[“"]/.test(heading)) return null
  const capitals = heading === heading.toUpperCase()
  return titled(heading) || (capitals && /[A-Z]{3}/.test(heading)) || sentenceCase(heading)
    ? { heading, length: match[0].length }
    : null
}

/** "Limitation of liability": short, without a verb that would make a sentence of it. */
const sentenceCase = (words: string) =>
  words.split(/\s+/).length <= 6 && !/\b(?:shall|will|may|is|are|must|has|have|agrees?|means)\b/i.test(words)
