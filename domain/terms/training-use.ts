import { z } from 'zod'
import type { ReadingContext, Unit } from '../reading/context.ts'
import { finding, withLeadIn } from './shared/findings.ts'
import { Material, materialsIn, plainMaterials } from './shared/material.ts'
import { type Candidate, defineTerm } from './term.ts'

const TrainingUse = z.object({
  permitted: z.enum(['no', 'opt_in', 'opt_out', 'yes']),
  material: z.array(Material),
})
type TrainingUse = z.infer<typeof TrainingUse>

/** Whether the vendor may train on what customers give it. */
export const trainingUse = defineTerm({
  type: 'training_use',
  title: 'Use for training',
  group: 'data',
  describes:
    "Whether the vendor may use the customer's prompts, outputs and data to train or improve its models.",
  looksFor: [
    'will not use customer content to train',
    'improve the services',
    'unless customer opts in',
    'opt out of training',
  ],
  value: TrainingUse,
  version: 2,
  read(context) {
    const found: Candidate<TrainingUse>[] = []
    for (const unit of context.unitsThatMayMatch(...TRAINING)) {
      const words = withLeadIn(unit)
      if (!speaksOfTraining(unit, words)) continue
      if (usedByCustomer(context, unit, words)) continue
      for (const part of sides(words)) {
        const material = materialsIn(context, trainedOn(part))
        if (material.length === 0) continue
        if (PROHIBITED.test(part) && material.every((one) => one === 'outputs')) continue
        const permitted = permission(part, nextWords(context, unit))
        found.push(finding({ permitted: permitted.value, material }, [unit], permitted.rule, permitted.score))
      }
    }
    const said = found.length > 1 ? found.filter((one) => one.rule !== LICENCE_WITHOUT) : found
    return [...said, ...forAnyPurpose(context, said)]
  },
  plain: ({ permitted, material }) => {
    const what = plainMaterials(material)
    if (permitted === 'no') return `no training on ${what}`
    if (permitted === 'yes') return `may train on ${what.replace(/ or /, ' and ')}`
    return permitted === 'opt_in'
      ? `training on ${what} only with opt-in`
      : `training on ${what} unless opted out`
  },
})

const MODEL = String.raw`\b(?:models?|LLMs?|AI|artificial intelligence|machine[- ]learning|algorithms?|foundation|neural|systems?|weights)\b`
const PRODUCT = String.raw`\b(?:services?|products?|offerings?|technolog(?:y|ies)|platform|features?)\b`
const TRAINING = [
  new RegExp(`\\b(?:train|trains|re-?train|fine-?tun|pre-?train)\\w*\\b[^.]{0,140}?${MODEL}`, 'i'),
  new RegExp(`${MODEL}[^.]{0,60}?\\b(?:be )?(?:train|retrain|fine-?tun)\\w*\\b`, 'i'),
  new RegExp(`\\b(?:improv|develop(?!er)|enhanc|optimi[sz])\\w*\\b[^.]{0,100}?(?:${MODEL}|${PRODUCT})`, 'i'),
  /\b(?:operate|provide|run)\b[^.;]{0,60}?\b(?:and|or) (?:to )?improve (?:it|them)\b/i,
  /\b(?:model )?training\b(?: purposes|,| or\b|\.|$| data)|\bfor training\b|\bto train\b|\btrain(?:s|ed|ing)? on\b/i,
]
const OF_MODELS = new RegExp(MODEL, 'i')
/** Staff is trained too, and skills are developed. */
const PEOPLE =
  /\b(?:security|privacy|awareness|staff|personnel|employees?|user|compliance|annual|appropriate|product|onboarding|protection)\b[^.;]{0,30}\btraining\b|\btraining\b[^.;]{0,50}\b(?:employees|personnel|staff|users|sessions|materials|on the use)\b|\btrain\w{0,3} (?:\w{1,40} ){0,3}(?:personnel|staff|employees|professionals)\b/i
const USES =
  /\b(?:us(?:e|ed|es|ing)|process\w{0,40}|analy[sz]\w{0,40}|train\w{0,40}|exploit\w{0,40}|access\w{0,40}|utili[sz]\w{0,40}|fine-?tun\w{0,40}|improv\w{0,40}|develop\w{0,40})\b/i

function speaksOfTraining(unit: Unit, words: string): boolean {
  // A "fine-tuned model" and "training data provided by Customer" are things, not a use.
  const plain = unit.plain
    .replace(/\b(?:fine-?tuned|trained) (?:\w{1,40} )?models?\b/gi, 'models')
    .replace(
      /\b(?:suggestions?|ideas?|comments?|proposals?) (?:\w{1,40} ){0,3}?to improve\b/gi,
      'suggestions',
    )
    .replace(/\btraining (?:data|datasets?|materials?) (?:provided|supplied|furnished)\b/gi, 'data')
  if (!/\b(?:train|fine-?tun|improv|develop(?!er)|enhanc|optimi[sz])/i.test(plain)) return false
  if (!USES.test(words) || (PEOPLE.test(unit.plain) && !OF_MODELS.test(unit.plain))) return false
  return TRAINING.some((pattern) => pattern.test(plain))
}

