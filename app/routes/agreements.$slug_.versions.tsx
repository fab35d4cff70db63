import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { VersionComparison } from '../components/VersionComparison.tsx'
import { requireAgreement } from '../services/agreement.server.ts'
import { can } from '../services/permissions.ts'
import { today } from '../services/today.server.ts'
import { comparison, markTemplate, startRepapering } from '../services/versions.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of ${data?.agreement.title ?? 'an agreement'} · Carveout` },
]

const Version = z.coerce.number().int().positive().optional().catch(undefined)

function askedOf(request: Request) {
  const search = new URL(request.url).searchParams
  return {
    from: Version.parse(search.get('from') ?? undefined),
    to: Version.parse(search.get('to') ?? undefined),
    against: search.get('against') ?? undefined,
    date: today(request),
  }
}

/** `?from=1&to=2` compares two versions, `?against=SLUG` this paper with another. */
export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const agreement = await requireAgreement(args)
  return {
    agreement,
    ...(await comparison(house, agreement, askedOf(args.request))),
    mayEdit: can(user.role, 'agreement.edit'),
    mayWork: can(user.role, 'gap.work'),
    me: user.email,
  }
}

const Change = z.discriminatedUnion('what', [
  z.object({ what: z.literal('template'), is: z.enum(['yes', 'no']) }),
  z.object({
    what: z.literal('repaper'),
    owner: z.string().trim().min(1, 'Say who negotiates.').max(200),
    dueOn: z.iso.date('Write the date as YYYY-MM-DD.'),
  }),
])

/** Marks the paper as our template, or makes work of the gaps that a version opens. */
export async function action(args: ActionFunctionArgs) {
  const { house, user } = args.context
  const agreement = await requireAgreement(args)
  const change = Change.safeParse(Object.fromEntries(await args.request.formData()))
  if (!change.success)
    return data({ started: null, error: change.error.issues[0]?.message ?? 'That can’t be read.' }, 400)
  if (change.data.what === 'template') {
    if (!can(user.role, 'agreement.edit'))
      throw new Response('Marking a template is for who edits agreements.', { status: 403 })
    await markTemplate(house, user, agreement, change.data.is === 'yes')
    return { started: null, error: null }
  }
  const { from, to } = await comparison(house, agreement, askedOf(args.request))
  const asked = { ...change.data, from: from?.version ?? 0, to: to?.version ?? 0, date: today(args.request) }
  return { started: await startRepapering(house, user, agreement, asked), error: null }
}

export default function Versions() {
  const result = useActionData<typeof action>()
  return (
    <VersionComparison
      {...useLoaderData<typeof loader>()}
      started={result?.started ?? null}
      error={result?.error ?? null}
    />
  )
}
