import { groupBy } from 'es-toolkit'
import { absences } from '#db/decisions.ts'
import { currentFiles, findingsByAgreement, readVersions } from '#db/files.ts'
import { standingTerms, termsOfFile } from '#db/terms.ts'
import type { PolicyTerm } from '#domain/policy/assess.ts'
import { versionInForce } from '#domain/policy/family/version-in-force.ts'
import { unreadParts } from '#domain/policy/unread.ts'
import { IsoDate } from '#domain/quantities/date.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { withPrecedence } from './family-order.server.ts'
import type { House } from './house.server.ts'

/** What the papers say, as the policy takes it, and what of them could not be read. */
export interface Papers {
  agreements: Agreement[]
  terms: PolicyTerm[]
  /** "Order form, page 3", "Addendum (the file could not be read)": what may say something that nobody knows. */
  unread: string[]
  /** Term types that a person looked for in every one of the papers and did not find. */
  lookedFor: string[]
  /** By agreement id, why its paper is not read; absent when it is. */
  unreadOf: Map<string, string>
}

/**
 * Agreement id to the file that was in force on a day, for those where that is not the newest. A version counts from its own
 * effective date, else from the day it came in.
 */
export async function versionsInForce(
  { db }: Pick<House, 'db'>,
  agreements: Agreement[],
  date: string,
): Promise<Map<string, string>> {
  const inForce = new Map<string, string>()
  const versions = groupBy(
    await readVersions(
      db,
      agreements.map(({ id }) => id),
    ),
    (file) => file.agreementId,
  )
  for (const [id, read] of Object.entries(versions)) {
    if (read.length < 2) continue
    const dated = await Promise.all(
      read.map(async ({ id: fileId, version, uploadedAt }) => ({
        fileId,
        version,
        from: (await effectiveDateOf(db, fileId)) ?? uploadedAt.slice(0, 10),
      })),
    )
    const chosen = versionInForce(dated, date)
    if (chosen && chosen.fileId !== read[0]?.id) inForce.set(id, chosen.fileId)
  }
  return inForce
}

async function effectiveDateOf(db: House['db'], fileId: string): Promise<string | undefined> {
  const dates = (await termsOfFile(db, fileId))
    .filter((term) => term.type === 'effective_date' && term.review !== 'rejected')
    .map((term) => IsoDate.safeParse(term.value.date).data)
  return dates.find((day) => day !== undefined)
}

/**
 * The standing terms of these agreements, each with the paper it stands in and that paper's place in its family.
 * @param versions agreement id to the id of the file to take instead of the newest
 */
export async function papersOf(
  { db }: Pick<House, 'db'>,
  agreements: Agreement[],
  versions: Map<string, string> = new Map(),
): Promise<Papers> {
  const ids = agreements.map((a) => a.id)
  const byId = new Map(agreements.map((a) => [a.id, a]))
  const newest = await standingTerms(
    db,
    ids.filter((id) => !versions.has(id)),
  )
  const chosen = await Promise.all([...versions.values()].map((fileId) => termsOfFile(db, fileId)))
  const stored = [...newest, ...chosen.flat().filter((term) => term.review !== 'rejected')]
  const plain = stored.flatMap((term): PolicyTerm[] => {
    const agreement = byId.get(term.agreementId)
    if (!agreement) return []
    const { id, title, kind, slug, signedOn, effectiveOn } = agreement
    return [{ ...term, agreement: { id, title, kind, slug, signedOn, effectiveOn } }]
  })
  const terms = await withPrecedence(db, agreements, plain)

  const unreadOf = new Map<string, string>()
  const files = new Map((await currentFiles(db, ids)).map((file) => [file.agreementId, file]))
  const unread: string[] = []
  for (const agreement of agreements) {
    const file = files.get(agreement.id)
    const why = !file
      ? 'no paper uploaded'
      : file.state === 'failed'
        ? 'could not be read'
        : file.state !== 'read'
          ? 'is still being read'
          : null
    if (why) {
      unreadOf.set(agreement.id, why)
      unread.push(`${agreement.title} (${why})`)
    }
  }
  for (const [id, { warnings }] of await findingsByAgreement(db, ids))
    unread.push(...unreadParts(byId.get(id)?.title ?? '', warnings))
  const looked = await absences(
    db,
    agreements.flatMap(({ id }) => versions.get(id) ?? files.get(id)?.id ?? []),
  )
  const lookedFor = [...new Set(looked.map((decision) => decision.type))].filter((type) =>
    agreements.every((a) => looked.some((d) => d.type === type && d.agreementId === a.id)),
  )
  return { agreements, terms, unread, lookedFor, unreadOf }
}
