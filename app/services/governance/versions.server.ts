import { recordEvent } from '#db/events.ts'
import {
  insertKnownSafeSet,
  insertVersion,
  insertVersionUse,
  knownSafeSets,
  versionsOf,
  versionUses,
} from '#db/versions.ts'
import { inUseAt, keyOf, type Version, type VersionInput } from '#domain/governance/versions.ts'
import type { Deployment } from '#domain/register/deployment.ts'
import type { House } from '../house.server.ts'
import type { User } from '../user.server.ts'
import { hashOf } from './hash.server.ts'

type Actor = Pick<User, 'email'>

/** A version that can't be registered or gone back to; the message says why. */
export class VersionProblem extends Error {
  override name = 'VersionProblem'
}

export async function versionHistory(house: House, deployment: Deployment) {
  const [versions, uses, safeSets] = await Promise.all([
    versionsOf(house.db, deployment.id),
    versionUses(house.db, deployment.id),
    knownSafeSets(house.db, deployment.id),
  ])
  return { versions, uses, safeSets, inUse: inUseAt(versions, uses, new Date().toISOString()) }
}

/** The hash of what is in use: what a launch is signed for. */
export async function versionsInUseHash(house: House, deployment: Deployment): Promise<string> {
  const { inUse } = await versionHistory(house, deployment)
  return hashOf(inUse.map(({ kind, name, version, hash }) => ({ kind, name, version, hash })))
}

/**
 * Registers a version and takes it into use. The same version with the same hash again changes nothing.
 * @throws VersionProblem when the version is known with another hash: versions don't change under their name
 */
export async function registerVersion(
  house: House,
  user: Actor,
  deployment: Deployment,
  input: VersionInput,
): Promise<{ id: string; created: boolean }> {
  const hash = input.hash || hashOf(input.content)
  return house.db.transaction().execute(async (trx) => {
    const known = (await versionsOf(trx, deployment.id)).find(
      (v) => keyOf(v) === keyOf(input) && v.version === input.version,
    )
    if (known && known.hash !== hash)
      throw new VersionProblem(
        `${input.name} ${input.version} is registered with another hash. Give what changed a version of its own.`,
      )
    if (known) return { id: known.id, created: false }
    const id = await insertVersion(trx, deployment.id, {
      ...input,
      hash,
      content: input.content || null,
      registeredBy: user.email,
    })
    await insertVersionUse(trx, deployment.id, {
      versionId: id,
      how: 'registered',
      why: input.note,
      usedBy: user.email,
      usedFrom: new Date().toISOString(),
    })
    await recordEvent(trx, {
      actor: user.email,
      action: `registered ${input.kind} ${input.name} ${input.version} of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { versionId: id, hash },
    })
    return { id, created: true }
  })
}

/** Takes an older version into use again ("pinned") and says why. */
export async function pinVersion(
  house: House,
  user: Actor,
  deployment: Deployment,
  versionId: string,
  why: string,
): Promise<void> {
  await takeIntoUse(house, user, deployment, [versionId], 'pinned', why)
}

/** Marks what is in use now as known to be safe together. */
export async function markKnownSafe(
  house: House,
  user: Actor,
  deployment: Deployment,
  note: string,
): Promise<void> {
  const { inUse } = await versionHistory(house, deployment)
  if (inUse.length === 0)
    throw new VersionProblem('Nothing is registered yet, so there is nothing to call safe.')
  await house.db.transaction().execute(async (trx) => {
    await insertKnownSafeSet(trx, deployment.id, {
      versionIds: inUse.map((v) => v.id),
      note,
      markedBy: user.email,
    })
    await recordEvent(trx, {
      actor: user.email,
      action: 'marked a known safe set of',
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { versions: inUse.map((v) => `${v.kind} ${v.name} ${v.version}`), note },
    })
  })
}

/** Goes back to a known safe set, all of it at once. @throws VersionProblem when there is no such set */
export async function rollBack(
  house: House,
  user: Actor,
  deployment: Deployment,
  setId: string,
  why: string,
): Promise<void> {
  const set = (await knownSafeSets(house.db, deployment.id)).find((s) => s.id === setId)
  if (!set) throw new VersionProblem('There is no such set of versions.')
  await takeIntoUse(house, user, deployment, set.versionIds, 'rolled back', why)
}

async function takeIntoUse(
  house: House,
  user: Actor,
  deployment: Deployment,
  ids: string[],
  how: string,
  why: string,
): Promise<void> {
  await house.db.transaction().execute(async (trx) => {
    const versions = await versionsOf(trx, deployment.id)
    const chosen = ids.flatMap((id): Version[] => versions.filter((v) => v.id === id))
    if (chosen.length !== ids.length) throw new VersionProblem('There is no such version.')
    const usedFrom = new Date().toISOString()
    for (const { id } of chosen)
      await insertVersionUse(trx, deployment.id, { versionId: id, how, why, usedBy: user.email, usedFrom })
    await recordEvent(trx, {
      actor: user.email,
      action: `${how} versions of`,
      subject: 'deployment',
      subjectId: deployment.id,
      detail: { versions: chosen.map((v) => `${v.kind} ${v.name} ${v.version}`), why },
    })
  })
}
