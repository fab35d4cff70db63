import type { Party, ReadingContext, Unit } from '../../reading/context.ts'

const RIGHT =
  /\b(?:(?:may|can|might)(?! not\b)|shall have the right|has the right|have the right|is entitled|are entitled|(?:is|are|['’]re) free to|reserves?|at its option)\b/i
const BY_WHOM =
  /\b(?:terminat|suspen[ds]|cancel|end)\w{0,40}\b[^.;]{0,60}?\bby ((?:either|any|each|both|the)? ?[\w ]{2,40}?)(?= (?:upon|on|at|with|for|by|if|effective|in|to|where|when|until|without|\()|[,;.(]|$)/i

/** "May be terminated: (ii) by Customer upon …" */
const ITEM_BY = /^\(?\w{1,4}\)? ?by ([\w ]{2,40}?)(?= (?:upon|on|at|with|if|\()|,)/i

/**
 * Who has a right: the one named right before "may", the one after "terminated by", else the subject of the sentence.
 * `words` are the unit's with what introduces it.
 */
export function actorOf(context: ReadingContext, unit: Unit, words: string): Party {
  const right = RIGHT.exec(words)
  const before = right ? words.slice(Math.max(0, right.index - 160), right.index) : ''
  const phrases = [
    ITEM_BY.exec(unit.plain)?.[1],
    /\bright of ([\w ]{2,40}?) to\b/i.exec(words)?.[1],
    before.split(/[,;:(]/).at(-1),
    BY_WHOM.exec(words)?.[1],
    before,
  ]
  for (const phrase of phrases) {
    const role = phrase?.trim() ? context.roleOf(phrase) : 'unknown'
    if (role !== 'unknown') return role
  }
  return context.subjectOf(unit)
}
