import type { ActionFunctionArgs } from '@remix-run/node'
import { answered, refused, requireTerm, turnOf } from '../services/review/answer.server.ts'
import { decideTerm } from '../services/review/decide.server.ts'
import { parseTermValue } from '../services/review/term-form.server.ts'

/** A person says what the words say instead; the fields are those of the term's type. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const term = await requireTerm(args)
  const form = await args.request.formData()
  const turn = turnOf(form)
  const parsed = parseTermValue(term.type, form)
  if (!parsed.ok) return refused(turn, parsed.errors)
  return answered(
    turn,
    await decideTerm(house, term, { ...turn, kind: 'corrected', value: parsed.value }, user),
  )
}
