import { z } from 'zod'
import { severities } from '#domain/policy/assess.ts'
import { GapStatus, gapStatusTitles } from '#domain/register/gap-work.ts'
import type { GapView } from '../components/policy-view.ts'
import type { House } from './house.server.ts'
import { allGaps } from './standing/all.server.ts'

/** The table of gaps: filtered and grouped as its address says. */

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

export const parseGapSearch = (request: Request): GapSearch => {
  const search = new URL(request.url).searchParams
  return GapSearch.parse(
    Object.fromEntries(Object.keys(GapSearch.shape).map((name) => [name, search.get(name) ?? ''])),
  )
}

/** Rows of one screen; the rest is told as a number. */
const MOST = 300

export async function gapBoard(house: House, date: string, search: GapSearch) {
  const { gaps, deployments, behind } = await allGaps(house, date)
  const wanted = gaps.filter((gap) => fits(gap, search))
  const groups = new Map<string, GapView[]>()
  for (const gap of wanted.slice(0, MOST)) {
    const heading = headings[search.by](gap)
    groups.set(heading, [...(groups.get(heading) ?? []), gap])
  }
  const distinct = (of: (gap: GapView) => string | null | undefined) =>
    [...new Set(gaps.flatMap((gap) => of(gap) ?? []))].sort((a, b) => a.localeCompare(b))
  return {
    behind,
    deployments,
    total: gaps.length,
    count: wanted.length,
    shown: Math.min(wanted.length, MOST),
    groups: [...groups]
      .map(([heading, inGroup]) => ({ heading, gaps: inGroup.map(brief) }))
      .sort((a, b) => (search.by === 'severity' ? 0 : a.heading.localeCompare(b.heading))),
    choices: {
      deployment: distinct((gap) => gap.deployment?.name),
      vendor: distinct((gap) => gap.vendor),
      owner: distinct((gap) => gap.work?.owner),
    },
  }
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

function fits(gap: GapView, { severity, status, deployment, vendor, owner, q }: GapSearch): boolean {
  const stands = gap.work?.status ?? 'open'
  if (severity && gap.severity !== severity) return false
  if (status === '' ? stands === 'accepted' : status !== 'all' && stands !== status) return false
  if (deployment && gap.deployment?.name !== deployment) return false
  if (vendor && gap.vendor !== vendor) return false
  if (owner && (gap.work?.owner ?? '-') !== owner) return false
  const words = `${gap.title} ${gap.found} ${gap.required} ${gap.deployment?.name}`.toLowerCase()
  return words.includes(q.toLowerCase())
}
