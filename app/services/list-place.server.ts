import { z } from 'zod'

/** Rows of a long list on one screen. */
export const PAGE_SIZE = 100

const Asked = z.object({
  q: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
})

/** Which part of a list the address asks for: `?q=` words, `?page=` from 1. */
export function askedPart(request: Request) {
  const { q, page } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  return { q, page, pageSize: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
}
export type AskedPart = ReturnType<typeof askedPart>
