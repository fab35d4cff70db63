import { z } from 'zod'

/** Tabletop exercises: a scenario is read out, and for each question a person is named, or nobody can be. */

export const ExerciseLibrary = z.object({
  version: z.string().min(1),
  scenarios: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      opening: z.string(),
      /** What happens next, read out one after the other. */
      turns: z.array(z.string()).min(1),
    }),
  ),
  questions: z.array(z.object({ id: z.string(), title: z.string() })).min(1),
})
export type ExerciseLibrary = z.infer<typeof ExerciseLibrary>

export const ExerciseAnswer = z.object({
  question: z.string(),
  /** Who does it; empty when nobody could be named. */
  who: z.string().trim().max(200),
  how: z.string().trim().max(2000),
  /** For a gap: who closes it, and by when. */
  gapOwner: z.string().trim().max(200),
  gapDue: z.union([z.literal(''), z.iso.date()]),
})
export type ExerciseAnswer = z.infer<typeof ExerciseAnswer>

export interface Exercise {
  id: string
  deploymentId: string
  scenario: string
  heldOn: string
  attendees: string
  lead: string
  answers: ExerciseAnswer[]
  lessons: string
  endedAt: string | null
}

export interface OwnershipGap {
  question: string
  title: string
  owner: string
  due: string
  /** True when nobody has it, or it is over its day. */
  open: boolean
}

/** Questions for which nobody could be named. An ended exercise leaves none without an owner and a day. */
export function ownershipGaps(
  { answers }: Pick<Exercise, 'answers'>,
  { questions }: ExerciseLibrary,
  date: string,
): OwnershipGap[] {
  return questions.flatMap(({ id, title }) => {
    const answer = answers.find((a) => a.question === id)
    if (answer && answer.who !== '') return []
    const [owner, due] = [answer?.gapOwner ?? '', answer?.gapDue ?? '']
    return [{ question: id, title, owner, due, open: owner === '' || due === '' || due < date }]
  })
}

/** Why an exercise can't be ended yet; null when it can. */
export function cannotEnd(exercise: Pick<Exercise, 'answers'>, library: ExerciseLibrary): string | null {
  const loose = ownershipGaps(exercise, library, '').filter((gap) => gap.owner === '' || gap.due === '')
  const first = loose[0]
  if (!first) return null
  return `Give each open question an owner and a date: ${first.title}${loose.length > 1 ? ` And ${loose.length - 1} more.` : ''}`
}
