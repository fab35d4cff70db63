import type { ActionFunctionArgs } from '@remix-run/node'
import { answerAbsences } from '../services/review/absence.server.ts'

/** A person looked for several types of term in the paper, and none of them is there. */
export const action = (args: ActionFunctionArgs) => answerAbsences(args, 'absent')
