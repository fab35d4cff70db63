import { deploymentCount } from '#db/deployments.ts'
import { gapWork } from '#db/gap-work.ts'
import { standingDates, standingGaps } from '#db/standing-answers.ts'
import { countsOf } from '../assessment.server.ts'
import type { DatesAsked } from '../deadline-source.server.ts'
import { withWork } from '../gap-standing.server.ts'
import type { House } from '../house.server.ts'
import { type Asking, bringUp } from './keep.server.ts'
import { deadlineOfRow, gapOfRow, undatedOfRow } from './rows.server.ts'

/** Gaps of every deployment that is not retired, the gravest first. */
export async function allGaps(house: House, date: string, asking?: Asking) {
  const behind = await bringUp(house, date, asking)
  const gaps = withWork((await standingGaps(house.db, date)).map(gapOfRow), await gapWork(house.db), date)
  // A risk that was accepted is nobody's task until the acceptance ends.
  const open = gaps.filter((gap) => gap.work?.status !== 'accepted')
  return { gaps, open, behind, deployments: await deploymentCount(house.db), severities: countsOf(open) }
}

/** Dates of every agreement, and the reviews of every deployment. Long past dates are over, not due. */
export async function allDeadlines(
  house: House,
  date: string,
  { patient, broughtUp, ...asked }: DatesAsked = {},
) {
  const behind = broughtUp ? null : await bringUp(house, date, { patient })
  const dated = await standingDates(house.db, date, asked)
  // Whoever asks for a stretch of time has no use for what has no date; nobody works on it either.
  const { from, to, owner: _, state: __, ...of } = asked
  const undated = from || to ? [] : await standingDates(house.db, date, { ...of, undated: true })
  return {
    behind,
    deadlines: dated.map((row) => deadlineOfRow(row, date)),
    undated: undated.map(undatedOfRow),
  }
}
