import type { LoaderFunctionArgs } from '@remix-run/node'
import { lastDecision } from '#db/decisions.ts'
import { termType } from '#domain/terms/index.ts'
import { requireAgreement } from '../services/agreement.server.ts'
import { paperOf } from '../services/review/bench.server.ts'

/** How many decisions there are on the paper and who made the last: what an open workbench asks every few seconds. */
export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const version = Number(new URL(args.request.url).searchParams.get('version')) || undefined
  const { file } = await paperOf(house, await requireAgreement(args), version)
  const { count, last } = file ? await lastDecision(house.db, file.id) : { count: 0, last: null }
  return Response.json(
    { count, last: last && { ...last, title: termType(last.type)?.title ?? last.type } },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
