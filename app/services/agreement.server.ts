import type { LoaderFunctionArgs } from '@remix-run/node'
import { agreementBySlug, updateAgreement } from '#db/agreements.ts'
import { recordEvent } from '#db/events.ts'
import type { Agreement, AgreementInput } from '#domain/register/agreement.ts'
import type { House } from './house.server.ts'
import type { User } from './user.server.ts'

/** The agreement that the address names. @throws Response 404 */
export async function requireAgreement({ params, context }: LoaderFunctionArgs): Promise<Agreement> {
  const agreement = await agreementBySlug(context.house.db, params.slug ?? '')
  if (!agreement) throw new Response('There is no agreement at this address.', { status: 404 })
  return agreement
}

/** Changes what people keep about an agreement; without a vendor it stays where it is. */
export async function editAgreement(
  { db }: House,
  actor: Pick<User, 'email'>,
  agreement: Agreement,
  input: AgreementInput & { vendorId?: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await updateAgreement(trx, agreement.id, input)
    await recordEvent(trx, {
      actor: actor.email,
      action: 'edited',
      subject: 'agreement',
      subjectId: agreement.id,
      detail: { after: input },
    })
  })
}

const types: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** For the Content-Type header; anything that a browser could run is a download. */
export const mimeOf = (format: string | null): string => types[format ?? ''] ?? 'application/octet-stream'
