import type { LoaderFunctionArgs } from '@remix-run/node'
import { termType } from '#domain/terms/index.ts'
import { requireAgreement } from '../agreement.server.ts'
import { paperOf } from './bench.server.ts'

/** The type of term and the paper that the address names, for what is not there. @throws Response 404 */
export async function requireAbsence(args: LoaderFunctionArgs) {
  const agreement = await requireAgreement(args)
  const version = Number(new URL(args.request.url).searchParams.get('version')) || undefined
  const { file } = await paperOf(args.context.house, agreement, version)
  const type = termType((args.params.type ?? '').replaceAll('-', '_'))
  if (!file || !type)
    throw new Response('There is no such term to look for, or no paper to look in.', { status: 404 })
  return {
    agreementId: agreement.id,
    fileId: file.id,
    type: type.type,
    title: type.title,
    looksFor: type.looksFor,
  }
}
