import type { Span } from '../../document/document.ts'
import type { PartyMention } from '../context.ts'
import { aliasesIn, type Name, nameIn, noParty, suffix } from './names.ts'
import { partyOf } from './preamble.ts'
import { customerWords, roleWords, vendorWords } from './role-words.ts'

/** Papers that don't open with "by and between": published terms, letters, order forms. */

const openingLength = 8000

/**
 * "Acme (“we”, “us”)", "Acme Ltd, a company of Utah (the “Company”)", "Supplier: Acme Ltd" in a table; and "you".
 * @param known how many parties the opening names already
 */
export function fromPublishedTerms(text: string, known = 0): PartyMention[] {
  const opening = text.slice(0, openingLength)
  const bracketed = [...named(opening), ...meant(opening), ...tabled(opening)]
  const described = bracketed.length + known > 0 ? bracketed : ourselves(opening)
  const out = described.length > 0 ? described : besideCustomer(opening)
  const you = /["“](Customer|you|your|Client|User)["”]/i.exec(opening)
  const hasCustomer = out.some((p) => p.aliases.some((a) => customerWords.test(a)))
  const isReader = /^your?$/i.test(you?.[1] ?? '')
  if (you?.[1] && (out.length > 0 || (known > 0 && isReader)) && !hasCustomer) {
    const at = { start: you.index + 1, end: you.index + 1 + you[1].length }
    out.push({ ...mention(you[1], at), aliases: [you[1]], role: 'customer', printedRole: you[1] })
  }
  // "A binding agreement between you and Acme Ltd (“Acme”)".
  const withYou = /\b(?:agreement|contract|terms)\b[^.;]{0,40}?\bbetween (you)\b/i.exec(opening)
  if (!you && withYou?.[1] && out.length + known > 0 && !hasCustomer) {
    const end = withYou.index + withYou[0].length
    out.push({
      ...mention('you', { start: end - 3, end }),
      aliases: ['you'],
      role: 'customer',
      printedRole: 'you',
    })
  }
  return out
}

