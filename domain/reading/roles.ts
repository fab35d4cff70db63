import type { Party, PartyMention, Unit } from './context.ts'

const mutual =
  /\b(?:each|either|both|neither|any|no|one|a|such|other|that|the breaching|the non-breaching|the defaulting|the disclosing|the receiving|the terminating|the indemnifying|an? indemnifying)\s(?:of the\s)?(?:other\s)?part(?:y|ies)\b|\bthe parties\b|\bparties\b|\bparty\b|\bparty(?:'|’)s\b/i
const vendorWords =
  /\b(?:vendor|supplier|(?:service )?provider|licensor|(?:data )?processor|contractor|consultant|seller|we|our|us|importer)\b/i
const customerWords =
  /\b(?:customer|client|licensee|(?:data )?controller|buyer|purchaser|subscriber|you|your|exporter)\b/i

const modal =
  /\b(?:shall|will|may|must|should|agrees?|is|are|has|have|can|cannot|represents?|warrants?|undertakes?|acknowledges?|grants?|do(?:es)?|reserves?)\b/gi

/** "Supplier informs Client …": a duty in the present tense, as plain English and translations have it. */
const inPresent =
  /^(?:\(?\w{1,4}[).]\s)?(?:[^,;:.]{1,120},\s)?((?:(?:the|each|either|neither)\s)?[\w&.-]{1,40}(?:\sparty)?)\s(?:\w{1,20}ly\s)?(?:acquires|claims|checks|reviews|verifies|takes|makes|enables|contributes|informs|notifies|tells|reports|announces|provides|gives|grants|offers|maintains|keeps|stores|retains|deletes|returns|uses|processes|trains|pays|indemnifies|defends|owns|assigns|supports|helps|assists|cooperates|performs|delivers|ensures|hosts|engages|remains|bears)\b/i

/** "Customer Data", "your prompts and outputs": what belongs to somebody does nothing itself. */
const belongings =
  /\b(?:your|our|their|(?:customer|client|subscriber|user|company)(?:['’]s)?)\s(?:\w{1,20}\s)?(?:data|content|materials|information|prompts?|inputs?|outputs?|files|conversations)\b/gi

const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

export interface Roles {
  roleOf(phrase: string): Party
  subjectOf(unit: Unit): Party
}

/**
 * Who a phrase means in this paper: the names and aliases of its parties first, then "each party", then the words that
 * every contract uses ("Supplier", "Customer", "we", "you").
 */
export function makeRoles(parties: PartyMention[]): Roles {
  const known = parties
    .filter((party) => party.role !== 'unknown')
    .flatMap((party) =>
      [...party.aliases, party.name, shortName(party.name)]
        .filter((name) => name.length > 1)
        .map((name) => ({
          role: party.role,
          find: new RegExp(`(?<!\\w)${literal(name)}(?:['’]s)?(?!\\w)`, 'i'),
        })),
    )

  const told = new Map<string, Party>()
  const roleOf = (phrase: string): Party => {
    const role = told.get(phrase) ?? findRole(phrase)
    told.set(phrase, role)
    return role
  }
  const findRole = (phrase: string): Party => {
    const named = known.filter(({ find }) => find.test(phrase))
    const roles = new Set(named.map(({ role }) => role))
    if (roles.size === 1) return named[0]?.role ?? 'unknown'
    if (roles.size > 1) return 'mutual'
    if (mutual.test(phrase)) return 'mutual'
    const vendor = vendorWords.test(phrase)
    const customer = customerWords.test(phrase)
    if (vendor && customer) return 'mutual'
    return vendor ? 'vendor' : customer ? 'customer' : 'unknown'
  }

  /** The last words before a verb of duty that name somebody: "…, Supplier shall …". */
  const subjects = new Map<Unit, Party>()
  const subjectOf = (unit: Unit): Party => {
    const subject = subjects.get(unit) ?? findSubject(unit)
    subjects.set(unit, subject)
    return subject
  }
  const findSubject = (unit: Unit): Party => {
    let tried = 0
    for (const verb of unit.plain.matchAll(modal)) {
      const before = unit.plain.slice(Math.max(0, verb.index - 60), verb.index)
      const phrase = before.split(/[,;:(]/).at(-1) ?? before
      const role = roleOf(phrase.replace(belongings, ' '))
      if (role !== 'unknown') return role
      if (++tried >= 3) break
    }
    const doer = roleOf(inPresent.exec(unit.plain)?.[1] ?? '')
    if (doer !== 'unknown') return doer
    return unit.leadIn ? subjectOf(unit.leadIn) : 'unknown'
  }
  return { roleOf, subjectOf }
}

/** "Acme" for "Acme Cloud, Inc." when the first word can't be mistaken for another. */
function shortName(name: string): string {
  const first = name.split(/[\s,]+/)[0] ?? ''
  return first.length >= 4 &&
    !/^(?:the|first|american|united|national|general|international|global|new)$/i.test(first)
    ? first
    : ''
}
