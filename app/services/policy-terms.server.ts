import { chunk, groupBy } from 'es-toolkit'
import { agreements } from '#db/agreements.ts'
import { absences } from '#db/decisions.ts'
import { currentFiles, findingsByAgreement, readVersions } from '#db/files.ts'
import { standingTerms, termsOfFile, termsOfFiles } from '#db/terms.ts'
import type { PolicyTerm } from '#domain/policy/assess.ts'
import { type DatedVersion, versionInForce } from '#domain/policy/family/version-in-force.ts'
import { unreadParts } from '#domain/policy/unread.ts'
import { IsoDate } from '#domain/quantities/date.ts'
import type { Agreement, StoredTerm } from '#domain/register/agreement.ts'
import { leftToMaster, masterKinds } from './agreement-dates.server.ts'
import { breathe } from './breathe.server.ts'
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
export const versionsInForce = async (
  { db }: Pick<House, 'db'>,
  agreements: Agreement[],
  date: string,
): Promise<Map<string, string>> => inForceOn(await datedVersions(db, agreements), date)

/** The same from what `datedVersions` loaded. */
export function inForceOn(versions: Map<string, DatedVersion[]>, date: string): Map<string, string> {
  const inForce = new Map<string, string>()
  for (const [id, read] of versions) {
    const chosen = versionInForce(read, date)
    if (chosen && chosen.fileId !== read[0]?.fileId) inForce.set(id, chosen.fileId)
  }
  return inForce
}

/** Agreement id to the versions that were read, the newest first, for those that have several. */
export async function datedVersions(
  db: House['db'],
  agreements: Agreement[],
): Promise<Map<string, DatedVersion[]>> {
  const ids = agreements.map(({ id }) => id)
  const byAgreement = Object.entries(groupBy(await readVersions(db, ids), (file) => file.agreementId))
  const several = byAgreement.filter(([, read]) => read.length > 1)
  const effective = await effectiveDates(
    db,
    several.flatMap(([, read]) => read.map(({ id }) => id)),
  )
  return new Map(
    several.map(([agreementId, read]) => [
      agreementId,
      read.map(({ id, version, uploadedAt }) => ({
        fileId: id,
        version,
        from: effective.get(id) ?? uploadedAt.slice(0, 10),
      })),
    ]),
  )
}

/** File id to the day from which it says that it counts. */
async function effectiveDates(db: House['db'], fileIds: string[]): Promise<Map<string, string>> {
  const dates = new Map<string, string>()
  for (const { fileId, review, value } of await termsOfFiles(db, fileIds, ['effective_date'])) {
    const day = IsoDate.safeParse(value.date).data
    if (day && review !== 'rejected' && !dates.has(fileId)) dates.set(fileId, day)
  }
  return dates
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
  const [newest, chosen, current, findings] = await Promise.all([
    newestTerms(
      db,
      ids.filter((id) => !versions.has(id)),
    ),
    Promise.all([...versions.values()].map((fileId) => termsOfFile(db, fileId))),
    currentFiles(db, ids),
    findingsByAgreement(db, ids),
  ])
  const stored = [...newest, ...chosen.flat().filter((term) => term.review !== 'rejected')]
  const terms = await withPrecedence(db, agreements, inTheirPapers(stored, byId))

  const unreadOf = new Map<string, string>()
  const files = new Map(current.map((file) => [file.agreementId, file]))
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
  for (const [id, { warnings }] of findings) unread.push(...unreadParts(byId.get(id)?.title ?? '', warnings))
  const looked = await absences(
    db,
    agreements.flatMap(({ id }) => versions.get(id) ?? files.get(id)?.id ?? []),
  )
  const lookedIn = new Set(looked.map((decision) => `${decision.type} ${decision.agreementId}`))
  const lookedFor = [...new Set(looked.map((decision) => decision.type))].filter((type) =>
    agreements.every((a) => lookedIn.has(`${type} ${a.id}`)),
  )
  return { agreements, terms, unread, lookedFor, unreadOf }
}

/** Papers of which so many are loaded at once; others are served in between. */
const AT_ONCE = 100

async function newestTerms(db: House['db'], agreementIds: string[], types?: string[]): Promise<StoredTerm[]> {
  if (agreementIds.length <= AT_ONCE) return standingTerms(db, agreementIds, types)
  const terms: StoredTerm[] = []
  for (const some of chunk(
    agreementIds.toSorted((a, b) => a.localeCompare(b)),
    AT_ONCE,
  )) {
    for (const term of await standingTerms(db, some, types)) terms.push(term)
    await breathe()
  }
  return terms
}

/** Terms with the paper that each stands in; those of other papers are left out. */
const inTheirPapers = (terms: StoredTerm[], byId: Map<string, Agreement>): PolicyTerm[] => {
  const papers = new Map(
    [...byId].map(([key, { id, title, kind, slug, signedOn, effectiveOn }]) => [
      key,
      { id, title, kind, slug, signedOn, effectiveOn },
    ]),
  )
  return terms.flatMap((term) => {
    const agreement = papers.get(term.agreementId)
    return agreement ? [{ ...term, agreement }] : []
  })
}

/**
 * For several sets of these agreements and several days: gives the terms of some types that stood in a set on a day, in the
 * order of `papersOf`, without a place in a family. What it needs is loaded once.
 */
export async function termsOnDays({ db }: Pick<House, 'db'>, agreements: Agreement[], types: string[]) {
  const versions = await datedVersions(db, agreements)
  const older = [...versions.values()].flatMap((read) => read.slice(1).map(({ fileId }) => fileId))
  const ids = agreements.map(({ id }) => id)
  const ofNewest = Object.entries(groupBy(await newestTerms(db, ids, types), (term) => term.agreementId))
  const ofOlder = groupBy(await termsOfFiles(db, older, types), (term) => term.fileId)
  return (some: Agreement[], date: string): PolicyTerm[] => {
    const byId = new Map(some.map((agreement) => [agreement.id, agreement]))
    const chosen = inForceOn(versions, date)
    const now = ofNewest.filter(([id]) => byId.has(id) && !chosen.has(id)).flatMap(([, terms]) => terms)
    const then = [...chosen.values()].flatMap((fileId) => ofOlder[fileId] ?? [])
    return inTheirPapers([...now, ...then.filter((term) => term.review !== 'rejected')], byId)
  }
}

/** What dates these agreements: their terms, and of the master agreements of their vendors what others leave to these. */
export async function termsForDates(db: House['db'], some: Agreement[]) {
  const vendorIds = [...new Set(some.map((paper) => paper.vendorId))]
  const masters = await agreements(db, { vendorIds, kinds: [...masterKinds] })
  const byId = new Map([...some, ...masters].map((paper) => [paper.id, paper]))
  const idsOf = (papers: Agreement[]) => papers.map(({ id }) => id)
  const own = await standingTerms(db, idsOf(some))
  const named = new Set(idsOf(some))
  const left = await standingTerms(db, idsOf(masters.filter(({ id }) => !named.has(id))), leftToMaster)
  const stored = [...own, ...left].sort((a, b) => a.agreementId.localeCompare(b.agreementId))
  return { agreements: [...byId.values()], terms: inTheirPapers(stored, byId) }
}
