/** Words of law that stay small where a sentence is printed in capitals; the others may be names. */
const SMALL =
  /^(?:a|an|the|of|and|or|in|at|on|by|to|for|with|within|from|be|is|are|shall|will|may|any|all|such|laws?|courts?|located|exclusively|resolved|brought|govern(?:ed|s)?|construed|enforced|without|excluding|as|applicable|regard|regardless|force|effect|exclusive|jurisdiction|venue|disputes?|arising|out|relating|this|agreement|rules|conflicts?)$/
/** Fewer words in a row are a name or a heading. */
const RUN = 6

/**
 * Sentences printed in capitals as they would stand in small letters, with the names in them capitalised: "THE COURTS
 * OF NEW YORK" is "the courts of New York". Offsets stay the same.
 */
export function withoutCapitals(words: string): string {
  const parts = words.split(/(\s+)/)
  const shouted = parts.map((part) => !/[a-z]/.test(part))
  return parts
    .map((part, at) => {
      if (!shouted[at] || !/[A-Z]{2}/.test(part)) return part
      let [from, to] = [at, at]
      while (from > 0 && shouted[from - 1]) from--
      while (to + 1 < parts.length && shouted[to + 1]) to++
      // Every other part is the space between two words.
      return (to - from) / 2 < RUN ? part : inTitleCase(part)
    })
    .join('')
}

const inTitleCase = (word: string) =>
  word
    .toLowerCase()
    .replace(/[a-z][a-z'’]*/g, (one) => (SMALL.test(one) ? one : `${one[0]?.toUpperCase()}${one.slice(1)}`))
