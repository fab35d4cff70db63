import { mean } from 'simple-statistics'
import { z } from 'zod'

/**
 * Counts per period on control charts: a point outside the limits is a signal, a move inside them is noise. Limits are
 * three standard deviations of the binomial (p-chart) or the Poisson (c-chart; u-chart where each period says out of how
 * many) about the mean, as in Montgomery, Introduction to Statistical Quality Control, ch. 7. Large counts such as volumes
 * vary more than a Poisson would, and hours are no counts at all: those are individuals, with limits from the mean moving
 * range (ch. 6.4; Wheeler, Understanding Variation). The run rule (eight points on one side) is Western Electric’s fourth.
 */

export const MeasureRules = z.object({
  version: z.string().min(1),
  measures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      counts: z.string(),
      /** `p`: a share of a total. `c`: a count of rare things, a rate where totals are given. `i`: an individual value. */
      chart: z.enum(['p', 'c', 'i']),
      better: z.enum(['higher', 'lower', 'steady']),
      /** Thresholds that alert whatever the chart says: percent of a share, else the value. */
      alertAbove: z.number().optional(),
      alertBelow: z.number().optional(),
    }),
  ),
})
export type MeasureRules = z.infer<typeof MeasureRules>
export type Measure = MeasureRules['measures'][number]

export const Dimension = z.enum(['all', 'intent', 'channel', 'language', 'tier', 'class'])
export type Dimension = z.infer<typeof Dimension>

/** One count of one period, as pipelines send it. */
export const MeasureCount = z
  .object({
    measure: z.string().min(1),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    dimension: Dimension.default('all'),
    value: z.string().trim().max(200).default(''),
    count: z.int().min(0),
    /** Out of how many; needed where the measure is a share. */
    total: z.int().positive().nullable().default(null),
  })
  .refine((m) => m.startsOn <= m.endsOn, 'A period may not end before it starts.')
  .refine((m) => m.total === null || m.count <= m.total, 'The count may not be over the total.')
export type MeasureCount = z.infer<typeof MeasureCount>

export interface ChartPoint {
  startsOn: string
  endsOn: string
  count: number
  total: number | null
  /** The share in percent, the rate in a thousand, or the value. */
  value: number
  low: number
  high: number
  /** Why it is a signal; empty when it is noise. */
  signals: string[]
  /** Whether one of them is for the worse, so that somebody has to look. */
  worse: boolean
}

export interface Chart {
  centre: number
  unit: '%' | 'in 1,000' | ''
  points: ChartPoint[]
}

/** What a deployment's people set in the place of the thresholds that the measure comes with. */
export interface Thresholds {
  measure: string
  above: number | null
  below: number | null
}

export const withThresholds = (measure: Measure, set: Thresholds | undefined): Measure =>
  set ? { ...measure, alertAbove: set.above ?? undefined, alertBelow: set.below ?? undefined } : measure

/** A run this long on one side of the centre is a shift. */
const RUN = 8

/** Periods oldest first. Periods without a total are left out of a p-chart. Fewer than two give no limits worth a signal. */
export function controlChart(measure: Measure, counts: MeasureCount[]): Chart {
  const periods = counts
    .filter((c) => measure.chart !== 'p' || c.total !== null)
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn))
  if (periods.length === 0) return { centre: 0, unit: '', points: [] }
  const { centre, unit, points } = withoutOutliers(measure, periods)
  const sides = points.map((p) => Math.sign(p.value - centre))
  return {
    centre,
    unit,
    points: points.map((point, i) => {
      const limited = periods.length > 1
      const side = sides[i] ?? 0
      const run = i >= RUN - 1 && side !== 0 && sides.slice(i - RUN + 1, i + 1).every((s) => s === side)
      const { alertAbove: above, alertBelow: below } = measure
      const percent = unit === '%' ? ' %' : ''
      const signals: [words: string, up: boolean][] = [
        ...(limited && point.value > point.high
          ? [['above the upper limit', true] as [string, boolean]]
          : []),
        ...(limited && point.value < point.low
          ? [['below the lower limit', false] as [string, boolean]]
          : []),
        ...(run ? [[`${RUN} in a row on one side`, side > 0] as [string, boolean]] : []),
        ...(above !== undefined && point.value > above
          ? [[`over ${above}${percent}`, true] as [string, boolean]]
          : []),
        ...(below !== undefined && point.value < below
          ? [[`under ${below}${percent}`, false] as [string, boolean]]
          : []),
      ]
      return {
        ...point,
        signals: signals.map(([words]) => words),
        worse: signals.some(([, up]) => measure.better !== (up ? 'higher' : 'lower')),
      }
    }),
  }
}

