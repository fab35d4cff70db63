import { z } from 'zod'
import type { Unit } from '../reading/context.ts'
import { finding, withLeadIn } from './shared/findings.ts'
import { unitsThat } from './shared/units-that.ts'
import { defineTerm } from './term.ts'

const control =
  /\bchange (?:of|in) (?:the )?control\b|\bchange in (?:ownership|the ownership)\b|\b(?:acquire[sd]?|acquisition of|transfer of|sale of)\b[^.;]{0,60}?\b(?:control|majority|more than (?:fifty|50)|voting|substantially all)\b|\bmerger\b[^.;]{0,80}?\b(?:terminate|consent|assign)/i

const named = /\bchange (?:of|in) (?:the )?control\b/i
const defined = /["“]change (?:of|in) control["”] (?:means|shall mean)/i
/** A definition that stands by itself: what follows is said elsewhere. */
const isDefinition =
  /^(?:\(?\w{1,4}[).] ?)?(?:an? )?["“]?(?:change (?:of|in) (?:control|ownership)|acquisition|acquirer|control|transfer)["”]?,? (?:as a verb )?(?:means|shall mean|has the meaning)/i
/** What a consultant is paid when it ends, and on which occasions else. */
const amongOccasions =
  /\b(?:death|disability|without cause)\b[^.;]{0,120}?\b(?:by way of|in connection with|following|upon|as a result of) (?:an? )?change (?:of|in) control\b/i
const contents = /\b\d{1,2}\.\d{1,2} [A-Z][^.;]{2,60} \d{1,2}\.\d{1,2} [A-Z]/

/** Without such words a sentence says nothing of it, not even where it speaks of shareholders or of the stock exchange. */
const topic =
  /\bchange[sd]?\b[^.;]{0,60}?\b(?:ownership|management|shareholding)|\bcontrol|\bmerge|\bacqui(?:re|sition|ring)|\bconsolidat|\breorgani|\b(?:sale|sells?|sold|transfer|assign|dispos|purchase)\w{0,10}\b[^.;]{0,100}?\b(?:assets|stock|shares|interests?|securities|equity|business)\b|\boperation of law\b|\bsuccessor|\bvoting\b|\bownership\b|\bliquidity event\b/i

/** An item of what lets a party leave: "(c) a change of control of Operator". */
const occasion =
  /\b(?:change (?:of|in) (?:the )?(?:control|ownership)\b|merges? (?:with|into)\b|(?:transfers?|sells?|sale of) (?:all,? )?(?:or )?substantially all\b)/i
const mayEnd =
  /\b(?:may|right to|entitled to|permitted to)\b[^.;:]{0,60}?\bterminate\b|\btermination event\b/i
const ends = /\b(?:may|right to|entitled to|shall|will)\b[^.;:]{0,160}?\bterminate\b/i
const winding = /\b(?:dissol|wind(?:ing|s) up|bankrupt|insolv)/i

const followed = /\b(?:terminat|consent|notif|notice|deemed an? assignment)/i
const ruled = /\b(?:may|shall|will|right|entitled|obligat)/i

/** "A merger … shall be deemed an assignment". */
const deemed =
  /\b(?:merger|sale of|transfer of|change in|acquisition)\b[^.;]{0,200}?\b(?:deemed|considered|treated as|constitutes?)\b[^.;]{0,40}?\b(?:assignment|transfer)\b/i

/** "May terminate if the other party is acquired by …". */
const bought =
  /\b(?:acquired by|is acquired|merges? with|merged (?:with|into)|acquires? (?:control|more than|a majority|all or substantially|substantially all)|acquisition of (?:all or substantially all|control|a majority|the beneficial ownership)|ownership change|change (?:in|of) (?:the )?(?:management|ownership|majority))\b/i

/** Below this score the classifier is sure that such words mean something else here. */
const doubt = 0.02

const isOccasion = (unit: Unit) =>
  unit.leadIn !== null &&
  occasion.test(unit.plain) &&
  !winding.test(unit.plain) &&
  mayEnd.test(withLeadIn(unit.leadIn))

/** What follows when a party is bought. */
export const changeOfControl = defineTerm({
  type: 'change_of_control',
  title: 'Change of control',
  group: 'time',
  describes: 'What happens to the agreement when a party comes under the control of another.',
  looksFor: [
    'change of control',
    'merger',
    'sale of all or substantially all assets',
    'majority of the voting',
  ],
  value: z.object({ effect: z.enum(['consent', 'notice', 'termination', 'none']) }),
  version: 4,
  read: (context) =>
    unitsThat(context, 'change_of_control', {
      among: [named, deemed, bought, occasion],
      topic,
      atLeast: 0.3,
      never: ({ plain }) => isDefinition.test(plain) || amongOccasions.test(plain) || contents.test(plain),
      always: (unit) => {
        const { plain } = unit
        const score = context.score('change_of_control', unit)
        if (isOccasion(unit)) return true
        if (named.test(plain) && !defined.test(plain))
          return followed.test(plain) || (score > doubt && ruled.test(plain))
        return (score > doubt && deemed.test(plain)) || (bought.test(plain) && ends.test(plain))
      },
    }).map(({ unit, score, rule }) => {
      const words = isOccasion(unit) ? withLeadIn(unit) : unit.plain
      const effect = /\bterminat/i.test(words)
        ? ('termination' as const)
        : /\bconsent|\bdeemed (?:to be )?an? assignment|\bapproval\b/i.test(words)
          ? ('consent' as const)
          : /\bnotif|\bnotice\b/i.test(words)
            ? ('notice' as const)
            : control.test(words) && /\b(?:shall not|may assign|without)\b/i.test(words)
              ? ('none' as const)
              : ('consent' as const)
      return finding({ effect }, unit.leadIn && isOccasion(unit) ? [unit.leadIn, unit] : [unit], rule, score)
    }),
  plain: ({ effect }) =>
    ({
      consent: 'needs consent',
      notice: 'must be notified',
      termination: 'gives a right to end the agreement',
      none: 'changes nothing',
    })[effect],
})
