/** Words broken at a line end: "indem-" + "nity" is one word, "third-" + "party" keeps its hyphen. */

/** Prefixes that contracts hyphenate with whole words. */
const prefixes =
  /^(?:non|self|co|sub|pre|post|re|anti|cross|third|well|long|short|one|two|three|four|five|six|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|good|full|part|year|day|ex|multi|inter|intra|semi|quasi|vice|wholly|attorney|in|on|off|up|to|out)$/i

export class Hyphens {
  readonly #words = new Set<string>()
  readonly #hyphenated = new Set<string>()

  /** @param lines all of the document: its own words tell which way a broken one goes */
  constructor(lines: Iterable<string>) {
    for (const line of lines)
      for (const [word] of line.matchAll(/[A-Za-z]+(?:-[A-Za-z]+)*-?/g)) {
        if (word.endsWith('-')) continue
        if (word.includes('-')) this.#hyphenated.add(word.toLowerCase())
        for (const part of word.split('-')) this.#words.add(part.toLowerCase())
        if (!word.includes('-')) this.#words.add(word.toLowerCase())
      }
  }

  /**
   * The word that a line end broke, put together again.
   * @param left ends with its hyphen @param right the first word of the next line
   */
  join(left: string, right: string): string {
    const before = /([A-Za-z]{1,60})-$/.exec(left)?.[1] ?? ''
    const after = /^[A-Za-z]+/.exec(right)?.[0] ?? ''
    return this.#isOneWord(before, after) ? left.slice(0, -1) + right : left + right
  }

  #isOneWord(before: string, after: string): boolean {
    if (before === '' || after === '' || /^[A-Z]/.test(after)) return false
    const whole = (before + after).toLowerCase()
    const parted = `${before}-${after}`.toLowerCase()
    if (this.#hyphenated.has(parted)) return false
    if (this.#words.has(whole)) return true
    if (prefixes.test(before)) return false
    return !(this.#words.has(before.toLowerCase()) && this.#words.has(after.toLowerCase()))
  }
}
