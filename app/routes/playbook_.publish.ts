import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { publishDraft } from '../services/policy.server.ts'

const Publication = z.object({
  revision: z.coerce.number().int(),
  note: z.string().trim().min(1, 'Say what it changes and why.').max(2000),
  aloneReason: z.string().trim().max(2000).default(''),
})

/** Puts the draft in force. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const asked = Publication.safeParse(Object.fromEntries(await request.formData()))
  const published = asked.success
    ? await publishDraft(house, user, asked.data)
    : { ok: false as const, error: asked.error.issues[0]?.message ?? 'The draft can’t be published.' }
  if (published.ok) return redirect('/playbook/versions')
  return redirect(`/playbook/draft?${new URLSearchParams({ refused: published.error })}`)
}
