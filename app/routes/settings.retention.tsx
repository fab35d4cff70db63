import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { standingHolds } from '#db/retention.ts'
import { HoldInput, RetentionPolicy } from '#domain/register/retention.ts'
import { Page } from '../components/Page.tsx'
import { RetentionScreen } from '../components/RetentionScreen.tsx'
import { paperChoices } from '../services/agreement-choices.server.ts'
import { forgetPerson } from '../services/retention/forget.server.ts'
import {
  changePolicy,
  deleteDue,
  endedScreen,
  KeptError,
  placeHold,
  releaseHold,
} from '../services/retention/retention.server.ts'
import type { User } from '../services/user.server.ts'
import { vendorChoices } from '../services/vendor-choices.server.ts'

export const meta: MetaFunction = () => [{ title: 'Retention and privacy · Carveout' }]

/** The day it is: what may be deleted hangs on it, so no address can ask for another. */
const today = () => new Date().toISOString().slice(0, 10)

/** Whether an original is used elsewhere can be told only by who sees all of the register. */
function requireWhole(user: User): void {
  if (user.units.length > 0)
    throw new Response('This is for an administrator who sees every business unit.', { status: 403 })
}

export async function loader({ request, context: { house, user } }: LoaderFunctionArgs) {
  requireWhole(user)
  return {
    ...(await endedScreen(house, today(), new URL(request.url).searchParams)),
    holds: await standingHolds(house.db),
    vendors: await vendorChoices(house),
    papers: await paperChoices(house, []),
  }
}

const Wish = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('policy'),
    keep: z.enum(['always', 'months']),
    months: z.string(),
    automatic: z.string().optional(),
  }),
  z.object({ do: z.literal('hold'), held: z.string(), reason: z.string() }),
  z.object({ do: z.literal('lift'), id: z.string() }),
  z.object({ do: z.literal('delete'), id: z.string() }),
  z.object({ do: z.literal('forget'), email: z.string().trim().min(1, 'Give the e-mail address.') }),
])

export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  requireWhole(user)
  try {
    const wish = Wish.parse(Object.fromEntries(await request.formData()))
    switch (wish.do) {
      case 'policy':
        await changePolicy(
          house,
          wish.keep === 'always'
            ? undefined
            : RetentionPolicy.parse({ months: wish.months, automatic: wish.automatic === 'on' }),
          user.email,
        )
        return data({ done: 'Saved.', error: null })
      case 'hold': {
        const [subject, subjectId] = wish.held.split(' ')
        await placeHold(house, HoldInput.parse({ subject, subjectId, reason: wish.reason }), user.email)
        return data({ done: 'The hold stands.', error: null })
      }
      case 'lift':
        await releaseHold(house, wish.id, user.email)
        return data({ done: 'The hold is lifted.', error: null })
      case 'delete':
        await deleteDue(house, wish.id, user.email, today())
        return data({ done: 'Deleted.', error: null })
      case 'forget':
        await forgetPerson(house, wish.email, user.email)
        return data({ done: `Nothing names ${wish.email} any more.`, error: null })
    }
  } catch (error) {
    if (error instanceof KeptError) return data({ done: null, error: error.message }, 409)
    if (error instanceof z.ZodError)
      return data({ done: null, error: error.issues[0]?.message ?? 'That could not be understood.' }, 400)
    throw error
  }
}

export default function Retention() {
  const loaded = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page
      title="Retention and privacy"
      lead="How long ended agreements are kept, what must not be deleted, and how a person's data is removed."
      narrow
    >
      <RetentionScreen {...loaded} done={result?.done ?? null} error={result?.error ?? null} />
    </Page>
  )
}
