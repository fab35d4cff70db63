import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Exercise, ExerciseAnswer } from '#domain/governance/exercises.ts'
import type { Db } from './connect.ts'
import { countOf, type PageAsked, type PageOf, pageOf } from './pages.ts'
import type { Row } from './schema.ts'

const toExercise = (row: Row<'exercise'>): Exercise => ({
  id: row.id,
  deploymentId: row.deployment_id,
  scenario: row.scenario,
  heldOn: row.held_on,
  attendees: row.attendees,
  lead: row.lead,
  answers: z.array(ExerciseAnswer).parse(JSON.parse(row.answers_json)),
  lessons: row.lessons,
  endedAt: row.ended_at,
})

/** Exercises, the latest first. */
export async function exercises(db: Db): Promise<Exercise[]> {
  return (await db.selectFrom('exercise').selectAll().orderBy('held_on', 'desc').execute()).map(toExercise)
}

/** One page of them. */
export async function exercisePage(db: Db, asked: PageAsked): Promise<PageOf<Exercise>> {
  const all = db.selectFrom('exercise')
  const page = await pageOf(
    await countOf(all),
    all.selectAll().orderBy('held_on', 'desc').orderBy('id'),
    asked,
  )
  return { ...page, rows: page.rows.map(toExercise) }
}

export async function exerciseById(db: Db, id: string): Promise<Exercise | undefined> {
  const row = await db.selectFrom('exercise').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toExercise(row)
}

/** In a transaction. @returns its id */
export async function insertExercise(
  db: Db,
  exercise: Pick<Exercise, 'deploymentId' | 'scenario' | 'heldOn' | 'attendees' | 'lead'>,
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('exercise')
    .values({
      id,
      deployment_id: exercise.deploymentId,
      scenario: exercise.scenario,
      held_on: exercise.heldOn,
      attendees: exercise.attendees,
      lead: exercise.lead,
      answers_json: '[]',
      lessons: '',
      ended_at: null,
    })
    .execute()
  return id
}

/** In a transaction. */
export async function updateExercise(
  db: Db,
  id: string,
  change: Pick<Exercise, 'answers' | 'lessons' | 'endedAt'>,
): Promise<void> {
  await db
    .updateTable('exercise')
    .set({
      answers_json: JSON.stringify(change.answers),
      lessons: change.lessons,
      ended_at: change.endedAt,
    })
    .where('id', '=', id)
    .execute()
}
