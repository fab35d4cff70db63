import { z } from 'zod'

/** What an indemnity covers. */
export const IndemnityCover = z.enum([
  'ip_infringement',
  'output_ip',
  'data_breach',
  'confidentiality',
  'law_violation',
  'gross_negligence',
  'customer_data',
  'customer_use',
  'death_or_injury',
  'other',
])
export type IndemnityCover = z.infer<typeof IndemnityCover>

const INFRINGES =
  /\binfring|\bmisappropriat|\bintellectual property\b|\bIP (?:claim|rights?)\b|\bproprietary rights?\b/i
const OUTPUT = /\boutputs?\b|\bgenerated content\b|\bcontent generated\b|\bgenerations\b/i

const COVERS: [IndemnityCover, (words: string) => boolean][] = [
  ['ip_infringement', (words) => INFRINGES.test(words)],
  ['output_ip', (words) => INFRINGES.test(words) && OUTPUT.test(words)],
  [
    'data_breach',
    is(
      /\b(?:data|security) (?:breach|incident)|\bpersonal data breach|\bunauthori[sz]ed (?:access|disclosure)\b/i,
    ),
  ],
  ['confidentiality', is(/\bconfidential/i)],
  [
    'law_violation',
    is(
      /\b(?:violat\w{1,40}|breach|non-?compliance|fail\w{1,40} to comply|infring\w{1,40})\b[^.;]{0,60}\b(?:laws?|regulations?|statutes?|GDPR|legislation)\b/i,
    ),
  ],
  ['gross_negligence', is(/\bgross(?:ly)? negligen|\bwil{1,20}ful|\bmisconduct\b/i)],
  [
    'customer_data',
    is(
      /\b(?:customer|client|subscriber|licensee|user|your|company)(?:['’]s)? (?:data|content|materials?|inputs?)\b|\binputs?\b|\bcontent (?:you|customer) (?:provide|submit|upload)/i,
    ),
  ],
  [
    'customer_use',
    is(
      /\b(?:customer|client|subscriber|licensee|your|end users?)(?:['’]s?)? (?:\w{1,40} )?(?:use|applications?|apps?|software|products?|offerings?)\b|\buse of the (?:services?|software|platform|products?|api|outputs?|\w{1,40} (?:ai )?products)\b|\bcustomer (?:application|offering)/i,
    ),
  ],
  ['death_or_injury', is(/\bdeath\b|\b(?:bodily|personal) injur/i)],
]

/** What the words after "arising out of" cover; `other` when nothing that has a name. */
export function coversIn(words: string): IndemnityCover[] {
  const covers = COVERS.filter(([, test]) => test(words)).map(([cover]) => cover)
  return covers.length > 0 ? covers : ['other']
}

/** What takes a claim out of an indemnity. */
export const IndemnityExclusion = z.enum([
  'combination',
  'modification',
  'customer_data',
  'customer_use',
  'breach_of_terms',
  'knew_infringing',
  'fine_tuned_output',
  'disabled_safety_filters',
  'trademark_use',
  'specifications',
  'superseded_version',
  'open_source',
  'beta_or_free',
  'third_party_offerings',
  'own_fault',
  'law_violation',
])
export type IndemnityExclusion = z.infer<typeof IndemnityExclusion>

const EXCLUSIONS: [IndemnityExclusion, RegExp][] = [
  ['combination', /\bcombin/i],
  ['modification', /\bmodif|\balter(?:ed|ation)|\bcustomi[sz]ation/i],
  [
    'customer_data',
    /\b(?:customer|client|your|subscriber)(?:['’]s)? (?:data|content|materials?|inputs?)\b|\b(?:rights in|infringing) (?:\w{1,40} ){0,3}inputs?\b|\binputs\b|\bdata (?:provided|supplied|furnished) by customer/i,
  ],
  [
    'customer_use',
    /\bcustomer (?:applications?|offerings?)\b|\b(?:customer['’]s|your) (?:\w{1,40} )?use\b|\buse of the (?:\w{1,40} ){1,4}(?:in a manner|outside|other than|not in accordance)/i,
  ],
  [
    'breach_of_terms',
    /\bbreach(?:es)? of (?:this|these|the)|\b(?:in )?(?:violation|breach) of (?:this|these|the) (?:agreement|terms|acceptable)|\bnot in accordance with (?:this|the|these)\b|\bcontrary to (?:this|the)\b/i,
  ],
  [
    'knew_infringing',
    /\bnotice to (?:stop|cease)|\bknew|\bknows?\b[^.;]{0,60}?\b(?:infring|violat)|\bshould (?:have known|know)\b|\bhad (?:reason|notice)/i,
  ],
  [
    'fine_tuned_output',
    /\bfine-?tun|\bmodels? (?:\w{1,40} ){0,3}refined\b|\bcustom(?:i[sz]ed)? models?\b|\btrained (?:by|on) customer/i,
  ],
  [
    'disabled_safety_filters',
    /\b(?:disabl|bypass|circumvent|ignor|disregard|tamper|deactivat|turn(?:ed|ing)? off|remov)\w{0,40}\b[^.;]{0,80}\b(?:safety|filters?|filtering|safeguards?|citation|guardrails?|restrictions?|mitigations?|tools?)\b/i,
  ],
  ['trademark_use', /\btrade ?-?marks?\b|\btrade in commerce|\bin (?:trade or )?commerce\b/i],
  [
    'specifications',
    /\b(?:specifications?|instructions|designs?) (?:\w{1,40} ){0,3}(?:of|by|from|provided|furnished) |\b(?:customer|client)['’]s (?:specifications|instructions|designs)/i,
  ],
  [
    'superseded_version',
    /\b(?:superseded|unaltered|latest|most (?:current|recent)|non-current|older) (?:release|version)|\bfail\w{0,40} to (?:install|implement|use) (?:\w{1,40} ){0,4}(?:update|version|release)|\bcontinue[sd]? (?:\w{1,40} ){0,4}(?:use|after)/i,
  ],
  ['open_source', /\bopen[- ]source\b/i],
  ['beta_or_free', /\bbeta\b|\bfree (?:trial|of charge|services?)|\bevaluation\b|\bpreview\b/i],
  [
    'third_party_offerings',
    /\bthird[- ]party (?:offerings?|services?|products?|models?|content|software|components?)\b/i,
  ],
  ['own_fault', /\bnegligen|\bmisconduct\b|\bown fault\b|\bacts or omissions\b/i],
  ['law_violation', /\b(?:violat\w{1,40}|comply) (?:with )?(?:\w{1,40} ){0,2}laws?\b/i],
]

/** What the words of a carve-out take out. */
export function exclusionsIn(words: string): IndemnityExclusion[] {
  return EXCLUSIONS.filter(([, pattern]) => pattern.test(words)).map(([exclusion]) => exclusion)
}

/** What the one who is indemnified must do. */
export const IndemnityCondition = z.enum(['notice', 'control', 'cooperation', 'no_settlement'])
export type IndemnityCondition = z.infer<typeof IndemnityCondition>

const CONDITIONS: [IndemnityCondition, RegExp][] = [
  ['notice', /\b(?:prompt|timely|written|immediate)\w{0,40}\b[^.;]{0,40}\bnoti(?:ce|f)/i],
  [
    'control',
    /\b(?:sole|exclusive|full|complete)?\s{0,400}(?:right to )?control\b[^.;]{0,140}\b(?:defen[cs]e|settle|investigation|disposition)/i,
  ],
  ['cooperation', /\bcooperat|\bco-operat|\breasonable assistance\b/i],
  ['no_settlement', /\bsettle\w{0,40}\b[^.;]{0,160}\bconsent\b|\bconsent\b[^.;]{0,80}\bsettle/i],
]

/** Conditions said in the section of the indemnity. */
export function conditionsIn(words: string): IndemnityCondition[] {
  return CONDITIONS.filter(([, pattern]) => pattern.test(words)).map(([condition]) => condition)
}

function is(pattern: RegExp): (words: string) => boolean {
  return (words) => pattern.test(words)
}
