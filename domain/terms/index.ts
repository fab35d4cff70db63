import { abuseMonitoring } from './abuse-monitoring.ts'
import { acceptableUse } from './acceptable-use.ts'
import { agreementDate } from './agreement-date.ts'
import { assignment } from './assignment.ts'
import { auditRight } from './audit-right.ts'
import { changeOfControl } from './change-of-control.ts'
import { confidentiality } from './confidentiality.ts'
import { damagesExclusion } from './damages-exclusion.ts'
import { dataDeletion } from './data-deletion.ts'
import { dataLocation } from './data-location.ts'
import { dataRetention } from './data-retention.ts'
import { disputeResolution } from './dispute-resolution.ts'
import { effectiveDate } from './effective-date.ts'
import { exitAssistance } from './exit-assistance.ts'
import { expiration } from './expiration.ts'
import { governingLaw } from './governing-law.ts'
import { humanReviewDuty } from './human-review-duty.ts'
import { incidentCooperation } from './incident-cooperation.ts'
import { incidentNotice } from './incident-notice.ts'
import { indemnity } from './indemnity.ts'
import { initialTerm } from './initial-term.ts'
import { insurance } from './insurance.ts'
import { liabilityCap } from './liability-cap.ts'
import { liabilityUncapped } from './liability-uncapped.ts'
import { limitationPeriod } from './limitation-period.ts'
import { liquidatedDamages } from './liquidated-damages.ts'
import { modelChange } from './model-change.ts'
import { nonRenewalNotice } from './non-renewal-notice.ts'
import { notices } from './notices.ts'
import { orderOfPrecedence } from './order-of-precedence.ts'
import { outputOwnership } from './output-ownership.ts'
import { parties } from './parties.ts'
import { postTermination } from './post-termination.ts'
import { priceChange } from './price-change.ts'
import { renewal } from './renewal.ts'
import { securityAssurance } from './security-assurance.ts'
import { serviceLevel } from './service-level.ts'
import { subprocessors } from './subprocessors.ts'
import { suspension } from './suspension.ts'
import type { TermType } from './term.ts'
import { terminationForCause } from './termination-for-cause.ts'
import { terminationForConvenience } from './termination-for-convenience.ts'
import { trainingUse } from './training-use.ts'
import { unilateralChange } from './unilateral-change.ts'
import { warranty } from './warranty.ts'
import { warrantyDisclaimer } from './warranty-disclaimer.ts'

/** All term types, in the order in which screens and reports list them. */
export const termTypes: TermType[] = [
  liabilityCap,
  liabilityUncapped,
  damagesExclusion,
  indemnity,
  warrantyDisclaimer,
  warranty,
  liquidatedDamages,
  limitationPeriod,
  insurance,
  trainingUse,
  dataRetention,
  dataDeletion,
  outputOwnership,
  acceptableUse,
  humanReviewDuty,
  abuseMonitoring,
  modelChange,
  confidentiality,
  subprocessors,
  dataLocation,
  auditRight,
  securityAssurance,
  incidentNotice,
  incidentCooperation,
  serviceLevel,
  notices,
  parties,
  agreementDate,
  effectiveDate,
  initialTerm,
  expiration,
  renewal,
  nonRenewalNotice,
  terminationForConvenience,
  terminationForCause,
  suspension,
  priceChange,
  exitAssistance,
  postTermination,
  unilateralChange,
  assignment,
  changeOfControl,
  governingLaw,
  disputeResolution,
  orderOfPrecedence,
]

const byName = new Map(termTypes.map((type) => [type.type, type]))

/** The term type of that name, or undefined. */
export const termType = (name: string): TermType | undefined => byName.get(name)