/**
 * Limits from the periods that lie within a first set of limits: one far out would widen its own limits and shift the
 * centre for all others (Montgomery, ch. 5.3.1, on revising trial limits). Once, and never from fewer than two.
 */
function withoutOutliers(measure: Measure, periods: MeasureCount[]): PlainChart {
  const trial = plain(measure, periods, periods)
  const inside = periods.filter((_, i) => {
    const point = trial.points[i]
    return point !== undefined && point.value <= point.high && point.value >= point.low
  })
  return inside.length === periods.length || inside.length < 2 ? trial : plain(measure, periods, inside)
}

type Plain = Omit<ChartPoint, 'signals' | 'worse'>
type PlainChart = Omit<Chart, 'points'> & { points: Plain[] }

/** @param base the periods that limits and centre are taken from */
function plain({ chart }: Measure, periods: MeasureCount[], base: MeasureCount[]): PlainChart {
  if (chart === 'p') return shares(periods, base)
  if (chart === 'i') return individuals(periods, base)
  return periods.every((p) => p.total !== null) ? rates(periods, base) : bareCounts(periods, base)
}

const about = ({ startsOn, endsOn, count, total }: MeasureCount) => ({ startsOn, endsOn, count, total })

/** p̄ ± 3·√(p̄(1 − p̄) / n), in percent, with each period's own n. */
function shares(periods: MeasureCount[], base: MeasureCount[]): PlainChart {
  const p = sumOf(base, 'count') / sumOf(base, 'total')
  return {
    centre: 100 * p,
    unit: '%',
    points: periods.map((period) => {
      const n = period.total ?? 1
      const spread = 3 * Math.sqrt((p * (1 - p)) / n)
      return {
        ...about(period),
        value: (100 * period.count) / n,
        low: 100 * Math.max(0, p - spread),
        high: 100 * Math.min(1, p + spread),
      }
    }),
  }
}

/** ū ± 3·√(ū / n), in a thousand, with each period's own n. */
function rates(periods: MeasureCount[], base: MeasureCount[]): PlainChart {
  const u = sumOf(base, 'count') / sumOf(base, 'total')
  return {
    centre: 1000 * u,
    unit: 'in 1,000',
    points: periods.map((period) => {
      const n = period.total ?? 1
      const spread = 3 * Math.sqrt(u / n)
      return {
        ...about(period),
        value: (1000 * period.count) / n,
        low: 1000 * Math.max(0, u - spread),
        high: 1000 * (u + spread),
      }
    }),
  }
}

/** c̄ ± 3·√c̄. */
function bareCounts(periods: MeasureCount[], base: MeasureCount[]): PlainChart {
  const c = mean(base.map((p) => p.count))
  return around(periods, c, 3 * Math.sqrt(c))
}

/** x̄ ± 2.66·M̄R̄: 2.66 is 3 / d₂, with d₂ = 1.128 for ranges of two. */
function individuals(periods: MeasureCount[], base: MeasureCount[]): PlainChart {
  const values = base.map((p) => p.count)
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)))
  return around(periods, mean(values), ranges.length > 0 ? 2.66 * mean(ranges) : 0)
}

const around = (periods: MeasureCount[], centre: number, spread: number): PlainChart => ({
  centre,
  unit: '',
  points: periods.map((period) => ({
    ...about(period),
    value: period.count,
    low: Math.max(0, centre - spread),
    high: centre + spread,
  })),
})

const sumOf = (periods: MeasureCount[], field: 'count' | 'total'): number =>
  periods.reduce((sum, period) => sum + (period[field] ?? 0), 0)
