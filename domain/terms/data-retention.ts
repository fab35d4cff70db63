import { z } from 'zod'
import { Duration, plainDuration } from '../quantities/duration.ts'
import { firstDuration } from './shared/amounts.ts'
import { finding, withLeadIn } from './shared/findings.ts'
import { type Candidate, defineTerm } from './term.ts'

const DataRetention = z.object({
  object: z.enum(['customer_data', 'prompts', 'outputs', 'logs', 'personal_data', 'backups']),
  period: Duration.optional(),
  /** What ends the keeping where no period does. */
  until: z.enum(['termination', 'deletion_by_customer', 'purpose_fulfilled', 'required_by_law']).optional(),
  zeroRetention: z.boolean().optional(),
})
type DataRetention = z.infer<typeof DataRetention>

/** How long the vendor keeps what it is given. */
export const dataRetention = defineTerm({
  type: 'data_retention',
  title: 'Data retention',
  group: 'data',
  describes: 'How long prompts, outputs, logs and other data stay with the vendor.',
  looksFor: ['retained for a maximum of 30 days', 'zero data retention', 'logs are kept', 'stored until'],
  value: DataRetention,
  version: 2,
  read(context) {
    const found: Candidate<DataRetention>[] = []
    for (const unit of context.unitsThatMayMatch(ZERO, KEEPS, STORED_FOR)) {
      const words = unit.plain
      if (STORED_FOR.test(`${unit.heading}: ${words}`)) {
        found.push(finding({ object: 'personal_data', until: 'termination' }, [unit], 'kept until', 0.7))
        continue
      }
      const objects = OBJECTS.filter(([, pattern]) => pattern.test(words)).map(([object]) => object)
      const zero = ZERO.test(words)
      if (zero) {
        const offered = /\b(?:unless|except|when|if|where|may|eligible|upon|request)\b/i.test(words)
        const named = objects.filter((one) => one !== 'logs')
        for (const object of named.length > 0 ? named : (['customer_data'] as const))
          found.push(finding({ object, zeroRetention: true }, [unit], 'zero retention', offered ? 0.62 : 0.9))
        continue
      }
      if (
        !KEEPS.test(words) ||
        objects.length === 0 ||
        NOT_THE_CUSTOMERS.test(words) ||
        endsWithAgreement(withLeadIn(unit))
      )
        continue
      const period = firstDuration(keptFor(words))
      const until = UNTIL.find(([, pattern]) => pattern.test(words))?.[0]
      if (!period && !until) continue
      for (const object of narrowed(objects, words)) {
        const value = { object, ...(period && { period }), ...(until && { until }) }
        found.push(finding(value, [unit], period ? 'kept for a period' : 'kept until', period ? 0.86 : 0.7))
      }
    }
    return found
  },
  plain: ({ object, period, until, zeroRetention }) => {
    const what = object.replace(/_/g, ' ')
    if (zeroRetention) return `${what} not kept`
    const end = period ? ` ${plainDuration(period)}` : ''
    return `${what} kept${end}${until ? ` until ${until.replace(/_/g, ' ')}` : ''}`
  },
})

/** A row of the annex that describes the processing: "Storage limitation: the term of the Agreement". */
const STORED_FOR =
  /(?:^|[:.] )[^:.]{0,60}?\b(?:storage (?:limitation|period)|retention period|duration of (?:storage|retention))\b[^:.]{0,30}[:.–-][^.;]{0,60}?\b(?:term|duration) of the (?:agreement|contract|services)/i

