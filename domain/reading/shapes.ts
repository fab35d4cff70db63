import type { Unit } from './context.ts'
import type { WordIndex } from './word-index.ts'

/**
 * What a sentence says in the words of a category that turns on more than one word: asked of the candidates of the second
 * look only. Each is linear in the sentence's length.
 */
const shapes: RegExp[] = [
  // How it is put.
  /\b(?:days?|months?|years?|hours?|weeks?)\b/i,
  /[$€£]\s?\d|\b(?:USD|dollars)\b/,
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d|\b\d{1,2}\/\d{1,2}\/\d{2}/,
  /^[^a-z]{40,}$/,
  /\b(?:shall|will|may) not\b|\bin no event\b|\bneither\b/i,
  /\bnotice\b/i,
  /\b(?:except|other than|excluding|notwithstanding)\b/i,
  /["“][A-Z][^"”]{1,40}["”]\s(?:means|shall mean)/,
  /\((?:the |each,? an? )?["“]/,
  /["”] ?(?:shall )?means?\b|\bdefined\b/i,
  /\b(?:period of|within|for)\b[^.;]{0,30}\b(?:days?|months?|years?)\b/i,
  // Change of control, assignment.
  /\bchange (?:of|in) (?:\w{1,20} )?(?:control|ownership)\b|\bcontrolling (?:interest|share)/i,
  /\b(?:merg(?:e|es|ed|er|ing)|consolidat\w+|reorgani[sz]\w+|amalgamat\w+|acquisition)\b/i,
  /\bsubstantially all\b|\bsale of (?:the|its|all)\b/i,
  /\boperation of law\b/i,
  /\bvoting\b|\b(?:50|fifty) ?(?:%|percent)|\bmajority\b|\bstock\b|\bshares\b|\bbeneficial/i,
  /\bacquir/i,
  /\bsuccessors?\b/i,
  /\bconsent|\bapproval\b/i,
  /\bwithout (?:\w{1,20} ){0,5}(?:consent|approval)\b/i,
  /\bmay (?:\w{1,20} )?(?:assign|transfer)\b|\b(?:free|right) to assign/i,
  /\b(?:not|neither|no|nor)\b[^.;]{0,80}\b(?:assign|transfer|delegat)/i,
  // Ending it, and what comes after.
  /\bterminat(?:e|ed|es|ion)\b/i,
  /\b(?:may|right to|entitled to|option to|elect to)\b[^.;]{0,40}\bterminate\b/i,
  /\bat any time\b/i,
  /\b(?:without|no|any) (?:\w{1,20} )?(?:cause|reason)\b|\bconvenience\b|\b(?:sole|own) (?:\w{1,20} ){0,2}(?:discretion|option)\b/i,
  /\bdays['’]?(?: (?:prior|advance|written))*,? (?:prior |advance )?(?:written )?(?:notice|notification)/i,
  /\bbreach|\bdefault\b|\bcure|\binsolv|\bbankrupt|\bfail/i,
  /\brenew|\bextend|\bextension/i,
  /\bunless\b[^.;]{0,80}\bnotice|\bnot to renew|\bnon-?renew/i,
  /\b(?:upon|after|following|on|at|in the event of)\b[^.;]{0,40}\b(?:expir|terminat|cancel)/i,
  /\b(?:days?|months?|years?)\b[^.;]{0,30}\b(?:after|following|from)\b[^.;]{0,30}\b(?:expir|terminat)/i,
  /\bsurviv/i,
  /\bcontinu/i,
  /\breturn|\bdestroy|\bdeliver\b/i,
  /\bcease|\bdiscontinue|\bstop\b/i,
  /\bsell|\binventory\b|\bremaining\b/i,
  /\btransition|\bwind|\borderly\b|\bmigrat|\btransfer\b|\bassist/i,
  /\bpay|\bpaid\b|\bfees?\b|\broyalt/i,
  /\blicen[sc]/i,
  // Warranty.
  /\bwarrant/i,
  /\bwarranty (?:period|term)\b|\bperiod of (?:the )?warranty/i,
  /\bdefect|\bworkmanship\b|\bmalfunction|\berrors?\b/i,
  /\bconform|\bperform (?:substantially|materially|in accordance)|\bspecifications?\b|\bdocumentation\b/i,
  /\b(?:from|after|following|of)\b[^.;]{0,30}\b(?:delivery|acceptance|shipment|installation|purchase|receipt|commissioning|completion)\b/i,
  /\brepair|\breplace|\bcorrect\b|\bremedy\b/i,
  // Sums agreed for a failure.
  /\bliquidated\b/i,
  /\bpenalt/i,
  /\b(?:termination|cancellation|break\w{0,10}) (?:fee|charge|payment|amount)/i,
  /\bas (?:liquidated )?damages\b|\bestimate\b|\bin lieu\b|\bper (?:day|week|month)\b|\bfor each\b/i,
  // Audit.
  /\baudit/i,
  /\binspect|\bexamin|\breview\b|\baccess to\b/i,
  /\brecords?\b|\bbooks\b|\baccounts?\b/i,
  /\baccountan|\bauditors?\b/i,
  /\bunderpa|\bdiscrepanc|\bshortfall|\bdeficien|\boverpa|\bunderstate/i,
  /\bbusiness hours\b|\breasonable notice\b|\bworking hours\b/i,
  /\b(?:maintain|keep|retain|preserve)\b/i,
  /\bpremises\b|\bfacilit|\bsite\b|\bplace of business\b/i,
  // Insurance.
  /\binsur/i,
  /\bcoverage\b|\bpolic(?:y|ies)\b/i,
  /\boccurrence\b|\baggregate\b|\blimits? of\b|\bminimum/i,
  /\binsured\b|\bcertificates?\b/i,
  /\bworkers|\bemployer|\bautomobile\b|\bgeneral liability\b/i,
  // Liability.
  /\bliab/i,
  /\bdamages?\b|\bloss(?:es)?\b/i,
  /\bconsequential\b|\bindirect\b|\bpunitive\b/i,
  /\bexceed|\blimited to\b|\bmaximum\b/i,
  /\b(?:nothing|not|no)\b[^.;]{0,50}\b(?:limit|exclude|apply)/i,
  /\bunlimited\b|\bnot (?:be )?(?:limited|apply)\b/i,
  /\b(?:except|other than|excluding|save|exception)\b/i,
  /\bgross negligence\b|\bwil?lful\b|\bfraud|\bindemnif|\bconfidential|\bdeath\b|\binfring/i,
]

/** Those that turn on one word can be asked of each word by itself, and the answer kept: papers repeat their words. */
const turnsOnOneWord = ({ source }: RegExp) => !/ |\[\^|\\s|\\d|^\^/.test(source)
const phrases = shapes.map((shape, at) => ({ shape, at })).filter(({ shape }) => !turnsOnOneWord(shape))
const single = shapes.map((shape, at) => ({ shape, at })).filter(({ shape }) => turnsOnOneWord(shape))

const known = new Map<string, number[]>()
/** So many words are kept; a language has fewer, a hostile paper may have more. */
const mostKnown = 30_000

function shapesOfWord(word: string): number[] {
  const earlier = known.get(word)
  if (earlier) return earlier
  if (known.size >= mostKnown) known.clear()
  const own = single.filter(({ shape }) => shape.test(word)).map(({ at }) => at)
  known.set(word, own)
  return own
}

/**
 * 1 for each shape that the sentence has, else 0.
 * @param words the sentence's distinct words
 */
export function shapesOf(
  unit: Unit | undefined,
  words: Set<string>,
  mayMatch: WordIndex['mayMatch'],
): Uint8Array {
  const own = new Uint8Array(shapes.length)
  if (!unit) return own
  for (const { shape, at } of phrases) if (mayMatch(shape, unit) && shape.test(unit.plain)) own[at] = 1
  for (const word of words) for (const at of shapesOfWord(word)) own[at] = 1
  return own
}
