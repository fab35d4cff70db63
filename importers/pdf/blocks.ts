import { openingMarker } from '../markers.ts'
import type { PrintedLine } from './lines.ts'

/** Which lines open a paragraph, heading, list item or table row, by the cues that a typesetter gives. */

/** Ends a sentence or a list item, closing quotes and brackets included. */
const ends = /[.;:!?]["”’')\]]{0,2}$|[.;,]\s(?:and|or)$/
/** Nothing ends here: a comma or a word that wants another. */
const wantsMore =
  /(?:,|\b(?:the|of|and|or|to|in|for|by|with|a|an|any|this|such|its|their|that|under|from|as|shall|will|may|not|is|are|be|Section|Article|Schedule|Exhibit|Inc|No)\.?)$/
/** Small letters, or a bracket that is no number: the middle of a sentence. */
const startsLower = /^(?:[“"]?[a-z]|\((?![a-z0-9]{1,4}\)))/
const closedStyle = 0.12

/** Of the pitch so far: from here on a gap is white space, not leading. */
const whiteSpace = 1.3

/** @returns for each line whether it opens a block; the lines are in reading order, without furniture */
export function blockOpenings(lines: PrintedLine[]): boolean[] {
  const pitch = usualPitch(lines)
  const opens: boolean[] = []
  for (let i = 0; i < lines.length; i++) opens.push(opensBlock(lines, opens, i, pitch))
  return opens
}

function opensBlock(lines: PrintedLine[], opens: boolean[], i: number, pitch: number): boolean {
  const line = lines[i]
  const previous = lines[i - 1]
  if (!line || !previous) return true
  if (line.table || previous.table || line.hidden !== previous.hidden || line.quarters !== previous.quarters)
    return true
  const marker = midSentence(previous.text, line.text) ? '' : openingMarker(line.text)
  const runsOn = startsLower.test(line.text) && !marker && !ends.test(previous.text)
  if (Math.abs(line.size - previous.size) > closedStyle * previous.size && !runsOn) return true
  if (line.page !== previous.page || line.region !== previous.region)
    return !continuesElsewhere(previous, line, marker)
  if (line.bold !== previous.bold && !runsOn && !wantsMore.test(previous.text)) return true

  // A line of dashes between them took up a row of its own.
  const gap = (previous.y - line.y) / (line.underRule ? 2 : 1)
  const before = i >= 2 && !opens[i - 1] ? gapBetween(lines[i - 2], previous) : null
  const after = gapBetween(line, lines[i + 1])
  const even = [before, after].some((other) => other !== null && Math.abs(other - gap) < 0.1 * line.size)
  const wide = gap > whiteSpace * pitch * line.size && (!even || gap > 2.6 * line.size)
  const wider = before !== null && gap > whiteSpace * before + 0.5
  if (gap < -0.5 * line.size) return !runsOn
  if (wide || wider) return !(runsOn && gap < 2.2 * pitch * line.size)
  if (runsOn) return false

  const full = reachesMargin(previous, line)
  if (marker) return !full || numberOpens(lines, opens, i)
  if (wantsMore.test(previous.text)) return false
  if (
    centred(previous) &&
    centred(line) &&
    previous.x1 - previous.x0 < 0.9 * (previous.right - previous.left)
  )
    return ends.test(previous.text)
  if (!full) return true
  return indentOpens(lines, opens, i)
}

const numberWord =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|percent)$/i
const refers = /\b(?:sections?|articles?|clauses?|paragraphs?|schedules?|exhibits?|nos?\.?|§)$/i

/** "twenty-four / (24) months", "Section / 9.2": what looks like a number of its own goes on with the line before. */
function midSentence(before: string, words: string): boolean {
  return (/^\(\d/.test(words) && numberWord.test(before)) || refers.test(before)
}

/** After a full line a number opens a block unless it may have come to stand there by wrapping. */
function numberOpens(lines: PrintedLine[], opens: boolean[], i: number): boolean {
  const line = lines[i] as PrintedLine
  const previous = lines[i - 1] as PrintedLine
  if (/[.;:!?]["”’')\]]{0,2}$|[.;]\s(?:and|or)$/.test(previous.text)) return true
  const setIn = line.x0 - previous.x0 > 0.5 * line.size
  const backOut = previous.x0 - line.x0 > 0.5 * line.size && opens[i - 1] !== true
  const inList = openingMarker(lines[opens.lastIndexOf(true, i - 1)]?.text ?? '') !== ''
  return setIn || backOut || (inList && ends.test(previous.text))
}

/** A first line that is set in, or one that comes back out after a hanging indent. */
function indentOpens(lines: PrintedLine[], opens: boolean[], i: number): boolean {
  const line = lines[i] as PrintedLine
  const previous = lines[i - 1] as PrintedLine
  const next = lines[i + 1]
  const shift = (line.x0 - previous.x0) / line.size
  const first = opens[i - 1] === true
  if (shift > 0.8) {
    const comesBack = next !== undefined && next.region === line.region && next.x0 < line.x0 - 0.5 * line.size
    return first ? comesBack && ends.test(previous.text) : comesBack || ends.test(previous.text)
  }
  return shift < -0.8 && !first
}

/** True when the next word would not have fitted on the line before, so that it had to wrap. */
function reachesMargin(previous: PrintedLine, line: PrintedLine): boolean {
  const word = /^\S+/.exec(line.text)?.[0].length ?? 1
  const need = ((line.x1 - line.x0) / Math.max(1, line.text.length)) * (word + 1)
  return previous.right - previous.x1 < need + 2 * line.size
}

/** A sentence runs over a page break or into the next column unless something speaks against it. */
function continuesElsewhere(previous: PrintedLine, line: PrintedLine, marker: string): boolean {
  if (line.bold !== previous.bold && !wantsMore.test(previous.text)) return false
  if (startsLower.test(line.text) && !marker) return true
  if (wantsMore.test(previous.text) && !(marker && ends.test(previous.text))) return true
  if (marker || ends.test(previous.text)) return false
  return reachesMargin(previous, line)
}

function centred({ x0, x1, left, right, size }: PrintedLine): boolean {
  const inset = x0 - left
  return inset > size && Math.abs(inset - (right - x1)) < 1.5 * size
}

function gapBetween(upper: PrintedLine | undefined, lower: PrintedLine | undefined): number | null {
  if (!upper || !lower || upper.region !== lower.region) return null
  const gap = upper.y - lower.y
  return gap > 0 ? gap : null
}

/** The commonest distance of baselines, in sizes; that of single-spaced text where nothing can be told. */
function usualPitch(lines: PrintedLine[]): number {
  const counts = new Map<number, number>()
  lines.forEach((line, i) => {
    const gap = gapBetween(lines[i - 1], line)
    if (gap === null || line.size === 0) return
    const ratio = Math.round((gap / line.size) * 20) / 20
    if (ratio >= 0.9 && ratio <= 3) counts.set(ratio, (counts.get(ratio) ?? 0) + line.text.length)
  })
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1])
  return commonest?.[0] ?? 1.2
}
