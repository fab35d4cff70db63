import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Version, VersionKind, type VersionUse } from '#domain/governance/versions.ts'
import type { Db } from './connect.ts'

/** Versions registered for a deployment, newest first. */
export async function versionsOf(db: Db, deploymentId: string): Promise<Version[]> {
  const rows = await db
    .selectFrom('deployment_version')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('registered_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: VersionKind.parse(row.kind),
    name: row.name,
    version: row.version,
    hash: row.hash,
    content: row.content,
    note: row.note,
    registeredBy: row.registered_by,
    registeredAt: row.registered_at,
  }))
}

/** In a transaction. @returns its id */
export async function insertVersion(
  db: Db,
  deploymentId: string,
  version: Omit<Version, 'id' | 'registeredAt'>,
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('deployment_version')
    .values({
      id,
      deployment_id: deploymentId,
      kind: version.kind,
      name: version.name,
      version: version.version,
      hash: version.hash,
      content: version.content,
      note: version.note,
      registered_by: version.registeredBy,
      registered_at: new Date().toISOString(),
    })
    .execute()
  return id
}

/** From when which version was in use, oldest first. */
export async function versionUses(db: Db, deploymentId: string): Promise<VersionUse[]> {
  const rows = await db
    .selectFrom('version_use')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('used_from')
    .execute()
  return rows.map((row) => ({
    versionId: row.version_id,
    how: row.how,
    why: row.why,
    usedBy: row.used_by,
    usedFrom: row.used_from,
  }))
}

/** In a transaction. */
export async function insertVersionUse(db: Db, deploymentId: string, use: VersionUse): Promise<void> {
  await db
    .insertInto('version_use')
    .values({
      id: randomUUID(),
      deployment_id: deploymentId,
      version_id: use.versionId,
      how: use.how,
      why: use.why,
      used_by: use.usedBy,
      used_from: use.usedFrom,
    })
    .execute()
}

export interface KnownSafeSet {
  id: string
  versionIds: string[]
  note: string
  markedBy: string
  markedAt: string
}

/** Sets of versions that people know to be safe together, newest first. */
export async function knownSafeSets(db: Db, deploymentId: string): Promise<KnownSafeSet[]> {
  const rows = await db
    .selectFrom('known_safe_set')
    .selectAll()
    .where('deployment_id', '=', deploymentId)
    .orderBy('marked_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    versionIds: z.array(z.string()).parse(JSON.parse(row.version_ids_json)),
    note: row.note,
    markedBy: row.marked_by,
    markedAt: row.marked_at,
  }))
}

/** In a transaction. */
export async function insertKnownSafeSet(
  db: Db,
  deploymentId: string,
  set: Omit<KnownSafeSet, 'id' | 'markedAt'>,
): Promise<void> {
  await db
    .insertInto('known_safe_set')
    .values({
      id: randomUUID(),
      deployment_id: deploymentId,
      version_ids_json: JSON.stringify(set.versionIds),
      note: set.note,
      marked_by: set.markedBy,
      marked_at: new Date().toISOString(),
    })
    .execute()
}
