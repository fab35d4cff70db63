import { gapStanding } from '#domain/policy/gap-standing.ts'
import type { GapWork } from '#domain/register/gap-work.ts'
import type { GapView } from '../components/policy-view.ts'

/** Gaps with what people do about them, as it stands on the day. */
export function withWork(gaps: GapView[], work: GapWork[], date: string): GapView[] {
  const byGap = new Map(work.map((one) => [`${one.deploymentId} ${one.rule}`, one]))
  return gaps.map((gap) => {
    const own = byGap.get(`${gap.deployment?.id} ${gap.rule}`)
    const { status, note } = gapStanding(gap.severity, own, date, gap.deployment?.riskClass ?? 'low')
    const dueOn = own?.dueOn ?? null
    return {
      ...gap,
      work: {
        status,
        note,
        owner: own?.owner ?? null,
        dueOn,
        overdue: status !== 'accepted' && dueOn !== null && dueOn < date,
      },
    }
  })
}
