import { countBy, sortBy } from 'es-toolkit'
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

/** Entries that fit but for the words, without their columns. */
function fitting(db: Db, sought: Sought): Entries {
  let query: Entries = db.selectFrom('search_entry')
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

/** What fits. */
export interface FoundEntries {
  /** How many there are of each kind. */
  kinds: [string, number][]
  /** There are so many that the newest alone were counted and ranked, the others left out. */
  more: boolean
  /** Some of those of the kinds named (all when empty): the best first, in the order of the register where no words were given. */
  page(at: { in: string[]; limit: number; offset?: number }): Promise<Found[]>
}

/** Entries that have the words and are looked at, so that common words cost no more than rare ones. */
const MOST = 1000

export function lookFor(db: Db, sought: Sought): Promise<FoundEntries> {
  const match = matchOf(db, sought.words)
  return match ? byWords(db, sought, match) : byRegister(db, sought)
}

async function byWords(db: Db, sought: Sought, match: WordMatch): Promise<FoundEntries> {
  const newest = await match.newest(fitting(db, sought), MOST)
  const best = sortBy(newest, ['rank', 'number'])
  return {
    kinds: Object.entries(countBy(best, ({ kind }) => kind)),
    more: best.length >= MOST,
    page({ in: kinds, limit, offset = 0 }) {
      const wanted = kinds.length === 0 ? best : best.filter(({ kind }) => kinds.includes(kind))
      const shown = wanted.slice(offset, offset + limit)
      return entriesOf(
        db,
        shown.map(({ number }) => number),
        match,
      )
    },
  }
}

async function byRegister(db: Db, sought: Sought): Promise<FoundEntries> {
  const rows = await fitting(db, sought)
    .select(['search_entry.kind', (w) => w.fn.countAll<number>().as('count')])
    .groupBy('search_entry.kind')
    .execute()
  return {
    kinds: rows.map(({ kind, count }) => [kind, Number(count)]),
    more: false,
    async page({ in: kinds, limit, offset = 0 }) {
      const all = fitting(db, sought)
      const shown = await (kinds.length > 0 ? all.where('search_entry.kind', 'in', kinds) : all)
        .select('search_entry.number')
        .orderBy('search_entry.title')
        .orderBy('search_entry.number')
        .limit(limit)
        .offset(offset)
        .execute()
      return entriesOf(
        db,
        shown.map(({ number }) => number),
        null,
      )
    },
  }
}

/** Entries in the order of these numbers, with the words marked: marking is dear, so it is done for those that are shown. */
async function entriesOf(db: Db, numbers: number[], match: WordMatch | null): Promise<Found[]> {
  if (numbers.length === 0) return []
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

/** Splits a text at the marks that the database put around its hits. */
function segments(marked: string): Segment[] {
  return marked.split(START).flatMap((part, i) => {
    if (i === 0) return part ? [{ text: part, hit: false }] : []
    const [hit = '', rest = ''] = part.split(END)
    return [{ text: hit, hit: true }, ...(rest ? [{ text: rest, hit: false }] : [])]
  })
}
