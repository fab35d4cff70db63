import { z } from 'zod'
import type { After } from '#db/pages.ts'
import { ApiProblem } from './problem.ts'

export const Paged = z.object({
  limit: z.coerce
    .number('limit is a number.')
    .int()
    .min(1, 'limit is at least 1.')
    .max(200, 'limit is at most 200.')
    .default(50)
    .describe('How many at most.'),
  after: z.string().optional().describe('The `next` of the page before.'),
})
export type Paged = z.infer<typeof Paged>

/** A page of a list: `next` is null on the last one. */
export const pageSchema = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() })

const encode = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')

function decode<S extends z.ZodType>(after: string | undefined, schema: S): z.infer<S> | undefined {
  if (after === undefined) return undefined
  try {
    return schema.parse(JSON.parse(Buffer.from(after, 'base64url').toString()))
  } catch {
    throw new ApiProblem(
      'invalid_cursor',
      '"after" is no `next` that this list gave. Begin again without it.',
    )
  }
}

const Place = z.object({ createdAt: z.string(), id: z.string() })

/** A page that the database cuts: `idsAfter` gives places, `load` the items in any order. */
export async function pageOfRows<T extends { id: string }>(
  { limit, after }: Paged,
  idsAfter: (ask: { limit: number; after?: After }) => Promise<After[]>,
  load: (ids: string[]) => Promise<T[]>,
): Promise<{ items: T[]; next: string | null }> {
  const places = await idsAfter({ limit: limit + 1, after: decode(after, Place) })
  const page = places.slice(0, limit)
  const ids = page.map((place) => place.id)
  const items = ids.length > 0 ? await load(ids) : []
  items.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  return { items, next: places.length > limit ? encode(page.at(-1)) : null }
}

/** A page of what was computed: sorted by a key that stays the same while the item does. */
export function pageOfItems<T>(
  items: T[],
  keyOf: (item: T) => string,
  { limit, after }: Paged,
): { items: T[]; next: string | null } {
  const from = decode(after, z.string())
  const keyed = items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .filter(({ key }) => from === undefined || key > from)
  const page = keyed.slice(0, limit)
  return {
    items: page.map(({ item }) => item),
    next: keyed.length > limit ? encode(page.at(-1)?.key) : null,
  }
}

/** A page of what has an order but no key that stays: its place in the list is the cursor. */
export async function pageByPlace<T>(
  { limit, after }: Paged,
  load: (offset: number, limit: number) => Promise<T[]>,
): Promise<{ items: T[]; next: string | null }> {
  const offset = decode(after, z.int().nonnegative()) ?? 0
  const items = await load(offset, limit + 1)
  return {
    items: items.slice(0, limit),
    next: items.length > limit ? encode(offset + limit) : null,
  }
}
