import type { Db } from './connect.ts'
import { indexNote } from './search-index.ts'

/** Whether the index of the search is whole, and what it takes to make it anew. */

/** Raised when entries are made another way: every register then makes its index again. */
const MAKING = 1
const onlyRow = 1

export async function isMade(db: Db): Promise<boolean> {
  const row = await db.selectFrom('search_state').select('making').executeTakeFirst()
  return row?.making === MAKING
}

/** In a transaction: of two processes that make the index, one waits here until the other's transaction ends. */
export async function claimMaking(db: Db): Promise<void> {
  await db
    .insertInto('search_state')
    .values({ id: onlyRow, making: 0 })
    .onConflict((c) => c.column('id').doUpdateSet({ making: 0 }))
    .execute()
}

export async function finishMaking(db: Db): Promise<void> {
  await db.updateTable('search_state').set({ making: MAKING }).execute()
}

/** What was imported is not indexed yet: the next sweep does it. */
export async function forgetMaking(db: Db): Promise<void> {
  await db.deleteFrom('search_state').execute()
}

export async function clearNotes(db: Db): Promise<void> {
  await db.deleteFrom('search_entry').where('kind', '=', 'note').execute()
}

export async function indexAllNotes(db: Db): Promise<void> {
  for (const note of await db.selectFrom('gap_comment').select(['deployment_id', 'rule', 'body']).execute())
    await indexNote(db, {
      subject: 'deployment',
      subjectId: note.deployment_id,
      item: note.rule,
      on: 'gap',
      body: note.body,
    })
  for (const note of await db
    .selectFrom('term_comment')
    .select(['agreement_id', 'subject_id', 'body'])
    .execute())
    await indexNote(db, {
      subject: 'agreement',
      subjectId: note.agreement_id,
      item: note.subject_id,
      on: 'term',
      body: note.body,
    })
}
