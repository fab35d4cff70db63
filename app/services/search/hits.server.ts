import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import type { Found } from '#db/search.ts'
import { termById } from '#db/terms.ts'
import { vendors } from '#db/vendors.ts'
import { plainText, type SearchHit } from '#domain/search/hit.ts'
import { HitKind } from '#domain/search/query.ts'
import { termType } from '#domain/terms/index.ts'
import type { House } from '../house.server.ts'

/** Entries of the index as the screen shows them: whose they are, and the address that opens them. */
export async function entryHits(house: House, entries: Found[]): Promise<SearchHit[]> {
  const idsOf = (subject: string) => [
    ...new Set(entries.filter((entry) => entry.subject === subject).map((entry) => entry.subject_id)),
  ]
  const [papers, systems, suppliers] = await Promise.all([
    byId(idsOf('agreement'), (ids) => agreements(house.db, { ids })),
    byId(idsOf('deployment'), (ids) => deployments(house.db, { ids })),
    byId(idsOf('vendor'), (ids) => vendors(house.db, { ids })),
  ])
  const hits: SearchHit[] = []
  for (const entry of entries) {
    const hit = { kind: HitKind.parse(entry.kind), title: entry.title, text: entry.text, place: entry.place }
    const paper = papers.get(entry.subject_id)
    const system = systems.get(entry.subject_id)
    const supplier = suppliers.get(entry.subject_id)
    if (paper) {
      const href = `/agreements/${paper.slug}${entry.address}`
      if (hit.kind === 'agreement') hits.push({ ...hit, about: paper.vendorName, href })
      else if (hit.kind === 'note') hits.push(await noteOnTerm(house, hit, entry, paper))
      else
        hits.push({
          ...hit,
          title: hit.title.length > 0 ? hit.title : plainText(paper.title),
          about: `${paper.vendorName} · ${paper.title}`,
          href,
        })
    } else if (system)
      hits.push(
        hit.kind === 'note'
          ? {
              ...hit,
              title: plainText(`Note on ${ruleTitle(house, entry.item)}`),
              about: system.name,
              href: `/gaps/${system.slug}/${entry.item}`,
            }
          : { ...hit, about: '', href: `/deployments/${system.slug}` },
      )
    else if (supplier) hits.push({ ...hit, about: '', href: `/vendors/${supplier.slug}` })
  }
  return hits
}

async function byId<T extends { id: string }>(
  ids: string[],
  load: (ids: string[]) => Promise<T[]>,
): Promise<Map<string, T>> {
  return new Map(ids.length > 0 ? (await load(ids)).map((one) => [one.id, one] as const) : [])
}

const ruleTitle = ({ playbooks }: House, rule: string | null) =>
  playbooks.playbook.rules.find((one) => one.id === rule)?.title ?? 'a gap'

/** A comment is on a term, or on a type that was looked for and not found ("file:type"). */
async function noteOnTerm(
  house: House,
  hit: Pick<SearchHit, 'kind' | 'text' | 'place'>,
  entry: Found,
  paper: { slug: string; title: string; vendorName: string },
): Promise<SearchHit> {
  const subject = entry.item ?? ''
  const absent = subject.includes(':') ? subject.slice(subject.indexOf(':') + 1) : null
  const term = absent === null ? await termById(house.db, subject) : undefined
  const type = absent ?? term?.type ?? ''
  const base = `/agreements/${paper.slug}`
  return {
    ...hit,
    title: plainText(`Note on ${termType(type)?.title ?? 'a term'}`),
    about: `${paper.vendorName} · ${paper.title}`,
    href: absent
      ? `${base}/absent/${absent.replaceAll('_', '-')}`
      : term
        ? `${base}/terms/${term.slug}`
        : base,
  }
}
