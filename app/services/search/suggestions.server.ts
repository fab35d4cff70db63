import { uniq, zip } from 'es-toolkit'
import { agreements } from '#db/agreements.ts'
import type { Db } from '#db/connect.ts'
import { deployments } from '#db/deployments.ts'
import { type Named, namedLike } from '#db/names.ts'
import { lookFor } from '#db/search.ts'
import { vendors } from '#db/vendors.ts'
import { parseQuery, type Word } from '#domain/search/query.ts'
import type { Suggestion } from '../../components/search/search-view.ts'
import type { House } from '../house.server.ts'

/** So many are offered. */
const OFFERED = 8

/**
 * Vendors, agreements and deployments for what somebody types: first those whose names go on like that, then those that
 * the search finds by something else, such as a purpose or notes.
 * @param of the kinds of things that are wanted
 */
export async function suggestions(
  { db }: House,
  typed: string,
  of: Named[] = ['vendor', 'agreement', 'deployment'],
): Promise<Suggestion[]> {
  const words = parseQuery(typed).words.filter((word) => !word.not)
  if (words.length === 0) return []
  const named = await byName(db, words, of)
  const others = named.length < OFFERED ? await byIndex(db, words, of) : []
  const ids = uniq([...named, ...others]).slice(0, OFFERED)
  const [suppliers, papers, systems] = await Promise.all([
    vendors(db, { ids }),
    agreements(db, { ids }),
    deployments(db, { ids }),
  ])
  return ids.flatMap((id): Suggestion[] => {
    const supplier = suppliers.find((one) => one.id === id)
    if (supplier)
      return [{ kind: 'vendor', title: supplier.name, about: 'Vendor', href: `/vendors/${supplier.slug}` }]
    const paper = papers.find((one) => one.id === id)
    if (paper)
      return [
        { kind: 'agreement', title: paper.title, about: paper.vendorName, href: `/agreements/${paper.slug}` },
      ]
    const system = systems.find((one) => one.id === id)
    return system
      ? [{ kind: 'deployment', title: system.name, about: 'Deployment', href: `/deployments/${system.slug}` }]
      : []
  })
}

/** Ids, of each kind in turn, so that a vendor's hundred papers leave room for it. */
async function byName(db: Db, words: Word[], of: Named[]): Promise<string[]> {
  const texts = words.flatMap(({ text }) => text.split(' '))
  const found = await Promise.all(of.map((kind) => namedLike(db, kind, texts, OFFERED)))
  return zip(...found)
    .flat()
    .filter((id) => id !== undefined)
    .slice(0, OFFERED)
}

/** Ids, the best first; of very common words those among the newest passages. */
async function byIndex(db: Db, words: Word[], of: Named[]): Promise<string[]> {
  const entries = await lookFor(db, {
    words: words.map((word) => ({ ...word, prefix: true })),
    types: [],
    vendors: [],
    kinds: [],
    classes: [],
  })
  const found = await entries.page({ in: of, limit: OFFERED })
  return found.map((entry) => entry.subject_id)
}
