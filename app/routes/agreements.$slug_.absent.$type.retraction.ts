import type { ActionFunctionArgs } from '@remix-run/node'
import { requireAbsence } from '../services/review/absence.server.ts'
import { answered, turnOf } from '../services/review/answer.server.ts'
import { decideAbsence } from '../services/review/decide.server.ts'

/** "Looked, not there" is taken back. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const absence = await requireAbsence(args)
  const turn = turnOf(await args.request.formData())
  return answered(turn, await decideAbsence(house, absence, { ...turn, kind: 'undone' }, user))
}
