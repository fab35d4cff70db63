import { sortBy } from 'es-toolkit'
import { z } from 'zod'
import { deploymentCount } from '#db/deployments.ts'
import {
  type BoardFilter,
  type BoardRow,
  boardPage,
  deploymentsWithGaps,
  ownersOfGaps,
} from '#db/gap-board.ts'
import { gapWork } from '#db/gap-work.ts'
import { countGaps, standingGaps } from '#db/standing-answers.ts'
import { severities } from '#domain/policy/assess.ts'
import { MISSING_PAPERS } from '#domain/policy/missing-papers.ts'
import { GapStatus, gapStatusTitles } from '#domain/register/gap-work.ts'
import type { NameChoices } from '../components/paper-choice.ts'
import type { GapView } from '../components/policy-view.ts'
import { withWork } from './gap-standing.server.ts'
import type { House } from './house.server.ts'
import { pageAsked } from './list-filter.server.ts'
import { bringUp } from './standing/keep.server.ts'
import { acceptances } from './standing/open-gaps.server.ts'
import { gapOfRow } from './standing/rows.server.ts'
import { vendorChoices, WHOLE } from './vendor-choices.server.ts'

/** The table of gaps: filtered, grouped and cut into pages as its address says. */

export const Grouping = z.enum(['severity', 'deployment', 'rule', 'vendor', 'owner', 'status', 'due'])
export type Grouping = z.infer<typeof Grouping>

const some = z.string().trim().max(200).catch('')

export const GapSearch = z.object({
  by: Grouping.catch('severity'),
  severity: z.union([z.literal(''), z.enum(severities)]).catch(''),
  /** Empty: everything that is not accepted. */
  status: z.union([z.literal(''), z.literal('all'), GapStatus.exclude(['closed'])]).catch(''),
  deployment: some,
  vendor: some,
  /** A name, or "-" for gaps that nobody has. */
  owner: some,
  q: some,
})
export type GapSearch = z.infer<typeof GapSearch>

export const parseGapSearch = (search: URLSearchParams): GapSearch =>
  GapSearch.parse(
    Object.fromEntries(Object.keys(GapSearch.shape).map((name) => [name, search.get(name) ?? ''])),
  )

/** One page of the table: "?by=&severity=&status=&deployment=&vendor=&owner=&q=&page=". */
export async function gapBoard(house: House, date: string, address: URLSearchParams) {
  const { db } = house
  const behind = await bringUp(house, date)
  const search = parseGapSearch(address)
  const byTitle = sortBy(house.playbooks.playbook.rules, ['title'])
  const { rows, groups, ...place } = await boardPage(
    db,
    date,
    {
      ...filterOf(search, await acceptances(house, date)),
      by: search.by,
      rules: [...byTitle.map(({ id }) => id), MISSING_PAPERS],
    },
    pageAsked(address),
  )
  return {
    behind,
    search,
    place,
    deployments: await deploymentCount(db),
    total: await countGaps(db, date, {}),
    groups: inGroups(search.by, await viewsOf(house, date, rows), groups),
    choices: {
      deployment: await deploymentChoices(house, date),
      vendor: await vendorNames(house),
      owner: await ownersOfGaps(db),
    },
  }
}

const filterOf = (search: GapSearch, accepted: string[]): BoardFilter => ({
  severity: search.severity || undefined,
  status: search.status || 'unaccepted',
  accepted,
  deployment: search.deployment || undefined,
  vendor: search.vendor || undefined,
  owner: search.owner === '-' ? '' : search.owner || undefined,
  words: search.q
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
})

/** The rows of a page as they are shown, each with the key of its group. */
async function viewsOf({ db }: House, date: string, rows: BoardRow[]) {
  const deploymentIds = [...new Set(rows.map((row) => row.deploymentId))]
  const found = (
    await standingGaps(db, date, {
      deploymentIds,
      keys: rows.map(({ deploymentId, rule }) => `${deploymentId} ${rule}`),
    })
  ).map(gapOfRow)
  const views = withWork(found, await gapWork(db, { deploymentIds }), date)
  const byKey = new Map(views.map((gap) => [`${gap.deployment?.id} ${gap.rule}`, gap]))
  return rows.flatMap(({ deploymentId, rule, group }) => {
    const gap = byKey.get(`${deploymentId} ${rule}`)
    return gap ? [{ gap, group }] : []
  })
}

/** Under headings, in the order of the rows; each with how many gaps it has on all pages. */
function inGroups(
  by: Grouping,
  rows: { gap: GapView; group: string | null }[],
  counts: Map<string | null, number>,
) {
  const groups = new Map<string | null, GapView[]>()
  for (const { gap, group } of rows) groups.set(group, [...(groups.get(group) ?? []), gap])
  return [...groups].flatMap(([group, gaps]) => {
    const first = gaps[0]
    return first
      ? [{ heading: headings[by](first), count: counts.get(group) ?? gaps.length, gaps: gaps.map(brief) }]
      : []
  })
}

/** A row; the ask and the clause come with the gap in hand. */
const brief = ({ rule, title, severity, found, deployment, vendor, work }: GapView) => ({
  rule,
  title,
  severity,
  found,
  deployment,
  vendor,
  work,
})
export type GapRow = ReturnType<typeof brief>

const headings: Record<Grouping, (gap: GapView) => string> = {
  severity: (gap) => gap.severity.charAt(0).toUpperCase() + gap.severity.slice(1),
  deployment: (gap) => gap.deployment?.name ?? 'No deployment',
  rule: (gap) => gap.title,
  vendor: (gap) => gap.vendor ?? 'No paper speaks of it',
  owner: (gap) => gap.work?.owner ?? 'Nobody has it',
  status: (gap) => gapStatusTitles[gap.work?.status ?? 'open'],
  due: (gap) => (gap.work?.dueOn ? gap.work.dueOn : 'No due date'),
}

/** Names to choose from while they are few; of many, what is typed is looked up. */
async function deploymentChoices({ db }: House, date: string): Promise<NameChoices> {
  const names = await deploymentsWithGaps(db, date)
  return names.length <= WHOLE ? { whole: true, names } : { whole: false, names: [] }
}

async function vendorNames(house: House): Promise<NameChoices> {
  const { whole, vendors } = await vendorChoices(house)
  return { whole, names: vendors.map(({ title }) => title) }
}
