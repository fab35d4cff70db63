import { groupBy, memoize } from 'es-toolkit'
import { agreements } from '#db/agreements.ts'
import { recordEvent } from '#db/events.ts'
import { currentFiles, readingOf } from '#db/files.ts'
import { decideNamedPaper, filesToScan, namedPapers, saveScan } from '#db/incorporated.ts'
import { incorporated, incorporatedKey } from '#domain/document/incorporated.ts'
import type { MissingPaper } from '#domain/policy/missing-papers.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import type { NamedPaperView } from '../components/family-view.ts'
import { breathe } from './breathe.server.ts'
import type { House } from './house.server.ts'
import type { User } from './user.server.ts'

/** Papers that agreements name without bringing them along: found once a version is read, missing until somebody says otherwise. */

export async function scanForNamedPapers(house: House): Promise<void> {
  for (const file of await filesToScan(house.db)) {
    await breathe()
    const reading = await readingOf(house.db, file.id)
    const found = reading ? incorporated(reading.document) : []
    await house.db.transaction().execute((trx) =>
      saveScan(
        trx,
        file,
        found.map((one) => ({ ...one, key: incorporatedKey(one.name) })),
      ),
    )
  }
}

const kindsByName: [RegExp, string][] = [
  [/\b(?:data processing|DPA)\b/i, 'dpa'],
  [/\b(?:acceptable use|usage polic)/i, 'aup'],
  [/\b(?:service level|SLA)\b/i, 'sla'],
  [/\border form\b/i, 'order_form'],
]

/** Papers, of one vendor, that a name may mean: their title says so, or their kind does. */
function likely(name: string, papers: Agreement[]): Agreement[] {
  const kind = kindsByName.find(([pattern]) => pattern.test(name))?.[1]
  const words = name.toLowerCase()
  return papers.filter((paper) => paper.title.toLowerCase().includes(words) || paper.kind === kind)
}

/** What agreements name, with what is known of it. */
export async function namedPapersOf(house: House, of: Agreement[]): Promise<NamedPaperView[]> {
  const named = await namedPapers(
    house.db,
    of.map((a) => a.id),
  )
  if (named.length === 0) return []
  // A paper is linked by a person, or is one of the same vendor's.
  const vendorIds = [...new Set(of.map((a) => a.vendorId))]
  const all = [
    ...(await agreements(house.db, { ids: named.flatMap((paper) => paper.linkedId ?? []) })),
    ...(await agreements(house.db, { vendorIds })),
  ]
  const files = await currentFiles(
    house.db,
    all.map((paper) => paper.id),
  )
  const uploaded = new Set(files.map((file) => file.agreementId))
  const here = groupBy(
    all.filter((paper) => uploaded.has(paper.id)),
    (paper) => paper.vendorId,
  )
  const byId = new Map([...all, ...of].map((paper) => [paper.id, paper]))
  // Hundreds of order forms name the same few papers.
  const likelyOf = memoize(
    ({ vendorId, name }: { vendorId: string; name: string }) => likely(name, here[vendorId] ?? []),
    { getCacheKey: ({ vendorId, name }) => `${vendorId} ${name}` },
  )
  const asked = new Set(of.map((a) => a.id))
  return named.flatMap((paper) => {
    const own = byId.get(paper.agreementId)
    if (!own || !asked.has(own.id)) return []
    const linked =
      byId.get(paper.linkedId ?? '') ??
      likelyOf({ vendorId: own.vendorId, name: paper.name }).find(({ id }) => id !== own.id)
    return [
      {
        agreement: { id: own.id, slug: own.slug, title: own.title },
        key: paper.key,
        name: paper.name,
        kind: paper.kind,
        clause: paper.clause,
        quote: paper.quote,
        state: paper.waivedReason ? ('waived' as const) : linked ? ('here' as const) : ('missing' as const),
        linked: linked ? { slug: linked.slug, title: linked.title } : null,
        byPerson: paper.decidedBy,
        waivedReason: paper.waivedReason,
      },
    ]
  })
}

/** Those that are neither here nor waived. */
export async function missingPapersOf(house: House, of: Agreement[]): Promise<MissingPaper[]> {
  return (await namedPapersOf(house, of))
    .filter((paper) => paper.state === 'missing')
    .map((paper) => ({ name: paper.name, namedIn: paper.agreement.title }))
}

/** A person says which paper it is, why we can do without, or takes that back. */
export async function decideOnNamedPaper(
  house: House,
  user: User,
  agreement: Agreement,
  asked: { key: string; linkedId: string; reason: string; takeBack: boolean },
): Promise<string | undefined> {
  const { key, linkedId, reason, takeBack } = asked
  if (!takeBack && !linkedId && !reason) return 'Choose the paper it is, or say why it can be left out.'
  const known = linkedId ? (await agreements(house.db)).some((a) => a.id === linkedId) : true
  if (!known) return 'Choose a paper of the register.'
  const decision = takeBack
    ? null
    : { linkedId: linkedId || null, waivedReason: linkedId ? null : reason, by: user.email }
  await house.db.transaction().execute(async (trx) => {
    await decideNamedPaper(trx, agreement.id, key, decision)
    await recordEvent(trx, {
      actor: user.email,
      action: takeBack
        ? 'took back a decision on a named paper of'
        : linkedId
          ? 'linked a named paper of'
          : 'waived a named paper of',
      subject: 'agreement',
      subjectId: agreement.id,
      detail: { key, linkedId, reason },
    })
  })
  return undefined
}
