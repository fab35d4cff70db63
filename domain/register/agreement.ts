import { z } from 'zod'
import { Format } from '../document/document.ts'
import { Money } from '../quantities/money.ts'
import { AgreementKind } from '../reading/kind.ts'
import { Term } from '../terms/term.ts'

export const agreementKindTitles: Record<AgreementKind, string> = {
  msa: 'Master agreement',
  order_form: 'Order form',
  dpa: 'Data processing agreement',
  sla: 'Service level agreement',
  aup: 'Acceptable use policy',
  ai_addendum: 'AI addendum',
  terms_of_service: 'Terms of service',
  amendment: 'Amendment',
  nda: 'Non-disclosure agreement',
  other: 'Other paper',
}

export const AgreementStatus = z.enum(['draft', 'in_negotiation', 'active', 'expired', 'terminated'])
export type AgreementStatus = z.infer<typeof AgreementStatus>

export const agreementStatusTitles: Record<AgreementStatus, string> = {
  draft: 'Draft',
  in_negotiation: 'In negotiation',
  active: 'Active',
  expired: 'Expired',
  terminated: 'Terminated',
}

const Day = z.union([z.literal(''), z.iso.date('Write the date as YYYY-MM-DD.')]).default('')

/** What people keep about an agreement, beside what is read from it. */
export const AgreementInput = z.object({
  title: z.string().trim().min(1, 'Give the agreement a title.').max(300),
  kind: AgreementKind,
  status: AgreementStatus,
  counterparty: z.string().trim().max(300).default(''),
  owner: z.string().trim().max(200).default(''),
  signedOn: Day,
  effectiveOn: Day,
  /** What a year of it costs; caps in months of fees are measured with it. */
  annualFees: Money.nullable().default(null),
})
export type AgreementInput = z.infer<typeof AgreementInput>

export const Agreement = z.object({
  id: z.string(),
  slug: z.string(),
  vendorId: z.string(),
  vendorName: z.string(),
  vendorSlug: z.string(),
  title: z.string(),
  kind: AgreementKind,
  status: AgreementStatus,
  counterparty: z.string().nullable(),
  owner: z.string().nullable(),
  signedOn: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  annualFees: Money.nullable(),
  createdAt: z.string(),
})
export type Agreement = z.infer<typeof Agreement>

/** stored: its bytes are safe; reading: a reader is at it; read; failed: see its error, it can be read again. */
export const FileState = z.enum(['stored', 'reading', 'read', 'failed'])
export type FileState = z.infer<typeof FileState>

export const AgreementFile = z.object({
  id: z.string(),
  agreementId: z.string(),
  version: z.int(),
  fileName: z.string(),
  sha256: z.string(),
  /** Bytes. */
  size: z.int(),
  format: Format.nullable(),
  pages: z.int().nullable(),
  state: FileState,
  progress: z.object({ step: z.string(), done: z.int().nullable(), total: z.int().nullable() }).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  uploadedAt: z.string(),
  readAt: z.string().nullable(),
})
export type AgreementFile = z.infer<typeof AgreementFile>

/** Nobody has looked yet, a person agreed, corrected it, threw it out, or added what the reading had missed. */
export const Review = z.enum(['unreviewed', 'confirmed', 'corrected', 'rejected', 'added'])
export type Review = z.infer<typeof Review>

/**
 * A term as the register keeps it. `value` and `citations` are what holds: a person's last decision, else the reading's
 * own; `read` is what the engine took from the paper, whatever people made of it.
 */
export const StoredTerm = Term.extend({
  id: z.string(),
  fileId: z.string(),
  agreementId: z.string(),
  /** Lasting part of its address: "liability-cap", "liability-cap-2" for the second in its paper. */
  slug: z.string(),
  review: Review,
  /** Who decided last. */
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  /** E-mail addresses of those who stand behind what holds. */
  people: z.array(z.string()),
  /** How many decisions were made on it, undoing included. */
  version: z.int().nonnegative(),
  /** Null for a term that a person added. */
  read: z.object({ value: Term.shape.value, citations: Term.shape.citations }).nullable(),
})
export type StoredTerm = z.infer<typeof StoredTerm>
