import type { LoaderFunctionArgs } from '@remix-run/node'
import { agreementBySlug } from '#db/agreements.ts'
import type { Agreement } from '#domain/register/agreement.ts'

/** The agreement that the address names. @throws Response 404 */
export async function requireAgreement({ params, context }: LoaderFunctionArgs): Promise<Agreement> {
  const agreement = await agreementBySlug(context.house.db, params.slug ?? '')
  if (!agreement) throw new Response('There is no agreement at this address.', { status: 404 })
  return agreement
}
