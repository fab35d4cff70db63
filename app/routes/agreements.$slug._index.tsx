import { useNavigate } from '@remix-run/react'
import { useBench } from '../components/AgreementBench.tsx'
import { GapsOfAgreement } from '../components/GapsOfAgreement.tsx'
import { useKeys } from '../components/review/use-keys.ts'

export default function AgreementOverview() {
  const { held, terms, linkTo, decide } = useBench()
  const navigate = useNavigate()
  useKeys([['u', () => decide.last && navigate(decide.last.href, { preventScrollReset: true })]])
  return <GapsOfAgreement held={held} terms={terms} linkTo={linkTo} />
}
