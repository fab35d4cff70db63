import type { ActionFunctionArgs } from '@remix-run/node'
import { answered, turnOf } from '../services/review/answer.server.ts'
import { keepDecided } from '../services/review/differences.server.ts'

/** What a person decided stays; the other reading is settled. */
export async function action({ request, params, context: { house, user } }: ActionFunctionArgs) {
  const turn = turnOf(await request.formData())
  await keepDecided(house, params.id ?? '', user)
  return answered(turn, { ok: true })
}
