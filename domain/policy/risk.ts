import { z } from 'zod'

/** The class of a deployment: by the harm that a failure does, not by how helpful the system feels. */

export const RiskClass = z.enum(['low', 'medium', 'medium_high', 'high', 'critical'])
export type RiskClass = z.infer<typeof RiskClass>

/** From the mildest to the gravest. */
export const riskClasses: readonly RiskClass[] = RiskClass.options

export const riskClassTitles: Record<RiskClass, string> = {
  low: 'Low',
  medium: 'Medium',
  medium_high: 'Medium-High',
  high: 'High',
  critical: 'Critical',
}

/** Below zero when `a` is milder than `b`, zero when they are the same. */
export const compareClasses = (a: RiskClass, b: RiskClass): number =>
  riskClasses.indexOf(a) - riskClasses.indexOf(b)

const Option = z
  .object({
    value: z.string().min(1),
    label: z.string().min(1),
    /** The class may not be milder than this once the option is chosen. */
    forces: RiskClass.optional(),
    why: z.string().optional(),
    /** What a deployment with this answer does, in the words of the `acceptable_use` term. */
    uses: z.array(z.string()).optional(),
  })
  .refine((o) => !o.forces || o.why, 'An option that forces a class says why.')

const Question = z.object({
  id: z.string().regex(/^[a-z_]+$/),
  title: z.string().min(1),
  help: z.string().optional(),
  options: z.array(Option).min(2),
})

/** What each class means for the people who run the deployment. */
const ClassRequirements = z.object({
  title: z.string().min(1),
  example: z.string().min(1),
  humanReview: z.string().min(1),
})

/** What counts as reviewed, by class. */
export const TermReviewPolicy = z.object({
  /** How many different people stand behind each term that the class's rules use; 0 relies on the reading's confidence. */
  people: z.record(RiskClass, z.int().min(0).max(2)),
  /** Where nobody is asked: a reading below this confidence needs one person all the same. */
  relyFrom: z.number().min(0).max(1),
  /** Share of confirmed terms that a second reader reads blind, 0..1. */
  spotChecks: z.number().min(0).max(1),
})
export type TermReviewPolicy = z.infer<typeof TermReviewPolicy>

const usualTermReview: TermReviewPolicy = {
  people: { low: 0, medium: 1, medium_high: 1, high: 2, critical: 2 },
  relyFrom: 0.6,
  spotChecks: 0.05,
}

export const RiskMatrix = z.object({
  version: z.string().min(1),
  classes: z.record(RiskClass, ClassRequirements),
  /** Months between two reviews of a deployment and its papers. */
  reviewMonths: z.record(RiskClass, z.int().positive()),
  questions: z.array(Question).min(1),
  termReview: TermReviewPolicy.default(usualTermReview),
})
export type RiskMatrix = z.infer<typeof RiskMatrix>

/** An answer that bears on the class; `question` and `answer` are the words people read. */
export interface ClassReason {
  question: string
  answer: string
  forces: RiskClass
  why: string
}

export interface Classification {
  riskClass: RiskClass
  /** The gravest first; those of the same class in the order of the questionnaire. */
  reasons: ClassReason[]
}

/**
 * The class that the answers (question id to option value) force: the gravest that any of them forces, `low` when
 * none does. Answers to questions that the matrix does not ask, or with values it does not offer, are left out.
 */
export function classify(answers: Record<string, string>, matrix: RiskMatrix): Classification {
  const reasons = matrix.questions
    .flatMap((question): ClassReason[] => {
      const option = question.options.find((o) => o.value === answers[question.id])
      if (!option?.forces || !option.why) return []
      return [{ question: question.title, answer: option.label, forces: option.forces, why: option.why }]
    })
    .sort((a, b) => compareClasses(b.forces, a.forces))
  return { riskClass: reasons[0]?.forces ?? 'low', reasons }
}

/**
 * What the deployment does, in the words of the `acceptable_use` term, for `assess`. Undefined while a question that
 * could tell is open: nobody can then say that a prohibition doesn't concern it.
 */
export function usesOf(answers: Record<string, string>, matrix: RiskMatrix): string[] | undefined {
  const telling = matrix.questions.filter((question) => question.options.some((o) => o.uses))
  const chosen = telling.map((question) => question.options.find((o) => o.value === answers[question.id]))
  if (chosen.some((option) => !option)) return undefined
  return [...new Set(chosen.flatMap((option) => option?.uses ?? []))]
}
