import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { recordEvent } from '#db/events.ts'
import { ensureUnit } from '#db/units.ts'

/** Adds a business unit. */
export async function action({ request, context: { house, user } }: ActionFunctionArgs) {
  const name = z
    .string()
    .trim()
    .min(1)
    .max(120)
    .safeParse((await request.formData()).get('name'))
  if (!name.success) throw new Response('A business unit needs a name.', { status: 400 })
  await house.db.transaction().execute(async (trx) => {
    const subjectId = await ensureUnit(trx, name.data)
    await recordEvent(trx, {
      actor: user.email,
      action: 'added',
      subject: 'business_unit',
      subjectId,
      after: { name: name.data },
    })
  })
  return redirect('/settings/people')
}
