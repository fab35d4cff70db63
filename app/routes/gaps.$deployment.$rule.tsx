import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { GapAssignment } from '#domain/register/gap-work.ts'
import { GapInHand } from '../components/GapInHand.tsx'
import { assignGaps, commentOnGap, gapInHand, gapKey } from '../services/gap-work.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'

const Change = z.discriminatedUnion('what', [
  GapAssignment.extend({ what: z.literal('assign') }),
  z.object({
    what: z.literal('comment'),
    body: z.string().trim().min(1, 'Write the comment first.').max(5000),
  }),
])

async function requireGap({ params, context: { house } }: LoaderFunctionArgs) {
  const key = await gapKey(house, `${params.deployment}/${params.rule}`)
  if (!key) throw new Response('There is no such gap.', { status: 404 })
  return key
}

export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const asked = new URL(args.request.url).searchParams
  return {
    ...(await gapInHand(house, user, await requireGap(args), today(args.request))),
    refused: asked.get('refused'),
    mayWork: can(user.role, 'gap.work'),
    mayAccept: can(user.role, 'gap.accept'),
    me: user.email,
  }
}

/** Who has it, by when, how it stands; or a comment. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const key = await requireGap(args)
  const change = Change.safeParse(Object.fromEntries(await args.request.formData()))
  if (!change.success) return data({ error: change.error.issues[0]?.message ?? 'That can’t be read.' }, 400)
  if (change.data.what === 'comment') await commentOnGap(house, user, key, change.data.body)
  else await assignGaps(house, user, [key], change.data)
  return { error: null }
}

export default function Gap() {
  return (
    <GapInHand {...useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error ?? null} />
  )
}
