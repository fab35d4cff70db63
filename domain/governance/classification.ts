import { type RiskClass, type RiskMatrix, riskClassTitles } from '../policy/risk.ts'

/** A class that a deployment had: versions, so that a diff says what changed between two of them. */
export interface Classification {
  version: number
  riskClass: RiskClass
  /** Question id to option value. */
  answers: Record<string, string>
  /** Why the class is lower than the answers force; empty where it is not. */
  exception: string
  setBy: string
  /** ISO moment. */
  setAt: string
}

export interface ClassificationChange {
  /** "Class", "Exception", or the question. */
  what: string
  before: string
  after: string
}

/** What differs between two versions, in the words of the questions; an answer that is no longer offered keeps its value. */
export function classificationChanges(
  before: Pick<Classification, 'riskClass' | 'answers' | 'exception'>,
  after: Pick<Classification, 'riskClass' | 'answers' | 'exception'>,
  matrix: Pick<RiskMatrix, 'questions'>,
): ClassificationChange[] {
  const known = matrix.questions.map((question) => question.id)
  const others = [...Object.keys(before.answers), ...Object.keys(after.answers)]
  const answered = (id: string, value: string | undefined) => {
    const option = matrix.questions.find((q) => q.id === id)?.options.find((o) => o.value === value)
    return option?.label ?? value ?? 'not answered'
  }
  const changes = [
    {
      what: 'Class',
      before: riskClassTitles[before.riskClass],
      after: riskClassTitles[after.riskClass],
    },
    ...[...new Set([...known, ...others])].map((id) => ({
      what: matrix.questions.find((q) => q.id === id)?.title ?? id,
      before: answered(id, before.answers[id]),
      after: answered(id, after.answers[id]),
    })),
    { what: 'Exception', before: before.exception || 'none', after: after.exception || 'none' },
  ]
  return changes.filter((change) => change.before !== change.after)
}
