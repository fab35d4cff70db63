import type { PageAsked } from '#db/pages.ts'
import { vendorsCalled, vendorsPage } from '#db/vendors.ts'
import type { FilterChoice } from '../components/ListFilter.tsx'
import type { House } from './house.server.ts'
import { choiceOf, WHOLE } from './vendor-choices.server.ts'

/** What the address of a list asks for; the database narrows, counts and cuts by it. */

/** Something by which a list can be narrowed, in the address under its name: "?status=live". */
export interface Facet extends Omit<FilterChoice, 'value'> {
  /** What the field says when nothing is chosen: "Every status". */
  all: string
  /** Whether there are rows of which it says nothing: nobody's, without a vendor. */
  none?: boolean
}

/** The value that stands for rows of which a facet says nothing. */
const NONE = 'none'

/** What is asked for under a name: empty for rows of which it says nothing; undefined when all are. */
export function asked(search: URLSearchParams, name: string): string | undefined {
  const value = search.get(name)
  return value === NONE ? '' : value || undefined
}

/** Values as they are, or by their titles in the order of these. */
export const optionsOf = (values: string[], titles?: Record<string, string>): FilterChoice['options'] =>
  titles
    ? Object.entries(titles).flatMap(([value, label]) => (values.includes(value) ? [{ value, label }] : []))
    : values.map((value) => ({ value, label: value }))

/** The fields of a filter, with what the address chose; what has one answer alone is not asked. */
export const choicesOf = (search: URLSearchParams, facets: Facet[]): FilterChoice[] =>
  facets
    .filter(({ options, none, vendors }) => vendors || options.length + (none ? 1 : 0) > 1)
    .map(({ all, none, ...facet }) => ({
      ...facet,
      value: search.get(facet.name) ?? '',
      options: [
        { value: '', label: all },
        ...facet.options,
        ...(none && facet.options.length > 0 ? [{ value: NONE, label: 'None' }] : []),
      ],
    }))

/**
 * The vendor that the address names by its own address or its name, and the field for it: a list of few vendors, names to type
 * of many. @returns `ids` undefined when any will do, null for those that have none
 */
export async function vendorFacet(
  { db }: House,
  search: URLSearchParams,
  words: Pick<Facet, 'label' | 'all' | 'none'>,
): Promise<{ ids: string[] | null | undefined; facet: Facet }> {
  const wanted = asked(search, 'vendor')
  const chosen = wanted ? await vendorsCalled(db, wanted) : []
  const { vendors: some, total } = await vendorsPage(db, { q: '', limit: WHOLE, offset: 0 })
  const options = some.map(({ slug, name }) => ({ value: slug, label: name }))
  return {
    ids: wanted ? chosen.map(({ id }) => id) : wanted === '' ? null : undefined,
    facet:
      total <= WHOLE
        ? { name: 'vendor', ...words, options }
        : { name: 'vendor', ...words, options: [], vendors: { whole: false, vendors: chosen.map(choiceOf) } },
  }
}

/** Rows of a long list on one screen. */
const PAGE_SIZE = 100

/** The part of a list that the address asks for: "?page=2". */
export const pageAsked = (search: URLSearchParams, pageSize = PAGE_SIZE): PageAsked => ({
  page: Math.trunc(Number(search.get('page'))) || 1,
  pageSize,
})