/** "Don't use output to train a model" tells the reader. */
const IMPERATIVE = /^\W{0,3}(?:please )?(?:do not|never) [a-z]/i

/** What customers may not do with output, what they build, and whose property improvements are, is another matter. */
function usedByCustomer(context: ReadingContext, unit: Unit, words: string): boolean {
  if (/\bcompet(?:e|es|ing|itive)\b|\bcustomer (?:using|uses)\b/i.test(words)) return true
  if (IMPERATIVE.test(unit.plain) && context.subjectOf(unit) !== 'vendor') return true
  if (/\byour use of\b/i.test(words) && context.subjectOf(unit) !== 'vendor') return true
  if (
    /\b(?:you|customer|client)(?:['’]ve| has| have)? (?:develop|build|built|creat)\w{0,10}\b/i.test(
      unit.plain,
    )
  )
    return true
  if (/\binfring|\bindemnif|\balleg/i.test(unit.plain)) return true
  const subject = context.subjectOf(unit.leadIn ?? unit)
  const letsVendor =
    /\b(?:grants?|agrees? that|acknowledges?|authori[sz]es?|permits?|instructs?|consents?|opt(?:s|ed)?)\b/i
  // "Will not, and will not permit anyone to, use Output to train" binds the customer.
  const barred = /\bnot [^.;]{0,30}?\b(?:permit|authori[sz]e|allow)\b/gi
  if (subject === 'customer' && !letsVendor.test(words.replace(barred, ' '))) return true
  if (/\bpreceding sentence\b/i.test(unit.plain)) return true
  if (
    /\b(?:improvements?|enhancements?|modifications?)\b/i.test(unit.plain) &&
    !/\b(?:train|improve|enhance|fine-?tun|develop)\b/i.test(unit.plain)
  )
    return true
  return /\b(?:independently developed?|developed independently|intellectual property (?:that )?(?:is )?developed)\b/i.test(
    unit.plain,
  )
}

/** "Shall not use Customer Data to train, except that it may use usage data": what is barred, and what is left open. */
function sides(words: string): string[] {
  const [barred = words, ...open] = words.split(
    /,? (?:except that|save that|provided,?(?: however,?)? that|but|however,) (?=[^.;]{0,60}?\b(?:may|can) (?:\w{1,40} )?(?:use|process|train|analy[sz]e)\b)/i,
  )
  return DENIED.test(barred) && !OPT_IN.test(words) && !OPT_OUT.test(words) ? [barred, ...open] : [words]
}

/** The words without what is said to be developed, so that "improve its Services" names no material. */
function trainedOn(words: string): string {
  return words
    .replace(/\bfeedback (?:loop|form)s?\b/gi, ' ')
    .replace(/\bcontent (?:filter|moderation)\w{0,40}\b/gi, ' ')
}

const DENIED =
  /\b(?:not|never|no|nor|neither|prohibited from|refrain\w{0,3} from|excluding|excludes?|without)\b[^.;]{0,160}?\b(?:us(?:e|ed|es|ing)|train\w{0,40}|fine-?tun\w{0,40}|improv\w{0,40}|develop\w{0,40}|process\w{0,40}|retain\w{0,40}|include)\b/i
/** "Use of personal data for training is prohibited"; of output alone, it is the customer who is told so. */
const PROHIBITED =
  /\b(?:train\w{0,40}|us(?:e|ing))\b[^.;]{0,200}?\b(?:is|are|be) (?:\w{1,40} ){0,2}(?:prohibited|excluded|forbidden|ruled out)\b/i
/** "Content that is not personal data" is what may be used; "we do not own it, but may use it" denies no use. */
const OTHER_NO = /\b(?:that|which) (?:is|are|does|do) not\b|\bnot (?:own|claim)\b[^.;]{0,100}?\bbut\b/gi
const OPT_OUT =
  /\bopt(?:s|ed|ing)?[- ]?(?:-)?out\b|\b(?:has|have) (?:not )?(?:opted out|objected|disabled|turned)\b|\bunless (?:\w{1,40} ){1,6}(?:objects?|disables?|turns? off|declines?)|\b(?:switch|turn)(?:es|ed|s)? (?:\w{1,40} ){0,4}off\b|\byou (?:can|may) (?:\w{1,40} ){0,3}(?:disable|object|decline)\b/i
const OPT_IN =
  /\bopt(?:s|ed|ing)?[- ]?in(?:to)?\b|\bunless\b[^.;]{0,80}?\b(?:agree|consent|permi|authori[sz]|instruct|request|enabl|elect|choos|approv)\w{0,40}|\bwithout\b[^.;]{0,50}?\b(?:consent|permission|authori[sz]ation|approval|agreement)\b|\b(?:with|upon|subject to|on)\b[^.;]{0,30}?\b(?:prior |express |explicit |written ){1,20}(?:\w{1,40} )?(?:consent|permission|opt-in|approval)\b|\b(?:except|only)\b[^.;]{0,120}?\b(?:with|where|if|when|after)\b[^.;]{0,40}?\b(?:consent|agree|opt\w{0,40} in|choos|enabl|permi(?:t|ssion)|ask)/i

/** A licence that leaves training out says less than a rule about training said elsewhere. */
const LICENCE_WITHOUT = 'licence without training'

/** `no` unless something in the sentence, or right after it, opens the door. */
function permission(
  words: string,
  next: string,
): { value: TrainingUse['permitted']; rule: string; score: number } {
  if (/\bexclud\w{1,40} (?:\w{1,40} ){0,2}training\b/i.test(words))
    return { value: 'no', rule: LICENCE_WITHOUT, score: 0.75 }
  const denied =
    (DENIED.test(words.replace(OTHER_NO, ' ')) || PROHIBITED.test(words)) &&
    !/\bnot only\b|\bnothing\b[^.]{0,80}\blimits?\b/i.test(words)
  if (OPT_OUT.test(words)) return { value: 'opt_out', rule: 'unless opted out', score: 0.88 }
  if (OPT_IN.test(words)) return { value: 'opt_in', rule: 'only with opt-in', score: 0.9 }
  if (denied) {
    if (/\bopt[- ]?(?:ed )?in\b/i.test(next)) return { value: 'opt_in', rule: 'only with opt-in', score: 0.8 }
    return { value: 'no', rule: 'will not use', score: 0.92 }
  }
  if (OPT_OUT.test(next)) return { value: 'opt_out', rule: 'unless opted out', score: 0.8 }
  return {
    value: 'yes',
    rule: 'may use',
    score: /\b(?:may|can|right to|license to|will|grants?|authori[sz]\w{0,40})\b/i.test(words) ? 0.82 : 0.55,
  }
}

/** The next sentence of the same clause, where an opt-out is often said. */
function nextWords(context: ReadingContext, unit: Unit): string {
  const next = context.units[unit.index + 1]
  return next && next.clause === unit.clause ? next.plain : ''
}

const ANY_PURPOSE =
  /\b(?:may|can|right to|free to|licen[cs]e to|entitled to)\b[^.;]{0,120}?\b(?:us(?:e|ing)|exploit|act (?:up)?on|implement|incorporate)\b[^.;]{0,240}/i
/** "Feedback may be used for any purpose": the vendor is who may. */
const FREELY_USED =
  /\b(?:feedback|suggestions?)\b[^.;]{0,80}?\b(?:may|can) (?:\w{1,20} )?be (?:\w{1,20} )?(?:used|exploited)\b[^.;]{0,240}/i
const WITHOUT_LIMIT =
  /\bany (?:\w{1,40} ){0,3}purposes?\b|\bwithout (?:any )?(?:\w{1,40} ){0,2}?(?:obligation|restriction|compensation|payment|attribution)s?\b|\bfreely\b|\bhowever (?:we|it) (?:choose|see)/i

/** Feedback, and data that names nobody, may be used for whatever the vendor likes: training too. */
function forAnyPurpose(context: ReadingContext, said: Candidate<TrainingUse>[]): Candidate<TrainingUse>[] {
  return context.unitsThatMayMatch(ANY_PURPOSE, FREELY_USED).flatMap((unit) => {
    const use = (FREELY_USED.exec(unit.plain) ?? ANY_PURPOSE.exec(unit.plain))?.[0] ?? ''
    if (context.roleOf(/\bused by ((?:the )?\w{1,40})/i.exec(use)?.[1] ?? '') === 'customer') return []
    if (!WITHOUT_LIMIT.test(use) || said.some(({ spans }) => spans.some(({ start }) => start === unit.start)))
      return []
    if (
      context.roleOf(
        unit.plain
          .slice(0, unit.plain.indexOf(use))
          .split(/[,;:(]/)
          .at(-1) ?? '',
      ) === 'customer'
    )
      return []
    const material = materialsIn(context, use).filter((one) => one === 'feedback' || one === 'deidentified')
    return material.length > 0
      ? [finding<TrainingUse>({ permitted: 'yes', material }, [unit], 'for any purpose', 0.75)]
      : []
  })
}
