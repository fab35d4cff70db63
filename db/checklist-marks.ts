import type { Db } from './connect.ts'

export interface ChecklistMark {
  item: string
  done: boolean
  note: string
  markedBy: string
  markedAt: string
}

/** Items of the launch checklists that somebody ticked or unticked. */
export async function checklistMarks(db: Db, deploymentId: string): Promise<ChecklistMark[]> {
  const rows = await db
    .selectFrom('checklist_mark')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .execute()
  return rows.map((row) => ({
    item: row.item,
    done: row.done === 1,
    note: row.note,
    markedBy: row.marked_by,
    markedAt: row.marked_at,
  }))
}

/** In a transaction. */
export async function setChecklistMark(
  db: Db,
  deploymentId: string,
  mark: Omit<ChecklistMark, 'markedAt'>,
): Promise<void> {
  const values = {
    done: mark.done ? 1 : 0,
    note: mark.note,
    marked_by: mark.markedBy,
    marked_at: new Date().toISOString(),
  }
  await db
    .insertInto('checklist_mark')
    .values({ deployment_id: deploymentId, item: mark.item, ...values })
    .onConflict((c) => c.columns(['deployment_id', 'item']).doUpdateSet(values))
    .execute()
}
