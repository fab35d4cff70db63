import { z } from 'zod'
import { unitsThat } from './shared/units-that.ts'
import { defineTerm } from './term.ts'

const control =
  /\bchange (?:of|in) (?:the )?control\b|\bchange in (?:ownership|the ownership)\b|\b(?:acquire[sd]?|acquisition of|transfer of|sale of)\b[^.;]{0,60}?\b(?:control|majority|more than (?:fifty|50)|voting|substantially all)\b|\bmerger\b[^.;]{0,80}?\b(?:terminate|consent|assign)/i

const named = /\bchange (?:of|in) (?:the )?control\b/i
const defined = /["“]change (?:of|in) control["”] (?:means|shall mean)/i
const followed = /\b(?:terminat|consent|notif|notice|deemed an? assignment)/i
const ruled = /\b(?:may|shall|will|right|entitled|obligat)/i

/** "A merger … shall be deemed an assignment". */
const deemed =
  /\b(?:merger|sale of|transfer of|change in|acquisition)\b[^.;]{0,200}?\b(?:deemed|considered|treated as|constitutes?)\b[^.;]{0,40}?\b(?:assignment|transfer)\b/i

/** "May terminate if the other party is acquired by …". */
const bought =
  /\b(?:acquired by|is acquired|merges? with|merged (?:with|into)|acquires? (?:control|more than|a majority|all or substantially)|ownership change|change (?:in|of) (?:the )?(?:management|ownership|majority))\b/i

/** Below this score the classifier is sure that such words mean something else here. */
const doubt = 0.02

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
  version: 2,
  read: (context) =>
    unitsThat(context, 'change_of_control', {
      among: [named, deemed, bought],
      always: (unit) => {
        const { plain } = unit
        const score = context.score('change_of_control', unit)
        if (named.test(plain) && !defined.test(plain))
          return followed.test(plain) || (score > doubt && ruled.test(plain))
        return (score > doubt && deemed.test(plain)) || (bought.test(plain) && /\bterminat/i.test(plain))
      },
    }).map(({ unit, score, rule }) => {
      const words = unit.plain
      const effect = /\bterminat/i.test(words)
        ? ('termination' as const)
        : /\bconsent|\bdeemed (?:to be )?an? assignment|\bapproval\b/i.test(words)
          ? ('consent' as const)
          : /\bnotif|\bnotice\b/i.test(words)
            ? ('notice' as const)
            : control.test(words) && /\b(?:shall not|may assign|without)\b/i.test(words)
              ? ('none' as const)
              : ('consent' as const)
      return { value: { effect }, spans: [unit], score, rule }
    }),
  plain: ({ effect }) =>
    ({
      consent: 'needs consent',
      notice: 'must be notified',
      termination: 'gives a right to end the agreement',
      none: 'changes nothing',
    })[effect],
})
