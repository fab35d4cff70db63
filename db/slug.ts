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
  const taken = new Set(
    (
      await db
        // Addresses are taken by what one can't see, too.
        .withoutPlugins()
        .selectFrom(table)
        .select('slug')
        .where((w) => w.or([w('slug', '=', wanted), w('slug', 'like', `${wanted}-%`)]))
        .execute()
    ).map((r) => r.slug),
  )
  if (!taken.has(wanted)) return wanted
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`
}
