import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { termsOfFile } from '#db/terms.ts'
import { printedOnce } from '#domain/review/printed-again.ts'
import { useBench } from '../components/AgreementBench.tsx'
import { TermPanel } from '../components/TermPanel.tsx'
import { requireAgreement } from '../services/agreement.server.ts'
import { paperOf, termInHand } from '../services/review/bench.server.ts'

export const meta: MetaFunction = ({ params }) => [
  { title: `${params.term?.replaceAll('-', ' ')} · Carveout` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const { search, searchParams } = new URL(args.request.url)
  const agreement = await requireAgreement(args)
  const { file } = await paperOf(house, agreement, Number(searchParams.get('version')) || undefined)
  const slug = args.params.term
  const printed = printedOnce(file ? await termsOfFile(house.db, file.id) : []).find(({ term, again }) =>
    [term, ...again].some((one) => one.slug === slug),
  )
  if (printed && printed.term.slug !== slug)
    throw redirect(`/agreements/${agreement.slug}/terms/${printed.term.slug}${search}`)
  return { inHand: printed ? await termInHand(house, printed) : null }
}

export default function TermInHand() {
  const { inHand } = useLoaderData<typeof loader>()
  const { held, decide, current: term, ...bench } = useBench()
  if (!term) return <p>This version of the paper has no such term. Choose one from the list.</p>
  return (
    <TermPanel
      key={term.id}
      {...bench}
      term={term}
      inHand={inHand?.id === term.id ? inHand : undefined}
      rules={held.rules.filter((rule) => rule.termTypes.includes(term.type))}
      gaps={held.gaps}
      review={decide}
    />
  )
}
