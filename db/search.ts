import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { RiskClass } from '#domain/policy/risk.ts'
import type { AgreementKind } from '#domain/reading/kind.ts'
import type { Segment } from '#domain/search/hit.ts'
import type { Word } from '#domain/search/query.ts'
import type { Db } from './connect.ts'
import type { Row, Schema } from './schema.ts'
import { END, matchOf, START, type WordMatch } from './search-words.ts'

/** Asks the index that search-index.ts keeps. Where the two databases differ stands in search-words.ts. */

/** What is looked through; everything where nothing is named. */
export interface Within {
  /** Parts of vendors' names, in lower case. */
  vendors: string[]
  kinds: AgreementKind[]
  classes: RiskClass[]
}

export interface Sought extends Within {
  /** Only what belongs to these agreements: a query of their ids. */
  agreements?: SelectQueryBuilder<Schema, 'term_figure', { id: string }>
  words: Word[]
  /** Kinds of entries; all when empty. */
  in: string[]
  types: string[]
}

export interface Found
  extends Pick<
    Row<'search_entry'>,
    'number' | 'kind' | 'subject' | 'subject_id' | 'item' | 'type' | 'address' | 'place'
  > {
  title: Segment[]
  text: Segment[]
}

/** Ids of the agreements that vendor, kind and class leave. */
export function agreementsWithin(db: Db, { vendors, kinds, classes }: Within) {
  let query = db.selectFrom('agreement').select('agreement.id')
  if (vendors.length > 0) query = query.where('agreement.vendor_id', 'in', vendorsNamed(db, vendors))
  if (kinds.length > 0) query = query.where('agreement.kind', 'in', kinds)
  if (classes.length > 0)
    query = query.where('agreement.id', 'in', (q) =>
      q
        .selectFrom('deployment_agreement as link')
        .innerJoin('deployment as d', 'd.id', 'link.deployment_id')
        .select('link.agreement_id')
        .where('d.risk_class', 'in', classes),
    )
  return query
}

const vendorsNamed = (db: Db, names: string[]) =>
  db
    .selectFrom('vendor')
    .select('vendor.id')
    .where((w) => w.or(names.map((name) => w(w.fn<string>('lower', ['vendor.name']), 'like', `%${name}%`))))

function deploymentsWithin(db: Db, { vendors, classes }: Within) {
  let query = db.selectFrom('deployment').select('deployment.id')
  if (classes.length > 0) query = query.where('deployment.risk_class', 'in', classes)
  if (vendors.length > 0)
    query = query.where('deployment.id', 'in', (q) =>
      q
        .selectFrom('deployment_agreement as link')
        .innerJoin('agreement as a', 'a.id', 'link.agreement_id')
        .select('link.deployment_id')
        .where('a.vendor_id', 'in', vendorsNamed(db, vendors)),
    )
  return query
}

type Entries = SelectQueryBuilder<Schema, 'search_entry', object>

/** Whether words alone are asked for, of the whole register: then they may be so common that all of their hits are too many. */
const wordsAlone = (db: Db, { vendors, kinds, classes, agreements, types }: Sought) =>
  vendors.length + kinds.length + classes.length + types.length === 0 &&
  !agreements &&
  db.getExecutor().plugins.length === 0

/** Entries that fit, without their columns. */
function fitting(db: Db, sought: Sought, match: WordMatch | null): Entries {
  let query: Entries = db.selectFrom('search_entry')
  if (match) query = match.narrow(query)
  if (match && wordsAlone(db, sought)) query = match.newest(query)
  if (sought.in.length > 0) query = query.where('search_entry.kind', 'in', sought.in)
  if (sought.types.length > 0) query = query.where('search_entry.type', 'in', sought.types)
  const { vendors, kinds, classes, agreements } = sought
  if (vendors.length + kinds.length + classes.length === 0 && !agreements) return query
  return query.where((w) => {
    const of = (subject: string, within: Expression<SqlBool>) =>
      w.and([w('search_entry.subject', '=', subject), within])
    const papers = agreements ?? agreementsWithin(db, sought)
    const subjects = [of('agreement', w('search_entry.subject_id', 'in', papers))]
    if (kinds.length === 0 && !agreements) {
      subjects.push(of('deployment', w('search_entry.subject_id', 'in', deploymentsWithin(db, sought))))
      if (classes.length === 0)
        subjects.push(of('vendor', w('search_entry.subject_id', 'in', vendorsNamed(db, vendors))))
    }
    return w.or(subjects)
  })
}

/** The best hits first; in the order of the register where no words were given. */
export async function findEntries(
  db: Db,
  sought: Sought,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Found[]> {
  const match = matchOf(db, sought.words)
  const found = fitting(db, sought, match)
  const places = await (match ? found.orderBy(match.rank) : found.orderBy('search_entry.title'))
    .select('search_entry.number')
    .orderBy('search_entry.number')
    .limit(limit)
    .offset(offset)
    .execute()
  const numbers = places.map(({ number }) => number)
  if (numbers.length === 0) return []
  // Marking words is dear, so it is done for those that are shown.
  const columns = ['number', 'kind', 'subject', 'subject_id', 'item', 'type', 'address', 'place'] as const
  const shown: Entries = db.selectFrom('search_entry').where('search_entry.number', 'in', numbers)
  const rows = await (match ? match.narrow(shown) : shown)
    .select(columns.map((column) => `search_entry.${column}` as const))
    .select([
      (match?.title ?? sql<string>`${sql.ref('search_entry.title')}`).as('title'),
      (match?.text ?? sql<string>`substr(${sql.ref('search_entry.body')}, 1, 300)`).as('text'),
    ])
    .execute()
  return rows
    .sort((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number))
    .map(({ title, text, ...row }) => ({ ...row, title: segments(title), text: segments(text) }))
}

/** How many entries of each kind fit; `more` when there are so many that the newest alone were counted. */
export async function countEntries(
  db: Db,
  sought: Sought,
): Promise<{ kinds: [string, number][]; more: boolean }> {
  const match = matchOf(db, sought.words)
  const rows = await fitting(db, sought, match)
    .select(['search_entry.kind', (w) => w.fn.countAll<number>().as('count')])
    .groupBy('search_entry.kind')
    .execute()
  const kinds = rows.map(({ kind, count }): [string, number] => [kind, Number(count)])
  const all = kinds.reduce((sum, [, count]) => sum + count, 0)
  return { kinds, more: match !== null && wordsAlone(db, sought) && all >= match.most }
}

/** Splits a text at the marks that the database put around its hits. */
function segments(marked: string): Segment[] {
  return marked.split(START).flatMap((part, i) => {
    if (i === 0) return part ? [{ text: part, hit: false }] : []
    const [hit = '', rest = ''] = part.split(END)
    return [{ text: hit, hit: true }, ...(rest ? [{ text: rest, hit: false }] : [])]
  })
}
