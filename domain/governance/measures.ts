import { mean } from 'simple-statistics'
import { z } from 'zod'

/**
 * Counts per period on control charts: a point outside the limits is a signal, a move inside them is noise. Limits are
 * three standard deviations of the binomial (p-chart) or the Poisson (c-chart) about the mean, as in Montgomery,
 * Introduction to Statistical Quality Control, ch. 7; the run rule (eight points on one side) is Western Electric’s fourth.
 */

export const MeasureRules = z.object({
  version: z.string().min(1),
  measures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      counts: z.string(),
      /** `p`: a share of a total. `c`: a bare count per period. */
      chart: z.enum(['p', 'c']),
      better: z.enum(['higher', 'lower', 'steady']),
      /** Thresholds in percent that alert whatever the chart says. */
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
  /** The share in percent, or the count. */
  value: number
  low: number
  high: number
  /** Why it is a signal; empty when it is noise. */
  signals: string[]
}

export interface Chart {
  centre: number
  points: ChartPoint[]
}

/** A run this long on one side of the centre is a shift. */
const RUN = 8

/** Periods oldest first. Periods without a total are left out of a p-chart. Fewer than two give no limits worth a signal. */
export function controlChart(measure: Measure, counts: MeasureCount[]): Chart {
  const periods = counts
    .filter((c) => measure.chart === 'c' || c.total !== null)
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn))
  if (periods.length === 0) return { centre: 0, points: [] }
  const chart = measure.chart === 'p' ? shares(periods) : bareCounts(periods)
  const sides = chart.points.map((p) => Math.sign(p.value - chart.centre))
  return {
    centre: chart.centre,
    points: chart.points.map((point, i) => ({
      ...point,
      signals: [
        ...(periods.length > 1 && point.value > point.high ? ['above the upper limit'] : []),
        ...(periods.length > 1 && point.value < point.low ? ['below the lower limit'] : []),
        ...(i >= RUN - 1 && sides[i] !== 0 && sides.slice(i - RUN + 1, i + 1).every((s) => s === sides[i])
          ? [`${RUN} in a row on one side`]
          : []),
        ...(measure.alertAbove !== undefined && point.value > measure.alertAbove
          ? [`over ${measure.alertAbove} %`]
          : []),
        ...(measure.alertBelow !== undefined && point.value < measure.alertBelow
          ? [`under ${measure.alertBelow} %`]
          : []),
      ],
    })),
  }
}

type Plain = Omit<ChartPoint, 'signals'>

/** p̄ ± 3·√(p̄(1 − p̄) / n), in percent, with each period's own n. */
function shares(periods: MeasureCount[]): { centre: number; points: Plain[] } {
  const all = periods.reduce((sum, c) => sum + (c.total ?? 0), 0)
  const p = periods.reduce((sum, c) => sum + c.count, 0) / all
  return {
    centre: 100 * p,
    points: periods.map(({ startsOn, endsOn, count, total }) => {
      const n = total ?? 1
      const spread = 3 * Math.sqrt((p * (1 - p)) / n)
      return {
        startsOn,
        endsOn,
        count,
        total,
        value: (100 * count) / n,
        low: 100 * Math.max(0, p - spread),
        high: 100 * Math.min(1, p + spread),
      }
    }),
  }
}

/** c̄ ± 3·√c̄. */
function bareCounts(periods: MeasureCount[]): { centre: number; points: Plain[] } {
  const c = mean(periods.map((p) => p.count))
  const spread = 3 * Math.sqrt(c)
  return {
    centre: c,
    points: periods.map(({ startsOn, endsOn, count, total }) => ({
      startsOn,
      endsOn,
      count,
      total,
      value: count,
      low: Math.max(0, c - spread),
      high: c + spread,
    })),
  }
}
