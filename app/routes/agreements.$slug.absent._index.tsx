import type { MetaFunction } from '@remix-run/node'
import { useBench } from '../components/AgreementBench.tsx'
import { AbsentOverview } from '../components/review/AbsentOverview.tsx'

export const meta: MetaFunction = () => [{ title: 'What was not found · Carveout' }]

/** All that the reading looked for and did not find. */
export default function Absent() {
  const bench = useBench()
  return <AbsentOverview {...bench} review={bench.decide} />
}
