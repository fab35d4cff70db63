import { agreements } from '#db/agreements.ts'
import { deployments } from '#db/deployments.ts'
import { lookFor } from '#db/search.ts'
import { vendors } from '#db/vendors.ts'
import { parseQuery } from '#domain/search/query.ts'
import type { Suggestion } from '../../components/search/search-view.ts'
import type { House } from '../house.server.ts'

/** Vendors, agreements and deployments whose names go on as typed; the best few. */
export async function suggestions({ db }: House, typed: string): Promise<Suggestion[]> {
  const words = parseQuery(typed).words.filter((word) => !word.not)
  if (words.length === 0) return []
  const entries = await lookFor(db, {
    words: words.map((word) => ({ ...word, prefix: true })),
    types: [],
    vendors: [],
    kinds: [],
    classes: [],
  })
  const found = await entries.page({ in: ['vendor', 'agreement', 'deployment'], limit: 8 })
  const ids = found.map((entry) => entry.subject_id)
  if (ids.length === 0) return []
  const [suppliers, papers, systems] = await Promise.all([
    vendors(db, { ids }),
    agreements(db, { ids }),
    deployments(db, { ids }),
  ])
  return found.flatMap(({ subject_id: id }): Suggestion[] => {
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
