import type { Line } from '#domain/document/document.ts'
import { openingMarker } from './markers.ts'

/** What a block looks like, whatever the format: enough to tell a heading from a list item. */
export interface BlockLook {
  text: string
  bold: boolean
  /** Set in bigger letters than the body. */
  big: boolean
}

const longestHeading = 140

/** For formats that don't say themselves what is a heading. */
export function roleOf({ text, bold, big }: BlockLook): Line['role'] {
  const words = text.trim()
  const marker = openingMarker(words)
  const rest = words.slice(marker.length).trim()
  const short = words.length <= longestHeading && !/[;,]$/.test(words)
  const letters = rest.replace(/[^a-zA-Z]/g, '')
  const capitals = letters.length >= 4 && letters === letters.toUpperCase() && rest.length <= 100
  if (short && letters.length >= 3 && (bold || big || capitals)) return 'heading'
  return marker === '' ? 'body' : 'list_item'
}
