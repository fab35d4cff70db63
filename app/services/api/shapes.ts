import { z } from 'zod'
import type { Gap } from '#domain/policy/assess.ts'
import type { Deadline } from '#domain/policy/deadlines.ts'
import { gapStanding } from '#domain/policy/gap-standing.ts'
import type { PolicyTerm } from '#domain/policy/policy-term.ts'
import type { RiskClass } from '#domain/policy/risk.ts'
import { Agreement, type AgreementFile, AgreementStatus, StoredTerm } from '#domain/register/agreement.ts'
import { GapWork } from '#domain/register/gap-work.ts'
import { Citation } from '#domain/terms/term.ts'

/** What the API and the assistant's door give out, beside the shapes of the domain. */

export const ReadingStatus = z.enum(['reading', 'read', 'failed', 'no_paper'])

export const AgreementOut = Agreement.omit({ status: true }).extend({
  lifecycle: AgreementStatus.describe('Where the agreement stands in its life.'),
  status: ReadingStatus.describe('How far the reading of its newest paper is.'),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  sha256: z.string().nullable().describe('Of the original’s bytes.'),
  fileName: z.string().nullable(),
  pages: z.int().nullable(),
})
export type AgreementOut = z.infer<typeof AgreementOut>

export const readingStatus = (file: AgreementFile | undefined): z.infer<typeof ReadingStatus> =>
  !file ? 'no_paper' : file.state === 'stored' ? 'reading' : file.state

export const agreementOut = ({ status, ...rest }: Agreement, file?: AgreementFile): AgreementOut => ({
  ...rest,
  lifecycle: status,
  status: readingStatus(file),
  error: file?.error ?? null,
  sha256: file?.sha256 ?? null,
  fileName: file?.fileName ?? null,
  pages: file?.pages ?? null,
})

export const TermOut = StoredTerm.extend({ plain: z.string().describe('The value in plain words.') })

/** A citation with the paper it stands in. */
export const Cited = Citation.extend({ agreementId: z.string(), agreement: z.string() })

export const cited = (term: PolicyTerm | null): z.infer<typeof Cited> | null =>
  term?.citations[0]
    ? { agreementId: term.agreement.id, agreement: term.agreement.title, ...term.citations[0] }
    : null

/** What people do about a gap. */
export const GapWorkOut = GapWork.pick({ status: true, owner: true, dueOn: true, acceptance: true }).extend({
  note: z
    .string()
    .nullable()
    .describe('What somebody should know: an acceptance that ended, a severity that rose.'),
})

export const GapOut = z.object({
  rule: z.string(),
  title: z.string(),
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  state: z
    .enum(['missing', 'short', 'conflict', 'unsure'])
    .describe('unsure: it can’t be told, since something could not be read for sure.'),
  required: z.string(),
  found: z.string(),
  why: z.string(),
  citation: Cited.nullable(),
  ask: z.string().describe('Contract language to ask for.'),
  fallback: z.string().describe('What to settle for.'),
  work: GapWorkOut.describe('Where people stand with it.'),
})

export const gapOut = (
  { term, trace: _, ...gap }: Gap,
  work: GapWork | undefined,
  date: string,
  riskClass: RiskClass,
): z.infer<typeof GapOut> => ({
  ...gap,
  citation: cited(term),
  work: {
    owner: work?.owner ?? null,
    dueOn: work?.dueOn ?? null,
    acceptance: work?.acceptance ?? null,
    ...gapStanding(gap.severity, work, date, riskClass),
  },
})

export const DeadlineOut = z.object({
  kind: z.string(),
  title: z.string(),
  date: z.iso.date(),
  why: z.string().describe('The sum that gives the date.'),
  about: z.object({ id: z.string(), title: z.string() }),
  citation: Cited.nullable(),
})

export const deadlineOut = ({
  kind,
  title,
  date,
  why,
  term,
  agreement,
}: Deadline): z.infer<typeof DeadlineOut> => ({
  kind,
  title,
  date,
  why,
  about: { id: agreement.id, title: agreement.title },
  citation: cited(term),
})
