import { type Expression, sql } from 'kysely'
import type { Db } from './connect.ts'

/** Things that people know by their names, and the column in which the name is. */
const nameIn = { vendor: 'name', agreement: 'title', deployment: 'name' } as const
export type Named = keyof typeof nameIn

/** What parts the words of a name beside a space: "Corvane-Tellis", "order_form", "Terms (old)". */
const between = ['-', '_', '/', '(', '.', "'", '’']

/**
 * Ids of the first things of a kind in whose name each of the words begins a word; names that begin with the first word come
 * before others, and each by name. A register's names are few beside its passages, so they are gone through.
 * @param words in lower case, letters and digits alone
 */
export async function namedLike(db: Db, of: Named, words: string[], limit: number): Promise<string[]> {
  const name = sql.ref<string>(nameIn[of])
  const rows = await db
    .selectFrom(of)
    .select('id')
    .where((w) => {
      const lower = w.fn<string>('lower', [name])
      const spaced = between.reduce(
        (all: Expression<string>, sign) => w.fn<string>('replace', [all, w.val(sign), w.val(' ')]),
        sql<string>`' ' || ${lower}`,
      )
      // Whether the letters are there at all tells most names apart, at a fifth of the price.
      return w.and([
        ...words.map((word) => w(lower, 'like', `%${word}%`)),
        ...words.map((word) => w(spaced, 'like', `% ${word}%`)),
      ])
    })
    .orderBy((w) =>
      w
        .case()
        .when(w.fn<string>('lower', [name]), 'like', `${words[0] ?? ''}%`)
        .then(w.lit(0))
        .else(w.lit(1))
        .end(),
    )
    .orderBy(name)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
