import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { termById } from '#db/terms.ts'
import type { StoredTerm } from '#domain/register/agreement.ts'
import type { Answer } from '../../components/review/review-view.ts'
import { decisionView } from './bench.server.ts'
import type { Decided } from './decide.server.ts'

/** What every decision form carries. */
export const Turn = z.object({
  /** How many decisions on the subject the person had seen. */
  version: z.coerce.number().int().nonnegative(),
  /** Where to go on, without JavaScript. One slash: "//host" would be another web site. */
  goOn: z
    .string()
    .regex(/^\/(?!\/)/)
    .optional(),
})
type Turn = z.infer<typeof Turn>

/** The term that the address names. @throws Response 404 */
export async function requireTerm({ params, context }: LoaderFunctionArgs): Promise<StoredTerm> {
  const term = await termById(context.house.db, params.id ?? '')
  if (!term)
    throw new Response('There is no such term any more; it may have been read anew.', { status: 404 })
  return term
}

/** The turn that a form carries. @throws Response 400 */
export function turnOf(form: FormData): Turn {
  const turn = Turn.safeParse(Object.fromEntries(form))
  if (!turn.success) throw new Response('The form is not whole. Load the page again.', { status: 400 })
  return turn.data
}

/** Says what became of a decision: to the workbench as JSON, to a form without JavaScript as the page to go on with. */
export function answered(
  turn: Turn,
  decided: { ok: true; left?: string[] } | Extract<Decided, { ok: false }>,
): Response {
  if (decided.ok) return turn.goOn ? redirect(turn.goOn) : answer({ ok: true, left: decided.left })
  const since = decided.since.map(decisionView)
  if (turn.goOn)
    return new Response(
      `Not saved: ${since.at(-1)?.by ?? 'somebody'} decided on this since you opened it. Go back, load the page again and decide anew.`,
      { status: 409 },
    )
  return answer({ ok: false, since, version: turn.version + since.length }, 409)
}

export const answer = (what: Answer, status = 200) => Response.json(what, { status })

/** What is wrong with the fields. */
export const refused = (turn: Turn, errors: Record<string, string>) =>
  turn.goOn
    ? new Response(`Not saved. ${Object.values(errors).join(' ')} Go back and correct it.`, { status: 422 })
    : answer({ ok: false, errors }, 422)
