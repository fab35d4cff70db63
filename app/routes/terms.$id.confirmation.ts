import type { ActionFunctionArgs } from '@remix-run/node'
import { answered, requireTerm, turnOf } from '../services/review/answer.server.ts'
import { decideTerm } from '../services/review/decide.server.ts'

/** A person agrees with what a term says. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const term = await requireTerm(args)
  const turn = turnOf(await args.request.formData())
  return answered(turn, await decideTerm(house, term, { ...turn, kind: 'confirmed' }, user))
}
