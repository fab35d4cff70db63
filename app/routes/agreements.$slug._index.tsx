import { useOutletContext } from '@remix-run/react'
import { GapsOfAgreement } from '../components/GapsOfAgreement.tsx'
import type { AgreementOutlet } from './agreements.$slug.tsx'

export default function AgreementOverview() {
  const { held, terms, linkTo } = useOutletContext<AgreementOutlet>()
  return <GapsOfAgreement held={held} terms={terms} linkTo={linkTo} />
}
