import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { AcceptanceInput } from '#domain/register/gap-work.ts'
import { acceptGap, approveAcceptance, gapKey, reopenGap } from '../services/gap-work.server.ts'
import { today } from '../services/today.server.ts'

const Decision = z.discriminatedUnion('verdict', [
  AcceptanceInput.extend({ verdict: z.literal('accept') }),
  z.object({ verdict: z.literal('approve') }),
  z.object({
    verdict: z.literal('reopen'),
    reason: z.string().trim().min(1, 'Say why it is open again.').max(2000),
  }),
])

/** Takes a gap's risk for a time, approves that as the second person, or takes it back. */
export async function action({ request, params, context: { house, user } }: ActionFunctionArgs) {
  const key = await gapKey(house, `${params.deployment}/${params.rule}`)
  if (!key) throw new Response('There is no such gap.', { status: 404 })
  const decision = Decision.safeParse(Object.fromEntries(await request.formData()))
  let refused: string | undefined
  if (!decision.success) refused = decision.error.issues[0]?.message ?? 'That can’t be read.'
  else if (decision.data.verdict === 'accept')
    refused = await acceptGap(house, user, key, decision.data, today(request))
  else if (decision.data.verdict === 'approve')
    refused = await approveAcceptance(house, user, key, today(request))
  else await reopenGap(house, user, key, decision.data.reason)
  const search = refused ? `?${new URLSearchParams({ refused, status: 'all' })}` : '?status=all'
  return redirect(`/gaps/${key.deployment.slug}/${key.rule}${search}`)
}
