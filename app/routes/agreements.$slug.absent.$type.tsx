import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useBench } from '../components/AgreementBench.tsx'
import { AbsentPanel } from '../components/review/AbsentPanel.tsx'
import { requireAbsence } from '../services/review/absence.server.ts'
import { absenceInHand } from '../services/review/bench.server.ts'

export const meta: MetaFunction = ({ params }) => [
  { title: `${params.type?.replaceAll('-', ' ')}, not found · Carveout` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { fileId, agreementId, type, title, looksFor } = await requireAbsence(args)
  return { type, title, looksFor, ...(await absenceInHand(args.context.house, fileId, agreementId, type)) }
}

export default function AbsenceInHand() {
  const absence = useLoaderData<typeof loader>()
  const bench = useBench()
  return (
    <AbsentPanel
      key={absence.id}
      {...bench}
      absence={absence}
      lookedBy={bench.absent.find((one) => one.type === absence.type)?.lookedBy ?? null}
      rules={bench.held.rules.filter((rule) => rule.termTypes.includes(absence.type))}
      gaps={bench.held.gaps}
      review={bench.decide}
    />
  )
}
