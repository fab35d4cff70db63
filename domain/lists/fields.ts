import { z } from 'zod'

/** What a list can bring, and by which names its columns are known; the first is the one that the export writes. */

export const ListKind = z.enum(['vendors', 'agreements'])
export type ListKind = z.infer<typeof ListKind>

export interface ListField {
  id: string
  title: string
  /** Other heads that mean it, in lower case. */
  names: string[]
  needed?: boolean
}

const ref: ListField = { id: 'ref_id', title: 'ref_id', names: ['ref', 'reference', 'id', 'key'] }
const owner: ListField = {
  id: 'owner',
  title: 'owner',
  names: ['looked after by', 'responsible', 'contact', 'business owner', 'assignee'],
}

export const listFields: Record<ListKind, ListField[]> = {
  vendors: [
    ref,
    {
      id: 'name',
      title: 'name',
      names: ['vendor', 'vendor name', 'supplier', 'supplier name', 'company'],
      needed: true,
    },
    { id: 'website', title: 'website', names: ['url', 'web', 'homepage'] },
    owner,
    {
      id: 'notice_address',
      title: 'notice_address',
      names: ['address for notices', 'notices to', 'notice address'],
    },
    { id: 'notes', title: 'notes', names: ['comment', 'comments', 'remarks', 'description'] },
  ],
  agreements: [
    ref,
    {
      id: 'vendor_ref',
      title: 'vendor_ref',
      names: ['vendor', 'vendor name', 'supplier', 'supplier name', 'provider', 'company'],
      needed: true,
    },
    {
      id: 'title',
      title: 'title',
      names: ['contract', 'agreement', 'contract name', 'contract title', 'name'],
      needed: true,
    },
    { id: 'kind', title: 'kind', names: ['type', 'contract type', 'document type'] },
    { id: 'status', title: 'status', names: ['state'] },
    { id: 'counterparty', title: 'counterparty', names: ['our entity', 'entity', 'signing entity'] },
    owner,
    { id: 'signed_on', title: 'signed_on', names: ['signed', 'signature date', 'date signed', 'signed on'] },
    {
      id: 'effective_on',
      title: 'effective_on',
      names: ['effective', 'effective date', 'start', 'start date', 'begins'],
    },
    {
      id: 'annual_fees',
      title: 'annual_fees',
      names: ['fees', 'annual value', 'annual cost', 'amount', 'value', 'spend', 'annual fees'],
    },
    { id: 'currency', title: 'currency', names: ['ccy', 'curr', 'currency code'] },
  ],
}

/** Column number by field; a field that is missing is not in the list. */
export type Mapping = Record<string, number>

const plain = (head: string) =>
  head
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/** What the heads say themselves, each column once. */
export function guessMapping(kind: ListKind, head: string[]): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<number>()
  for (const exact of [true, false])
    for (const { id, title, names } of listFields[kind]) {
      if (id in mapping) continue
      const wanted = exact ? [title] : names
      const at = head.findIndex(
        (one, i) => !taken.has(i) && wanted.some((name) => plain(name) === plain(one)),
      )
      if (at < 0) continue
      mapping[id] = at
      taken.add(at)
    }
  return mapping
}

/** Whether a sheet lists vendors or agreements, by its name or its heads. */
export function guessKind({ name, head }: { name: string; head: string[] }): ListKind {
  if (/vendor|supplier|entit/i.test(name)) return 'vendors'
  if (/agreement|contract/i.test(name)) return 'agreements'
  return 'title' in guessMapping('agreements', head) && 'vendor_ref' in guessMapping('agreements', head)
    ? 'agreements'
    : 'vendors'
}
