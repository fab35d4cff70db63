import { uniqBy } from 'es-toolkit'
import type { FilterChoice } from '../components/ListFilter.tsx'
import type { ListPlace } from '../components/ListPager.tsx'

/** Something by which a list can be narrowed, in the address under its name: "?status=live". */
export interface Facet<T> {
  name: string
  label: string
  /** "Every status" */
  all: string
  of(row: T): { value: string; label: string }[]
}

/** The value that stands for rows of which a facet says nothing: nobody's, without a vendor. */
const NONE = 'none'

/** A plain value that is its own label; nothing when there is none. */
export const itself = (value: string | null | undefined) => (value ? [{ value, label: value }] : [])

/** Rows that fit what the address asks for, and what can be asked. */
export function narrowed<T>(
  rows: T[],
  search: URLSearchParams,
  facets: Facet<T>[],
): { rows: T[]; total: number; choices: FilterChoice[] } {
  const choices = facets.map(({ name, label, all, of }): FilterChoice => {
    const found = uniqBy(rows.flatMap(of), ({ value }) => value)
    const some = rows.some((row) => of(row).length === 0)
    return {
      name,
      label,
      value: search.get(name) ?? '',
      options: [
        { value: '', label: all },
        ...found,
        ...(some && found.length > 0 ? [{ value: NONE, label: 'None' }] : []),
      ],
    }
  })
  const fits = (row: T) =>
    facets.every(({ name, of }) => {
      const asked = search.get(name)
      if (!asked) return true
      const values = of(row)
      return asked === NONE ? values.length === 0 : values.some(({ value }) => value === asked)
    })
  return {
    rows: rows.filter(fits),
    total: rows.length,
    choices: choices.filter(({ options }) => options.length > 2),
  }
}

/** Rows of a long list on one screen. */
const PAGE_SIZE = 100

/** The part of the rows that the address asks for: "?page=2". */
export function onePage<T>(rows: T[], search: URLSearchParams): { rows: T[]; place: ListPlace } {
  const last = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const page = Math.min(last, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  return {
    rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    place: { page, total: rows.length, pageSize: PAGE_SIZE },
  }
}
