import type { LoaderFunctionArgs } from '@remix-run/node'
import { agreements } from '#db/agreements.ts'
import { deploymentById, deployments } from '#db/deployments.ts'
import { recordEvent } from '#db/events.ts'
import { exerciseById, exercisePage, insertExercise, updateExercise } from '#db/exercises.ts'
import { cannotEnd, type Exercise, ExerciseAnswer, ownershipGaps } from '#domain/governance/exercises.ts'
import { exerciseMinutes } from '#exporters/exercise-minutes.ts'
import { exerciseLibrary } from '#playbooks/governance.ts'
import type { House } from '../house.server.ts'
import { pageAsked } from '../list-filter.server.ts'
import { organisationOf, type Report } from '../reports.server.ts'
import type { User } from '../user.server.ts'

type Actor = Pick<User, 'email'>

/** The exercise that the address names. @throws Response 404 */
export async function requireExercise({ params, context }: LoaderFunctionArgs): Promise<Exercise> {
  const exercise = await exerciseById(context.house.db, params.id ?? '')
  if (!exercise) throw new Response('There is no exercise at this address.', { status: 404 })
  return exercise
}

const scenarioOf = (id: string) =>
  exerciseLibrary.scenarios.find((s) => s.id === id) ?? { id, title: id, opening: '', turns: [] }

/** One page of the exercises with their deployments and what nobody has yet. */
export async function exerciseList(house: House, date: string, search: URLSearchParams) {
  const { rows, ...place } = await exercisePage(house.db, pageAsked(search))
  const ids = [...new Set(rows.map((exercise) => exercise.deploymentId))]
  const names = new Map((await deployments(house.db, { ids })).map((d) => [d.id, d.name]))
  return {
    place,
    rows: rows.map((exercise) => ({
      ...exercise,
      title: scenarioOf(exercise.scenario).title,
      deployment: names.get(exercise.deploymentId) ?? '',
      gaps: ownershipGaps(exercise, exerciseLibrary, date),
    })),
  }
}

export async function beginExercise(
  house: House,
  user: Actor,
  exercise: Parameters<typeof insertExercise>[1],
): Promise<string> {
  return house.db.transaction().execute(async (trx) => {
    const id = await insertExercise(trx, exercise)
    await recordEvent(trx, {
      actor: user.email,
      action: 'began an exercise on',
      subject: 'deployment',
      subjectId: exercise.deploymentId,
      detail: { exercise: id, scenario: exercise.scenario },
    })
    return id
  })
}

export async function exerciseView(house: House, exercise: Exercise, date: string) {
  const deployment = await deploymentById(house.db, exercise.deploymentId)
  return {
    exercise,
    scenario: scenarioOf(exercise.scenario),
    questions: exerciseLibrary.questions,
    deployment: { slug: deployment?.slug ?? '', name: deployment?.name ?? '' },
    gaps: ownershipGaps(exercise, exerciseLibrary, date),
    cannotEnd: cannotEnd(exercise, exerciseLibrary),
  }
}

/**
 * Answers of the session's form ("who.notices" …); `end` closes it, which needs an owner and a date for each gap.
 * @returns what is in the way, or null
 */
export async function saveExercise(
  house: House,
  user: Actor,
  exercise: Exercise,
  form: FormData,
  end: boolean,
): Promise<string | null> {
  const text = (name: string) => String(form.get(name) ?? '')
  const answers = ExerciseAnswer.array().safeParse(
    exerciseLibrary.questions.map(({ id }) => ({
      question: id,
      who: text(`who.${id}`),
      how: text(`how.${id}`),
      gapOwner: text(`gapOwner.${id}`),
      gapDue: text(`gapDue.${id}`),
    })),
  )
  if (!answers.success) return answers.error.issues[0]?.message ?? 'An answer is too long.'
  const obstacle = end ? cannotEnd({ answers: answers.data }, exerciseLibrary) : null
  await house.db.transaction().execute(async (trx) => {
    await updateExercise(trx, exercise.id, {
      answers: answers.data,
      lessons: text('lessons').trim().slice(0, 5000),
      endedAt: end && !obstacle ? new Date().toISOString() : exercise.endedAt,
    })
    await recordEvent(trx, {
      actor: user.email,
      action: end && !obstacle ? 'ended' : 'recorded answers of',
      subject: 'exercise',
      subjectId: exercise.id,
    })
  })
  return obstacle
}

/** The minutes as a Word document. */
export async function minutesReport(
  house: House,
  exercise: Exercise,
  asked: { date: string; locale?: string },
): Promise<Report> {
  const view = await exerciseView(house, exercise, asked.date)
  const bytes = await exerciseMinutes.write({
    organisation: organisationOf(await agreements(house.db, { deploymentId: exercise.deploymentId })),
    deployment: view.deployment.name,
    scenario: view.scenario,
    heldOn: exercise.heldOn,
    lead: exercise.lead,
    attendees: exercise.attendees,
    answers: exercise.answers.map((a) => ({
      ...a,
      title: view.questions.find((q) => q.id === a.question)?.title ?? a.question,
    })),
    gaps: view.gaps,
    lessons: exercise.lessons,
    locale: asked.locale,
  })
  return {
    fileName: `exercise-${exercise.scenario}-${exercise.heldOn}.docx`,
    mime: exerciseMinutes.mime,
    bytes,
  }
}
