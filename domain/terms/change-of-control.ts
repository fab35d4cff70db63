import { z } from 'zod'
import { unitsThat } from './shared/units-that.ts'
import { defineTerm } from './term.ts'

const control =
  /\bchange (?:of|in) (?:the )?control\b|\bchange in (?:ownership|the ownership)\b|\b(?:acquire[sd]?|acquisition of|transfer of|sale of)\b[^.;]{0,60}?\b(?:control|majority|more than (?:fifty|50)|voting|substantially all)\b|\bmerger\b[^.;]{0,80}?\b(?:terminate|consent|assign)/i

const named = /\bchange (?:of|in) (?:the )?control\b/i

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
  version: 1,
  read: (context) =>
    unitsThat(context, 'change_of_control', {
      among: [named],
      always: ({ plain }) =>
        named.test(plain) &&
        /\b(?:terminat|consent|notif|notice|deemed an? assignment)/i.test(plain) &&
        !/["“]change (?:of|in) control["”] (?:means|shall mean)/i.test(plain),
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
