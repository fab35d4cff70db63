import { z } from 'zod'
import { agreements } from '#db/agreements.ts'
import { registerCounts } from '#db/overview.ts'
import { vendorBySlug, vendors } from '#db/vendors.ts'
import { type ComparedColumn, compare } from '#domain/policy/compare.ts'
import { whereOf } from '#domain/policy/policy-term.ts'
import { RiskClass } from '#domain/policy/risk.ts'
import { parseWhatIf, suppose, type WhatIf, whatIfWords } from '#domain/policy/what-if.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import { exporters } from '#exporters/index.ts'
import type { ComparisonView } from '../components/compare/comparison-view.ts'
import { feesOf } from './assessment.server.ts'
import { logoOf } from './document-style.server.ts'
import type { House } from './house.server.ts'
import { papersOf } from './policy-terms.server.ts'
import { organisationOf, type Report } from './reports.server.ts'
import { suggestions } from './search/suggestions.server.ts'
import { hrefOf } from './standing/rows.server.ts'

export const MOST_COLUMNS = 12

/**
 * What is compared, as the address says it: `?of=corvane-msa,vendor:lumenfold&class=high&weight.super_cap=5` and
 * `&if=corvane-msa~cap~3`.
 */
export interface ComparisonAsked {
  of: string[]
  riskClass: RiskClass
  weights: Record<string, number>
  whatIfs: WhatIf[]
}

const Weight = z.coerce.number().min(0).max(10)

export function parseComparison(search: URLSearchParams): ComparisonAsked {
  const weights: Record<string, number> = {}
  for (const [name, text] of search) {
    const weight = text === '' ? null : Weight.safeParse(text)
    if (name.startsWith('weight.') && weight?.success) weights[name.slice('weight.'.length)] = weight.data
  }
  return {
    of: [...new Set(search.getAll('of').flatMap((keys) => keys.split(',')))]
      .filter(Boolean)
      .slice(0, MOST_COLUMNS),
    riskClass: RiskClass.catch('high').parse(search.get('class')),
    weights,
    whatIfs: search.getAll('if').flatMap((text) => parseWhatIf(text) ?? []),
  }
}

/** So many papers are offered at once; of a larger register the field looks for what is typed. */
const OFFERED = 300

export interface Choice {
  key: string
  title: string
}

const vendorKey = (slug: string) => `vendor:${slug}`
const paperChoice = ({ slug, title, vendorName }: Agreement): Choice => ({
  key: slug,
  title: `${title} (${vendorName})`,
})
const vendorChoice = ({ slug, name }: { slug: string; name: string }): Choice => ({
  key: vendorKey(slug),
  title: `${name}: all papers that stand`,
})

/** Every paper, and every vendor with all papers that stand; of a large register those that are chosen already. */
export async function comparable({ db }: House, of: string[]) {
  const { agreements: count } = await registerCounts(db)
  const whole = count <= OFFERED
  const papers = await agreements(db, whole ? {} : { slugs: of })
  const chosen = await vendors(db, whole ? {} : { slugs: of.flatMap((key) => vendorSlugOf(key) ?? []) })
  const withPapers = new Set(papers.map((a) => a.vendorId))
  return {
    whole,
    agreements: papers.map(paperChoice),
    vendors: chosen.filter(({ id }) => !whole || withPapers.has(id)).map(vendorChoice),
  }
}

const vendorSlugOf = (key: string) => (key.startsWith('vendor:') ? key.slice('vendor:'.length) : undefined)

/** What somebody types may mean: papers and vendors called like that first. */
export async function comparableLike(house: House, typed: string) {
  const found = await suggestions(house, typed, ['agreement', 'vendor'])
  const last = (href: string) => href.slice(href.lastIndexOf('/') + 1)
  return {
    agreements: found
      .filter(({ kind }) => kind === 'agreement')
      .map(({ title, about, href }): Choice => ({ key: last(href), title: `${title} (${about})` })),
    vendors: found
      .filter(({ kind }) => kind === 'vendor')
      .map(({ title, href }) => vendorChoice({ slug: last(href), name: title })),
  }
}

const stands = (a: Agreement) => a.status !== 'expired' && a.status !== 'terminated'

async function columnOf(house: House, key: string): Promise<ComparedColumn | null> {
  const slug = vendorSlugOf(key)
  const vendor = slug && (await vendorBySlug(house.db, slug))
  if (slug && !vendor) return null
  const own = vendor
    ? (await agreements(house.db, { vendorIds: [vendor.id] })).filter(stands)
    : await agreements(house.db, { slugs: [key] })
  const first = own[0]
  if (!first) return null
  const { terms, unread } = await papersOf(house, own)
  const title = vendor ? first.vendorName : `${first.title} (${first.vendorName})`
  return { key, title, terms, unread, annualFees: feesOf(own) }
}

/** Null when fewer than two of what is asked for exist. */
export async function comparisonOf(house: House, asked: ComparisonAsked, date: string) {
  const columns = (await Promise.all(asked.of.map((key) => columnOf(house, key)))).filter((c) => c !== null)
  if (columns.length < 2) return null
  return compare({
    columns: columns.map((column) => suppose(column, asked.whatIfs)),
    riskClass: asked.riskClass,
    playbook: house.playbooks.playbook,
    date,
    weights: asked.weights,
  })
}

/** As the screen shows it: clauses with their addresses, nothing else of a term. */
export async function comparisonView(
  house: House,
  asked: ComparisonAsked,
  date: string,
): Promise<ComparisonView | null> {
  const comparison = await comparisonOf(house, asked, date)
  if (!comparison) return null
  return {
    ...comparison,
    rows: comparison.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.map(({ words, term }) => ({
          words,
          quote: term.citations.map((c) => c.quote.replace(/\s+/g, ' ')).join(' … '),
          where: whereOf(term),
          href: term.id ? hrefOf(term) : null,
        })),
      ),
    })),
  }
}

/** The comparison as a file. Null as `comparisonOf`. */
export async function comparisonReport(
  house: House,
  asked: ComparisonAsked,
  { date, locale, form }: { date: string; locale?: string; form: 'xlsx' | 'docx' },
): Promise<Report | null> {
  const comparison = await comparisonOf(house, asked, date)
  if (!comparison) return null
  const titles = new Map(comparison.columns.map((c) => [c.key, c.title]))
  const { mime, write } = form === 'xlsx' ? exporters.comparisonXlsx : exporters.comparisonDocx
  const bytes = await write({
    organisation: organisationOf(await agreements(house.db)),
    comparison,
    whatIfs: asked.whatIfs.map((w) => `${titles.get(w.column) ?? w.column}: ${whatIfWords(w)}`),
    preparedOn: date,
    locale,
    logo: form === 'docx' ? await logoOf(house) : undefined,
  })
  return { fileName: `comparison-${date}.${form}`, mime, bytes }
}
