import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireTerm } from '../services/review/answer.server.ts'
import { termForm } from '../services/review/term-form.server.ts'

/** The fields of a correction, for a screen that shows many terms and asks for those of one. */
export async function loader(args: LoaderFunctionArgs) {
  const { type, value } = await requireTerm(args)
  return Response.json(termForm(type, value), { headers: { 'Cache-Control': 'no-store' } })
}
