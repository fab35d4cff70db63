import type { Migration } from 'kysely'
import * as register from './0001-register.ts'
import * as access from './0010-access.ts'
import * as trail from './0011-trail.ts'
import * as retention from './0020-retention.ts'
import * as review from './0030-review.ts'
import * as policy from './0040-policy.ts'
import * as gapWork from './0041-gap-work.ts'
import * as families from './0042-families.ts'
import * as deadlines from './0050-deadlines.ts'
import * as automation from './0060-automation.ts'
import * as controls from './0070-controls.ts'
import * as uses from './0071-uses.ts'
import * as launch from './0072-launch.ts'
import * as stops from './0073-stops.ts'
import * as logChecks from './0074-log-checks.ts'
import * as incidents from './0075-incidents.ts'
import * as running from './0076-running.ts'
import * as jobs from './0090-jobs.ts'
import * as secondFactorRule from './0100-second-factor-rule.ts'
import * as mailedLinks from './0101-mailed-links.ts'
import * as rePapering from './0110-re-papering.ts'
import * as search from './0120-search.ts'
import * as lists from './0121-lists.ts'
import * as matrix from './0122-matrix.ts'
import * as noticeAddress from './0140-notice-address.ts'
import * as assurance from './0141-assurance.ts'
import * as documentStyle from './0142-document-style.ts'
import * as classifications from './0150-classifications.ts'
import * as incidentClocks from './0151-incident-clocks.ts'
import * as measureThresholds from './0152-measure-thresholds.ts'
import * as standing from './0160-standing.ts'
import * as exports from './0170-exports.ts'
import * as engines from './0171-engines.ts'
import * as reviewQueue from './0172-review-queue.ts'
import * as figures from './0180-figures.ts'
import * as dateKinds from './0181-date-kinds.ts'
import * as searchVectors from './0182-search-vectors.ts'
import * as filesByUpload from './0183-files-by-upload.ts'

/** All migrations in order. One that has landed is never edited; a change is a new file and a line here. */
export const migrations: Record<string, Migration> = {
  '0001-register': register,
  '0010-access': access,
  '0011-trail': trail,
  '0020-retention': retention,
  '0030-review': review,
  '0040-policy': policy,
  '0041-gap-work': gapWork,
  '0042-families': families,
  '0050-deadlines': deadlines,
  '0060-automation': automation,
  '0070-controls': controls,
  '0071-uses': uses,
  '0072-launch': launch,
  '0073-stops': stops,
  '0074-log-checks': logChecks,
  '0075-incidents': incidents,
  '0076-running': running,
  '0090-jobs': jobs,
  '0100-second-factor-rule': secondFactorRule,
  '0101-mailed-links': mailedLinks,
  '0110-re-papering': rePapering,
  '0120-search': search,
  '0121-lists': lists,
  '0122-matrix': matrix,
  '0140-notice-address': noticeAddress,
  '0141-assurance': assurance,
  '0142-document-style': documentStyle,
  '0150-classifications': classifications,
  '0151-incident-clocks': incidentClocks,
  '0152-measure-thresholds': measureThresholds,
  '0160-standing': standing,
  '0170-exports': exports,
  '0171-engines': engines,
  '0172-review-queue': reviewQueue,
  '0180-figures': figures,
  '0181-date-kinds': dateKinds,
  '0182-search-vectors': searchVectors,
  '0183-files-by-upload': filesByUpload,
}
