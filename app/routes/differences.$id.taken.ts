import type { ActionFunctionArgs } from '@remix-run/node'
import { answered, turnOf } from '../services/review/answer.server.ts'
import { takeDifference } from '../services/review/differences.server.ts'

/** What the other reading says is taken over, as a decision. */
export async function action({ request, params, context: { house, user } }: ActionFunctionArgs) {
  const turn = turnOf(await request.formData())
  await takeDifference(house, params.id ?? '', user)
  return answered(turn, { ok: true })
}
