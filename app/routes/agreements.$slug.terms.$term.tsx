import type { MetaFunction } from '@remix-run/node'
import { useOutletContext, useParams } from '@remix-run/react'
import { TermPanel } from '../components/TermPanel.tsx'
import type { AgreementOutlet } from './agreements.$slug.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: `${params.term?.replaceAll('-', ' ')} · Carveout` },
]

export default function TermInHand() {
  const { terms, held, linkTo } = useOutletContext<AgreementOutlet>()
  const { term: slug } = useParams()
  const index = terms.findIndex((t) => t.slug === slug)
  const term = terms[index]
  if (!term) return <p>This version of the paper has no such term. Choose one from the list.</p>
  return (
    <TermPanel
      key={term.id}
      term={term}
      gaps={held.gaps.filter((gap) => gap.termId === term.id)}
      previous={terms[index - 1] && linkTo(terms[index - 1] ?? term)}
      next={terms[index + 1] && linkTo(terms[index + 1] ?? term)}
    />
  )
}
