import { useNavigate } from '@remix-run/react'
import { useBench } from '../components/AgreementBench.tsx'
import { GapsOfAgreement } from '../components/GapsOfAgreement.tsx'
import { MissingPapers, RePaperings } from '../components/PaperWork.tsx'
import { useKeys } from '../components/review/use-keys.ts'

export default function AgreementOverview() {
  const { agreement, held, terms, named, rePaperings, linkTo, decide } = useBench()
  const navigate = useNavigate()
  useKeys([['u', () => decide.last && navigate(decide.last.href, { preventScrollReset: true })]])
  return (
    <>
      <RePaperings agreement={agreement} rePaperings={rePaperings} />
      <GapsOfAgreement held={held} terms={terms} linkTo={linkTo} />
      <MissingPapers agreement={agreement} named={named} />
    </>
  )
}
