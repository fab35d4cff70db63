import type { ActionFunctionArgs } from '@remix-run/node'
import { answered, requireTerm, turnOf } from '../services/review/answer.server.ts'
import { decideTerm } from '../services/review/decide.server.ts'

/** The last decision on a term is taken back; what stood before it holds again. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const term = await requireTerm(args)
  const turn = turnOf(await args.request.formData())
  return answered(turn, await decideTerm(house, term, { ...turn, kind: 'undone' }, user))
}
