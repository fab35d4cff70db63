import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answered, refused, requireTerm, turnOf } from '../services/review/answer.server.ts'
import { decideTerm } from '../services/review/decide.server.ts'

const Reason = z.string().trim().min(1).max(500)

/** A person throws a term out, with a reason. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const term = await requireTerm(args)
  const form = await args.request.formData()
  const turn = turnOf(form)
  const reason = Reason.safeParse(form.get('reason'))
  if (!reason.success) return refused(turn, { reason: 'Say why, in a few words.' })
  return answered(
    turn,
    await decideTerm(house, term, { ...turn, kind: 'rejected', reason: reason.data }, user),
  )
}
