import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { AgreementBench } from '../components/AgreementBench.tsx'
import { requireAgreement } from '../services/agreement.server.ts'
import { can } from '../services/permissions.ts'
import { agreementBench } from '../services/review/bench.server.ts'
import { today } from '../services/today.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.agreement.title ?? 'Agreement'} · Carveout` },
]

/** `?version=` shows an earlier paper, `?view=text` the stored text instead of the printed page. */
export async function loader(args: LoaderFunctionArgs) {
  const { house, user } = args.context
  const search = new URL(args.request.url).searchParams
  const bench = await agreementBench(house, await requireAgreement(args), {
    version: Number(search.get('version')) || undefined,
    asText: search.get('view') === 'text',
    date: today(args.request),
  })
  return {
    ...bench,
    me: user.email,
    mayReview: can(user.role, 'term.review'),
    mayComment: can(user.role, 'gap.work'),
  }
}

/** Going from one term to the next fetches that term, not the whole paper once more, unless a decision has changed it. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const shows = ({ searchParams }: URL) =>
    ['version', 'view', 'date'].map((name) => searchParams.get(name)).join()
  const onlyWords = currentUrl.search !== nextUrl.search && shows(currentUrl) === shows(nextUrl)
  return onlyWords && !formMethod ? false : defaultShouldRevalidate
}

export default function AgreementScreen() {
  return <AgreementBench {...useLoaderData<typeof loader>()} />
}
