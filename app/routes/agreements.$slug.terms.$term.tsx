import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { termsOfFile } from '#db/terms.ts'
import { useBench } from '../components/AgreementBench.tsx'
import { TermPanel } from '../components/TermPanel.tsx'
import { requireAgreement } from '../services/agreement.server.ts'
import { paperOf, termInHand } from '../services/review/bench.server.ts'

export const meta: MetaFunction = ({ params }) => [
  { title: `${params.term?.replaceAll('-', ' ')} · Carveout` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { house } = args.context
  const version = Number(new URL(args.request.url).searchParams.get('version')) || undefined
  const { file } = await paperOf(house, await requireAgreement(args), version)
  const term = file && (await termsOfFile(house.db, file.id)).find((one) => one.slug === args.params.term)
  return { inHand: term ? await termInHand(house, term) : null }
}

export default function TermInHand() {
  const { inHand } = useLoaderData<typeof loader>()
  const { terms, held, decide, ...bench } = useBench()
  const term = terms.find((one) => one.id === inHand?.id)
  if (!term || !inHand) return <p>This version of the paper has no such term. Choose one from the list.</p>
  return (
    <TermPanel
      key={term.id}
      {...bench}
      term={term}
      inHand={inHand}
      rules={held.rules.filter((rule) => rule.termTypes.includes(term.type))}
      gaps={held.gaps}
      review={decide}
    />
  )
}