function named(opening: string): PartyMention[] {
  const out: PartyMention[] = []
  for (const match of opening.matchAll(/\(([^()]{0,90}["“][^()]{1,80})\)/g)) {
    const { own } = aliasesIn(match[1] ?? '', match.index + 1)
    if (own.length === 0) continue
    const before = opening.slice(Math.max(0, match.index - 300), match.index)
    const name = besideBracket(before, match.index - before.length).find((one) => isNamedBy(one, own))
    if (!name) continue
    out.push(partyOf(name, own, { start: match.index, end: match.index + match[0].length }))
    if (out.length >= 3) break
  }
  return out
}

/** "“Acme” means Acme Europe Ltd if Customer resides in the EU, and Acme, Inc. if anywhere else". */
function meant(opening: string): PartyMention[] {
  return [...opening.matchAll(/["“]([A-Z][\w&.-]{1,30})["”] means (?=[A-Z])/g)].flatMap((match) => {
    const alias = match[1] ?? ''
    const start = match.index + match[0].length
    const [said = ''] = opening.slice(start, start + 400).split(/\.\s{1,20}(?=[A-Z])/)
    const own = { words: alias, start: match.index + 1, end: match.index + 1 + alias.length }
    return [...said.matchAll(companies)]
      .filter(([words]) => words.startsWith(alias))
      .map(({ 0: name, index }) =>
        partyOf({ words: name, start: start + index, end: start + index + name.length }, [own]),
      )
  })
}

/** "Words like “we” and “us” mean Acme", "When we speak of 'Acme', 'we' and 'us', we mean Acme Ltd and its affiliates". */
function ourselves(opening: string): PartyMention[] {
  const match =
    /["'“‘](?:we|us|our),?["'”’][^.;:]{0,60}?\b(?:means?|refers? to) (\p{Lu}[\p{L}\d&.'’-]{0,40}(?: \p{Lu}[\p{L}\d&.'’-]{0,40}){0,5}(?:,? (?:Inc\b\.?|LLC|Ltd\b\.?|Limited|PBC))?)/u.exec(
      opening,
    )
  const name = match?.[1]?.replace(/(?<!Inc|Ltd)[.,]$/, '')
  if (!match || !name) return []
  const start = match.index + match[0].lastIndexOf(name)
  const own = { words: 'we', start: match.index + 1, end: match.index + 3 }
  return [partyOf({ words: name, start, end: start + name.length }, [own])]
}

const companies =
  /\p{Lu}[\p{L}\d.&’-]{0,40}(?: \p{Lu}[\p{L}\d.&’-]{0,40}){0,5}?,? (?:Inc\.|PBC|LLC|Ltd\.?|Limited|Corporation|Company|GmbH|B\.V\.|S\.A\.S?\.?|SAS|Pte\. Ltd\.)(?![\p{L}\d])/gu

/** "Entered into by and between Acme and Customer": the paper calls the one by its name and the other by its role. */
function besideCustomer(opening: string): PartyMention[] {
  const match =
    /\bbetween ([A-Z][\w&.'’-]{0,30}(?: [A-Z&][\w&.'’-]{0,30}){0,4}) and (?:the )?(Customer|Client|You)\b/.exec(
      opening,
    )
  const [words, supplier, customer] = match ?? []
  if (!match || !words || !supplier || !customer || roleWords.test(supplier) || vendorWords.test(supplier))
    return []
  const start = match.index + words.indexOf(supplier)
  const other = match.index + words.length - customer.length
  return [
    { ...mention(supplier, { start, end: start + supplier.length }), aliases: [supplier], role: 'vendor' },
    {
      ...mention(customer, { start: other, end: other + customer.length }),
      aliases: [customer],
      role: 'customer',
      printedRole: customer,
    },
  ]
}

const isPerson = /^[A-Z][a-z]+(?: [A-Z]\.?)? [A-Z][a-z]+$/

/** Whether the bracket's words call the company of that name something: a part of it, "we", or a role. */
function isNamedBy(name: Name, own: Name[]): boolean {
  if (noParty.test(name.words)) return false
  const says = (words: RegExp) => own.some((alias) => words.test(alias.words))
  const isShort = own.some((alias) => name.words.toLowerCase().startsWith(alias.words.toLowerCase()))
  const isRole = says(roleWords) || says(vendorWords) || says(customerWords)
  const isPublisher = says(/^(?:we|us|our|vendor|supplier|provider)$/i)
  return isPublisher || isShort || (isRole && (suffix.test(name.words) || isPerson.test(name.words)))
}

/** The capitalised words right before the bracket, and those before what describes them: "Acme Ltd, a company of Utah". */
function besideBracket(before: string, offset: number): Name[] {
  const sentence =
    Math.max(before.lastIndexOf('\n\n'), before.search(/[.;:]\s{1,400}(?=[A-Z][^.;:]{0,1000}$)/)) + 1
  const direct =
    /(?:[A-Z][\w&.,'’-]{0,60}|\d{1,20})(?:\s(?:[A-Z&][\w&.,'’-]{0,60}|\([A-Z][a-z]{2,20}\)|of|and|the)){0,7}\s{0,400}$/.exec(
      before,
    )
  const described =
    /([A-Z][\w&.'’-]{0,60}(?:[ ,]{1,2}[A-Z&][\w&.'’-]{0,60}){0,6}),?\s(?:an?|the)\s[^.;:()]{3,260}$/.exec(
      before,
    )
  return [
    direct && direct.index >= sentence ? nameIn(direct[0], offset + direct.index) : null,
    described && described.index >= sentence ? nameIn(described[1] ?? '', offset + described.index) : null,
  ].filter((name) => name !== null)
}

function tabled(opening: string): PartyMention[] {
  const rows = opening.matchAll(
    /(?:^|\n|\s{2})(?:\|\s{0,400})?(Customer|Client|Supplier|Vendor|Provider|Licensor|Licensee|Buyer|Seller|Distributor|Reseller|Company|Party [A-D1-4])(?: name)?(?:\s?\([A-Z][a-z]{2,20}\))?\s{0,400}[:|\t：]\s{0,400}(\p{Lu}[^\n|\t]{2,90})/gu,
  )
  return [...rows].flatMap((match) => {
    const given = match[2] ?? ''
    const start = match.index + match[0].lastIndexOf(given)
    const name = nameIn(
      given.split(/\s(?:Address|Telephone|Tel|Contact|Legal|Registered|Registration)\b/)[0] ?? '',
      start,
    )
    if (!name || (/^(?:Party|Company)/.test(match[1] ?? '') && !suffix.test(name.words))) return []
    const label = { start: match.index + match[0].indexOf(match[1] ?? ''), end: start }
    return {
      ...partyOf(name, [{ words: match[1] ?? '', ...label }]),
      spans: [{ start: label.start, end: name.end }],
    }
  })
}

const mention = (name: string, span: Span): PartyMention => ({
  name,
  aliases: [],
  role: 'unknown',
  printedRole: null,
  spans: [span],
})
