import type { Money } from '../quantities/money.ts'
import { termTypes } from '../terms/index.ts'
import type { TermGroup } from '../terms/term.ts'
import { verdictOf } from './assess.ts'
import type { Playbook, Rule } from './playbook.ts'
import type { PolicyTerm } from './policy-term.ts'
import { governing } from './precedence.ts'
import { compareClasses, type RiskClass, riskClasses, riskClassTitles } from './risk.ts'

/** Agreements or vendors side by side, term by term, held against the playbook for one class. */

export interface ComparedColumn {
  /** "corvane-msa", or "vendor:corvane" for all papers of a vendor. */
  key: string
  title: string
  terms: PolicyTerm[]
  annualFees?: Money
  /** What could not be read; silence means nothing there. */
  unread: string[]
}

/**
 * better: it would do for a stricter class, too; unsure: it can't be told, a person has to look; not_asked: the class asks
 * nothing here.
 */
export type Standing = 'better' | 'meets' | 'short' | 'missing' | 'unsure' | 'not_asked'

/** What each standing is worth; a weight multiplies it. */
export const standingPoints: Record<Exclude<Standing, 'not_asked'>, number> = {
  better: 3,
  meets: 2,
  unsure: 1,
  short: 1,
  missing: 0,
}

export interface ComparedRule {
  rule: string
  title: string
  /** What the class asks; null when it asks nothing. */
  required: string | null
  weight: number
  /** What it weighs when nobody has said otherwise. */
  usual: number
  /** One a column. */
  standings: { standing: Standing; why: string; best: boolean }[]
}

export interface ComparedRow {
  type: string
  title: string
  group: TermGroup
  /** One a column: the terms that govern there, in words; [] when nothing was found. */
  cells: { words: string; term: PolicyTerm }[][]
  rules: ComparedRule[]
  /** False when every column says the same. */
  differs: boolean
}

export interface Score {
  /** 0 to 100: points reached of those that could be; null when the class asks nothing that weighs anything. */
  of100: number | null
  reached: number
  possible: number
}

export interface Comparison {
  riskClass: RiskClass
  playbook: { title: string; version: string }
  columns: Pick<ComparedColumn, 'key' | 'title' | 'annualFees' | 'unread'>[]
  rows: ComparedRow[]
  scores: Score[]
}

/** What a rule weighs when nobody has said otherwise: 3 where it decides who pays, 1 where others make up for it. */
export const defaultWeight = (rule: Rule): number => rule.weight + 2

/** @param weights by rule id; those left out weigh what the playbook gives them */
export function compare(input: {
  columns: ComparedColumn[]
  riskClass: RiskClass
  playbook: Playbook
  /** ISO date; papers signed after it don't count yet. */
  date: string
  weights?: Record<string, number>
}): Comparison {
  const { columns, riskClass, playbook, weights = {} } = input
  const rules = playbook.rules.map((rule) =>
    comparedRule(rule, weights[rule.id] ?? defaultWeight(rule), input),
  )
  const rows = termTypes.flatMap((type): ComparedRow[] => {
    const cells = columns.map(({ terms }) =>
      governing(
        terms.filter((term) => term.type === type.type && term.review !== 'rejected'),
        type.type,
      ).terms.flatMap((term) => {
        const value = type.value.safeParse(term.value)
        return value.success ? [{ words: type.plain(value.data), term }] : []
      }),
    )
    // A rule that looks at several types stands at the first of them.
    const own = rules.filter((r) => playbook.rules.find((p) => p.id === r.rule)?.termTypes[0] === type.type)
    if (own.length === 0 && cells.every((cell) => cell.length === 0)) return []
    const said = cells.map((cell) =>
      cell
        .map((c) => c.words)
        .sort()
        .join('\n'),
    )
    return [
      {
        type: type.type,
        title: type.title,
        group: type.group,
        cells,
        rules: own,
        differs: new Set(said).size > 1,
      },
    ]
  })
  return {
    riskClass,
    playbook: { title: playbook.title, version: playbook.version },
    columns: columns.map(({ key, title, annualFees, unread }) => ({ key, title, annualFees, unread })),
    rows,
    scores: columns.map((_, i) => scoreOf(rules, i)),
  }
}

function comparedRule(
  rule: Rule,
  weight: number,
  { columns, riskClass, date }: { columns: ComparedColumn[]; riskClass: RiskClass; date: string },
): ComparedRule {
  const standings = columns.map((column) => standingOf(rule, riskClass, column, date))
  const points = standings.map(({ standing }) => (standing === 'not_asked' ? 0 : standingPoints[standing]))
  const most = Math.max(...points)
  const worthMarking = most > 0 && points.some((p) => p < most)
  return {
    rule: rule.id,
    title: rule.title,
    required: rule.by[riskClass]?.words ?? null,
    weight,
    usual: defaultWeight(rule),
    standings: standings.map((s, i) => ({ ...s, best: worthMarking && points[i] === most })),
  }
}

function standingOf(
  rule: Rule,
  riskClass: RiskClass,
  { terms, annualFees, unread }: ComparedColumn,
  date: string,
): { standing: Standing; why: string } {
  const verdictFor = (of: RiskClass) => {
    const requirement = rule.by[of]
    return requirement ? verdictOf(requirement, { terms, annualFees, unread, date }) : null
  }
  const verdict = verdictFor(riskClass)
  if (!verdict) return { standing: 'not_asked', why: `Class ${riskClassTitles[riskClass]} asks nothing here` }
  if (verdict.state !== 'met') {
    const standing = verdict.state === 'missing' ? 'missing' : verdict.state === 'unsure' ? 'unsure' : 'short'
    return { standing, why: verdict.found }
  }
  const asked = rule.by[riskClass]?.words
  const stricter = riskClasses.find(
    (of) =>
      compareClasses(of, riskClass) > 0 && rule.by[of]?.words !== asked && verdictFor(of)?.state === 'met',
  )
  return stricter
    ? { standing: 'better', why: `${verdict.found}; would do for class ${riskClassTitles[stricter]}` }
    : { standing: 'meets', why: verdict.found }
}

function scoreOf(rules: ComparedRule[], column: number): Score {
  let reached = 0
  let possible = 0
  for (const { weight, standings } of rules) {
    const standing = standings[column]?.standing ?? 'not_asked'
    if (standing === 'not_asked') continue
    reached += weight * standingPoints[standing]
    possible += weight * standingPoints.better
  }
  return { reached, possible, of100: possible > 0 ? Math.round((100 * reached) / possible) : null }
}
