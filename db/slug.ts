import slugify from '@sindresorhus/slugify'
import type { Db } from './connect.ts'

/**
 * A readable, lasting address part: "Acme MSA 2026" → "acme-msa-2026", with "-2", "-3" … when it is taken.
 * Names without a Latin letter or digit give the table's own name.
 */
export async function freeSlug(
  db: Db,
  table: 'vendor' | 'agreement' | 'deployment',
  name: string,
): Promise<string> {
  const wanted = slugify(name).slice(0, 80).replace(/-$/, '') || table
  // Addresses are taken by what one can't see, too.
  const all = db.withoutPlugins().selectFrom(table).select('slug')
  // Nearly always free: looking for those with a number goes through the whole table.
  if (!(await all.where('slug', '=', wanted).executeTakeFirst())) return wanted
  const taken = new Set((await all.where('slug', 'like', `${wanted}-%`).execute()).map((r) => r.slug))
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}
