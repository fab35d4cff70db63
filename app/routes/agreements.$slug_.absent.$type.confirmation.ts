import type { ActionFunctionArgs } from '@remix-run/node'
import { requireAbsence } from '../services/review/absence.server.ts'
import { answered, turnOf } from '../services/review/answer.server.ts'
import { decideAbsence } from '../services/review/decide.server.ts'

/** A person looked for a type of term in the paper, and it is not there. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const absence = await requireAbsence(args)
  const turn = turnOf(await args.request.formData())
  return answered(turn, await decideAbsence(house, absence, { ...turn, kind: 'absent' }, user))
}
