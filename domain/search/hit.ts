import { z } from 'zod'
import { HitKind } from './query.ts'

/** A stretch of a text, and whether it is what was looked for. */
export const Segment = z.object({ text: z.string(), hit: z.boolean() })
export type Segment = z.infer<typeof Segment>

/** Something that was found, and where to read it. */
export const SearchHit = z.object({
  kind: HitKind,
  title: z.array(Segment),
  text: z.array(Segment),
  /** Whose it is: "Northwind AI · Master Services Agreement"; empty for a vendor or a deployment itself. */
  about: z.string(),
  /** "clause 9.2, page 3"; empty where there is none. */
  place: z.string(),
  /** Address in the app; it opens the page with the words in view. */
  href: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** A text without a hit in it. */
export const plainText = (text: string): Segment[] => (text ? [{ text, hit: false }] : [])

/** A text cut at every place where one of the words stands, letter case aside. */
export function marked(text: string, words: string[]): Segment[] {
  if (words.length === 0) return plainText(text)
  const pattern = new RegExp(
    `(${words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'gi',
  )
  return text.split(pattern).flatMap((part, i) => (part ? [{ text: part, hit: i % 2 === 1 }] : []))
}
