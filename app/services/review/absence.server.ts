import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { termType } from '#domain/terms/index.ts'
import { requireAgreement } from '../agreement.server.ts'
import { answered, turnOf } from './answer.server.ts'
import { paperOf } from './bench.server.ts'
import { decideAbsences } from './decide.server.ts'

/** The paper that the address names. @throws Response 404 */
async function requirePaper(args: LoaderFunctionArgs) {
  const agreement = await requireAgreement(args)
  const version = Number(new URL(args.request.url).searchParams.get('version')) || undefined
  const { file } = await paperOf(args.context.house, agreement, version)
  if (!file) throw new Response('There is no paper to look in.', { status: 404 })
  return { agreementId: agreement.id, fileId: file.id }
}

/** The type of term and the paper that the address names, for what is not there. @throws Response 404 */
export async function requireAbsence(args: LoaderFunctionArgs) {
  const paper = await requirePaper(args)
  const type = termType((args.params.type ?? '').replaceAll('-', '_'))
  if (!type) throw new Response('There is no such term to look for.', { status: 404 })
  return {
    ...paper,
    type: type.type,
    title: type.title,
    looksFor: type.looksFor,
  }
}

/** "insurance:0,audit_right:2": the types that were on the screen, each with the number of decisions seen on it. */
const Seen = z
  .string()
  .regex(/^[a-z_]+:\d+(,[a-z_]+:\d+)*$/)
  .transform((words) =>
    words.split(',').map((one) => {
      const [type = '', version = ''] = one.split(':')
      return { type, version: Number(version) }
    }),
  )

/** Marks all the absences that a form names, or takes that back. @throws Response 400, 404 */
export async function answerAbsences(args: ActionFunctionArgs, kind: 'absent' | 'undone'): Promise<Response> {
  const paper = await requirePaper(args)
  const form = await args.request.formData()
  const turn = turnOf(form)
  const seen = Seen.safeParse(form.get('seen'))
  if (!seen.success || !seen.data.every(({ type }) => termType(type)))
    throw new Response('The form is not whole. Load the page again.', { status: 400 })
  const { left } = await decideAbsences(args.context.house, paper, seen.data, kind, args.context.user)
  return answered(turn, { ok: true, left: left.map((type) => termType(type)?.title ?? type) })
}
