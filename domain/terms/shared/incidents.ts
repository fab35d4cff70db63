/** Words for what goes wrong with data, systems and models; shared by the notice of it and the help with it. */

const BREACH = String.raw`\b(?:personal )?data breach(?:es)?\b|\bbreach(?:es)? of (?:the |its )?(?:data |information )?security\b|\bpersonal information breach|\b(?:violations?|infringements?|breach(?:es)?) of the protection of personal data\b`
const INCIDENT = String.raw`\bsecurity (?:incidents?|breach(?:es)?|events?)\b|\bcyber ?(?:security )?(?:incidents?|attacks?)\b|\b(?:unauthori[sz]ed|unlawful|accidental|illegal)\b[^.;]{0,60}?\b(?:access|disclosure|use|acquisition|loss|destruction|possession)\b|\b(?:data|information) (?:security )?incidents?\b`
const TAKEN_OVER = String.raw`\b(?:accounts?|credentials?|passwords?|(?:api )?keys?|systems?)\b[^.;]{0,60}?\b(?:is|are|be|been|was|were) compromised\b|\bcompromise of (?:\w{1,40} ){0,4}(?:accounts?|credentials?|passwords?|systems?)\b`
const AI = String.raw`\b(?:AI|model|safety|serious|algorithmic) (?:incidents?|malfunctions?|failures?)\b|\bserious incidents?\b`

export const PERSONAL_DATA_BREACH = new RegExp(
  String.raw`${BREACH}|\bpersonal data\b[^.;]{0,60}?\bbreach`,
  'i',
)
export const SECURITY_INCIDENT = new RegExp(`${INCIDENT}|${TAKEN_OVER}`, 'i')
export const AI_INCIDENT = new RegExp(AI, 'i')
/** Any of the three. */
export const ANY_INCIDENT = new RegExp(`${BREACH}|${INCIDENT}|${TAKEN_OVER}|${AI}`, 'i')
/** Without "unauthorised use" and the like, which also stands where nobody speaks of an incident. */
export const NAMED_INCIDENT = new RegExp(
  String.raw`${BREACH}|\b(?:security|cyber ?security|cyber) (?:incidents?|breach(?:es)?|events?|attacks?)\b|\bdata (?:security )?incidents?\b|${AI}`,
  'i',
)
