import type { ActionFunctionArgs } from '@remix-run/node'
import { answerAbsences } from '../services/review/absence.server.ts'

/** Several "looked, not there" are taken back at once. */
export const action = (args: ActionFunctionArgs) => answerAbsences(args, 'undone')