const ZERO =
  /\bzero[- ](?:data[- ])?retention\b|\b(?:keeps?|retains?|stores?) no (?:prompts?|inputs?|outputs?|customer (?:data|content))\b|\b(?:does|do|shall|will) not (?:\w{1,40},? ){0,4}?(?:retain|store|log|keep)\b(?! any rights| or use)[^.;]{0,60}?\b(?:prompts?|inputs?|outputs?|customer (?:data|content)|requests?|completions?)\b(?![^.;]{0,1000}\b(?:longer|beyond|more than|except|outside|portable|removable|unencrypted|without|after (?:\d|termination|expir))\b)|\b(?:prompts?|inputs?|outputs?|completions?|customer (?:data|content))\b[^.;]{0,80}?\b(?:is|are|be) (?:not|never) (?:\w{1,40} ){0,3}?(?:retained|stored|logged|kept|saved)\b(?! (?:for|in|on|with|together|by|separately)\b)(?![^.;]{0,1000}\b(?:longer|beyond|more than|except|outside|after)\b)/i
const KEEPS =
  /\b(?:retain(?:s|ed|ing)?|retention|stor(?:e|es|ed|ing)|kept|keeps?|preserv(?:e|ed|es)|logged|(?:may|will|shall) log|held|purged?|overwritten (?:after|within)|deleted (?:after|within)|delete[sd]? (?:\w{1,40} ){0,6}(?:after|within)|delet(?:es|ed|ion)\b)\b/i
const OBJECTS: [DataRetention['object'], RegExp][] = [
  ['prompts', /\bprompts?\b|\binputs?\b|\brequests and responses\b|\bapi requests?\b|\bconversations?\b/i],
  ['outputs', /\boutputs?\b|\bcompletions?\b/i],
  ['logs', /\blogs?\b|\blog (?:data|files|records)\b/i],
  ['backups', /\bback-?ups?\b|\bback-up\b|\barchiv(?:es|al|ed) cop/i],
  ['customer_data', /\b(?:customer|client|subscriber|your|user) (?:data|content)\b/i],
  ['personal_data', /\bpersonal (?:data|information)\b/i],
]
/** Books of account, confidential papers and the customer's own duties are kept under other rules. */
const NOT_THE_CUSTOMERS =
  /\b(?:books|accounting|financial|employment|complete and accurate) (?:and )?records?\b|\bconfidential information\b(?![^.]{0,1000}\b(?:prompt|input|customer data|content)\b)|\bretain (?:\w{1,40} ){0,3}(?:ownership|title|rights?)\b|\bretains all\b|\bownership rights\b|\bcounsel\b/i
const UNTIL: [NonNullable<DataRetention['until']>, RegExp][] = [
  [
    'deletion_by_customer',
    /\buntil\b[^.;]{0,80}?\b(?:deleted? by|customer deletes|you delete|deletes? (?:it|them))\b/i,
  ],
  [
    'termination',
    /\b(?:until|for) the (?:end|expiry|termination|term|duration)\b|\bduration of the (?:agreement|services?|term)\b|\bterm of the agreement\b/i,
  ],
  [
    'purpose_fulfilled',
    /\b(?:as long as|only for as long|no longer than)\b[^.;]{0,30}?\bnecessary\b|\bas (?:needed|necessary|required)\b(?! by\b)/i,
  ],
]
/** Words that say why something may stay longer add no rule of their own. */
function keptFor(words: string): string {
  const at = words.search(KEEPS)
  return at < 0 ? words : words.slice(Math.max(0, at - 60))
}

/** A sentence about backups or logs that also says whose data they hold is about the backups. */
function narrowed(objects: DataRetention['object'][], words: string): DataRetention['object'][] {
  if (objects.includes('backups')) return ['backups']
  if (objects.includes('logs') && /\blogs?\b[^.;]{0,60}\b(?:are|is|will be|shall be|for)\b/i.test(words))
    return ['logs']
  return objects
}

/** "Upon termination Vendor deletes within 30 days" is a deletion, not a keeping. */
function endsWithAgreement(words: string): boolean {
  return (
    /\b(?:terminat|expir)\w{0,40}\b|\bclos(?:e|es|ed|ing) (?:\w{1,40} )?account/i.test(words) &&
    /\bdelet|\breturn|\bdestroy/i.test(words) &&
    !/\b(?:stored|kept|back-?ups?)\b/i.test(words)
  )
}
