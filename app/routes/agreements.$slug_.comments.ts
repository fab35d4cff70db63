import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { insertComment } from '#db/comments.ts'
import { recordEvent } from '#db/events.ts'
import { requireAgreement } from '../services/agreement.server.ts'
import { answered, refused, turnOf } from '../services/review/answer.server.ts'

const Comment = z.object({
  /** A term's id, or "file:type" for what was not found. */
  subject: z.string().min(1).max(200),
  body: z.string().trim().min(1).max(5000),
})

/** A remark on a term, for whoever reads it next. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const agreement = await requireAgreement(args)
  const form = await args.request.formData()
  const turn = turnOf(form)
  const comment = Comment.safeParse(Object.fromEntries(form))
  if (!comment.success) return refused(turn, { body: 'Write the comment first, 5,000 characters at most.' })
  await house.db.transaction().execute(async (trx) => {
    const { subject, body } = comment.data
    await insertComment(trx, { subjectId: subject, agreementId: agreement.id, body, by: user.email })
    await recordEvent(trx, {
      actor: user.email,
      action: 'commented on',
      subject: 'agreement',
      subjectId: agreement.id,
      detail: { subject },
    })
  })
  return answered(turn, { ok: true })
}
