import type { Document } from '#domain/document/document.ts'
import type { WordsOnPages } from '../../components/review/words.ts'

/** The text of a document with the runs that were printed in one place; words that can't be seen are left out. */
export function wordsOnPages({ text, lines }: Document): WordsOnPages {
  const runs = lines
    .filter((line) => !line.hidden)
    .flatMap((line) =>
      (line.pieces ?? (line.box ? [{ start: line.start, end: line.end, box: line.box }] : [])).map(
        (piece) => ({
          page: line.page,
          start: piece.start,
          end: piece.end,
          box: piece.box,
        }),
      ),
    )
  return { text, runs }
}
