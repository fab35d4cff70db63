import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { agreementById } from '#db/agreements.ts'
import { recordEvent } from '#db/events.ts'
import { setReview, termById } from '#db/terms.ts'

const Decision = z.object({ review: z.enum(['confirmed', 'rejected', 'unreviewed']), slug: z.string() })

/** A person confirms a term, rejects it, or takes that back. */
export async function action({ request, params, context: { house, user } }: ActionFunctionArgs) {
  const decision = Decision.safeParse(Object.fromEntries(await request.formData()))
  const term = await termById(house.db, params.id ?? '')
  const agreement = term && (await agreementById(house.db, term.agreementId))
  if (!decision.success || !term || !agreement)
    throw new Response('There is no such term any more; it may have been read anew.', { status: 404 })
  await house.db.transaction().execute(async (trx) => {
    await setReview(trx, term.id, decision.data.review, user.email)
    await recordEvent(trx, {
      actor: user.email,
      action: decision.data.review === 'unreviewed' ? 'took back a decision on' : decision.data.review,
      subject: 'agreement',
      subjectId: agreement.id,
      detail: { type: term.type, before: term.review },
    })
  })
  return redirect(`/agreements/${agreement.slug}/terms/${encodeURIComponent(decision.data.slug)}`)
}
