import { type SelectQueryBuilder, sql } from 'kysely'
import type { Agreement } from '#domain/register/agreement.ts'
import { type Figure, measureAsked } from '#domain/search/figures.ts'
import type { Comparison, Condition } from '#domain/search/query.ts'
import type { Db } from './connect.ts'
import type { Schema } from './schema.ts'
import { agreementsWithin, type Within } from './search.ts'

/**
 * Terms by value, from an index. Triggers note each change of what the figures are made from (`figure_change`, see the
 * migration), whoever makes it; app/services/search/figures.server.ts makes them anew before the next question.
 */

/** On a row of its own for every paper that was read: of the others nobody knows what they lack. */
const READ = 'read'

/** Ids of some agreements whose figures are to be made anew, in no order. */
export async function figuresDue(db: Db, limit: number): Promise<string[]> {
  const rows = await db.selectFrom('figure_change').select('agreement_id').distinct().limit(limit).execute()
  return rows.map((row) => row.agreement_id)
}

/**
 * In a transaction, before the terms are read: what is changed from here on is noted anew. Of two that make the same figures
 * at once, PostgreSQL lets one wait here.
 */
export async function takeFiguresDue(trx: Db, agreementIds: string[]): Promise<void> {
  await trx.deleteFrom('figure_change').where('agreement_id', 'in', agreementIds).execute()
}

export interface PaperFigures {
  agreement: Pick<Agreement, 'id' | 'vendorName' | 'title'>
  /** Each with the term that it is of, in the order of the paper. */
  figures: (Figure & { termId: string })[]
}

/** In a transaction: these figures and no others. @param read of papers that were read; the others get none */
export async function keepFigures(trx: Db, agreementIds: string[], read: PaperFigures[]): Promise<void> {
  await trx.deleteFrom('term_figure').where('agreement_id', 'in', agreementIds).execute()
  const rows = read.flatMap(({ agreement, figures }) => {
    const paper = { agreement_id: agreement.id, vendor: agreement.vendorName, title: agreement.title }
    return [
      { ...paper, number: 0, measure: READ, term_id: null, amount: null, currencies: null },
      ...figures.map(({ termId, measure, amount, currencies }, before) => ({
        ...paper,
        number: before + 1,
        measure,
        term_id: termId,
        amount,
        currencies: currencies.length > 0 ? ` ${currencies.join(' ')} ` : null,
      })),
    ]
  })
  // 8 columns a row; SQLite binds 32,766 values a statement at most.
  for (let i = 0; i < rows.length; i += 1000)
    await trx
      .insertInto('term_figure')
      .values(rows.slice(i, i + 1000))
      .execute()
}

/** What is asked for, with the filters that it is asked within. */
export interface AskedByValue extends Within {
  conditions: Condition[]
}

type Figures = SelectQueryBuilder<Schema, 'term_figure', object>

const figuresNamed = (db: Db, measure: string): Figures =>
  db.selectFrom('term_figure').where('term_figure.measure', '=', measure)

/** Figures that a condition looks for; for "lacks", those that must not be there. */
function figuresFor(db: Db, condition: Condition): Figures {
  const named = figuresNamed(db, measureAsked(condition))
  if (condition.form !== 'compares') return named
  const { currency } = condition
  const compared = compare(named, condition.comparison, condition.value)
  return currency ? compared.where('term_figure.currencies', 'like', `% ${currency} %`) : compared
}

/** Two numbers that differ by less are the same. */
const HAIR = 1e-9

function compare(figures: Figures, comparison: Comparison, asked: number): Figures {
  const is = (sign: '<' | '<=' | '>' | '>=', value: number) =>
    figures.where('term_figure.amount', sign, value)
  if (comparison === 'below') return is('<', asked)
  if (comparison === 'at_most') return is('<=', asked)
  if (comparison === 'above') return is('>', asked)
  if (comparison === 'at_least') return is('>=', asked)
  return is('>=', asked - HAIR).where('term_figure.amount', '<=', asked + HAIR)
}

const isWithin = ({ vendors, kinds, classes }: Within) => vendors.length + kinds.length + classes.length > 0

/** Those of the figures whose agreements the filters leave and meet the conditions. */
function narrow(db: Db, figures: Figures, { conditions, ...within }: AskedByValue): Figures {
  const met = conditions.reduce(
    (left, condition) =>
      left.where(
        'term_figure.agreement_id',
        condition.form === 'lacks' ? 'not in' : 'in',
        figuresFor(db, condition).select('term_figure.agreement_id'),
      ),
    figures,
  )
  return isWithin(within) ? met.where('term_figure.agreement_id', 'in', agreementsWithin(db, within)) : met
}

/** A query of the ids of agreements that were read and of which every condition is true. */
export const agreementsMeeting = (db: Db, asked: AskedByValue) =>
  narrow(db, figuresNamed(db, READ), asked).select('term_figure.agreement_id as id')

/** A term that makes a condition true, or an agreement whose silence does. */
export interface ValueHit {
  agreementId: string
  /** Null where it is a silence. */
  termId: string | null
  condition: Condition
}

/** One condition's hits among agreements that meet all of them; of a silence the row that says that the paper was read. */
const hitsFor = (db: Db, asked: AskedByValue, condition: Condition): Figures =>
  condition.form === 'lacks'
    ? narrow(db, figuresNamed(db, READ), asked)
    : narrow(db, figuresFor(db, condition), {
        ...asked,
        conditions: asked.conditions.filter((other) => other !== condition),
      })

/** How many hits each condition has among agreements that meet all of them, in the conditions' order. */
export async function countByValue(db: Db, asked: AskedByValue): Promise<number[]> {
  const counts: number[] = []
  for (const condition of asked.conditions) {
    const { count } = await hitsFor(db, asked, condition)
      .select((w) => w.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts.push(Number(count))
  }
  return counts
}

/** Some of the hits, by vendor, agreement, condition and place in the paper. @param shown the conditions whose hits are wanted */
export async function findByValue(
  db: Db,
  asked: AskedByValue,
  { shown, limit, offset }: { shown: Condition[]; limit: number; offset: number },
): Promise<ValueHit[]> {
  const [first, ...rest] = asked.conditions.flatMap((condition, nth) => {
    const place = sql<number>`${sql.lit(nth)}`.as('nth')
    const columns = ['agreement_id', 'term_id', 'vendor', 'title', 'number'] as const
    return shown.includes(condition) ? [hitsFor(db, asked, condition).select([...columns, place])] : []
  })
  if (!first) return []
  const rows = await rest
    .reduce((all, hits) => all.unionAll(hits), first)
    .orderBy('vendor')
    .orderBy('title')
    .orderBy('agreement_id')
    .$if(rest.length > 0, (all) => all.orderBy('nth'))
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.flatMap(({ agreement_id, term_id, nth }) => {
    const condition = asked.conditions[nth]
    return condition ? [{ agreementId: agreement_id, termId: term_id, condition }] : []
  })
}
