import { claimNotice } from './claim-notice.ts'
import { comparisonDocx } from './comparison-docx.ts'
import { comparisonXlsx } from './comparison-xlsx.ts'
import { deadlinesIcs } from './deadlines-ics.ts'
import { exerciseMinutes } from './exercise-minutes.ts'
import { gapReport } from './gap-report.ts'
import { lossReport } from './loss-report.ts'
import { matrixInTemplate } from './matrix-in-template.ts'
import { negotiationList } from './negotiation-list.ts'
import { noticeLetter } from './notice-letter.ts'
import { registerXlsx } from './register-xlsx.ts'
import { responsibilityMatrix } from './responsibility-matrix.ts'

/** Every kind of file, under the name by which routes and commands ask for it. */
export const exporters = {
  responsibilityMatrix,
  gapReport,
  negotiationList,
  deadlinesIcs,
  claimNotice,
  lossReport,
  comparisonXlsx,
  comparisonDocx,
  noticeLetter,
  exerciseMinutes,
  registerXlsx,
  matrixInTemplate,
}
