import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { mean, quantileSorted } from 'simple-statistics'
import { z } from 'zod'
import { LiabilityHead, LossKind, type Recovery } from './recovery.ts'

/**
 * What failures of a deployment cost in a year, and how much of it the contract gives back. Frequency and loss are ranges
 * (low, likely, high) taken as PERT distributions (Malcolm et al. 1959: a beta distribution with mean (low + 4·likely +
 * high) / 6); the number of events in a year is Poisson. Simulated with a fixed seed, so the same model gives the same
 * numbers.
 */

export const Range = z
  .object({ low: z.number().min(0), likely: z.number().min(0), high: z.number().min(0) })
  .refine((r) => r.low <= r.likely && r.likely <= r.high, 'Low may not be over likely, nor likely over high.')
export type Range = z.infer<typeof Range>

export const Scenario = z.object({
  id: z.string().min(1),
  title: z.string().trim().min(1, 'Name the scenario.'),
  /** Events a year. */
  frequency: Range,
  /** Of one event, in the model's currency. */
  loss: Range,
  head: LiabilityHead,
  /** How a loss divides over its kinds, in percent; together 100. */
  kinds: z
    .partialRecord(LossKind, z.number().min(0).max(100))
    .refine(
      (shares) => Math.abs(Object.values(shares).reduce((sum, n) => sum + n, 0) - 100) < 0.01,
      'The shares of the kinds of loss must come to 100.',
    ),
  /** How many of a hundred such events are the vendor's to answer for. */
  vendorsFault: z.number().min(0).max(100),
  /** Controls that make it rarer, by how many percent, once they are in order. */
  controls: z.array(z.object({ control: z.string(), cuts: z.number().min(0).max(100) })).default([]),
})
export type Scenario = z.infer<typeof Scenario>

export const LossModel = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/, 'Write the currency as three capitals, like EUR.'),
  scenarios: z.array(Scenario).min(1),
})
export type LossModel = z.infer<typeof LossModel>

export interface LossResult {
  /** Per year, in the model's currency. */
  expected: number
  p95: number
  recoverable: number
  retained: number
  retainedP95: number
  /** The same by scenario, in the order of the model. */
  scenarios: { id: string; expected: number; recoverable: number }[]
  /** Limits that could not be reckoned; nothing is counted as recoverable under them. */
  unknown: string[]
}

/** A simulation of guessed ranges knows no more than three digits. */
export const roughly = (amount: number): number => Number(amount.toPrecision(3))

/** Below this an ask or a control makes no difference worth a sentence. */
export const matters = (worth: number): boolean => Math.abs(worth) >= 1

const SEED = 20_261_125
const YEARS = 20_000

type Random = () => number

/** Standard normal, by Box and Muller. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Gamma of a shape of at least 1 and scale 1, by Marsaglia and Tsang (2000). */
function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** One draw of a PERT distribution. */
function pert({ low, likely, high }: Range, random: Random): number {
  if (high === low) return low
  const a = gamma(1 + (4 * (likely - low)) / (high - low), random)
  const b = gamma(1 + (4 * (high - likely)) / (high - low), random)
  return low + ((high - low) * a) / (a + b)
}

/** Number of events, by Knuth's method; rates of operational failures are small. */
function poisson(rate: number, random: Random): number {
  if (rate > 500) return Math.max(0, Math.round(rate + Math.sqrt(rate) * normal(random)))
  const limit = Math.exp(-rate)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count += 1
  return count
}

/** (low + 4·likely + high) / 6. */
export const pertMean = ({ low, likely, high }: Range): number => (low + 4 * likely + high) / 6

/** What is left of the frequency with these controls in order: each cuts what the others left. */
const leftBy = (scenario: Scenario, inOrder: ReadonlySet<string>) =>
  scenario.controls.reduce(
    (left, { control, cuts }) => (inOrder.has(control) ? left * (1 - cuts / 100) : left),
    1,
  )

/** What happens in one year: an event by its scenario, with the chances that decide on it. */
interface Event {
  scenario: number
  loss: number
  /** Below what the controls leave of the frequency, it happens. */
  happens: number
  /** In percent; below the vendor's share, it is the vendor's fault. */
  fault: number
}

/** Years drawn once, so that two sets of terms or controls are compared on the same events and not by chance. */
export type Draws = Event[][]

/** Draws the years of a model; the same seed gives the same years. */
export function drawYears(model: LossModel, { seed = SEED, years = YEARS } = {}): Draws {
  const generator = xoroshiro128plus(seed)
  const random: Random = () => uniformFloat64(generator)
  return Array.from({ length: years }, () =>
    model.scenarios.flatMap((scenario, i) =>
      Array.from(
        { length: poisson(pert(scenario.frequency, random), random) },
        (): Event => ({
          scenario: i,
          loss: pert(scenario.loss, random),
          happens: random(),
          fault: random() * 100,
        }),
      ),
    ),
  )
}

/**
 * A limit holds for a year in the aggregate: what falls under the general cap shares it, a cap of its own is shared by
 * the scenarios of that head alone. Where the contract takes a kind of loss out, that part is ours. A limit in another
 * currency, or one that can't be reckoned, gives nothing back and is named in `unknown`.
 * @param input.draws years drawn before from the same model; drawn anew when left out
 */
export function simulate(input: {
  model: LossModel
  recoveries: Recovery[]
  /** Ids of the controls that are in order. */
  controls?: Iterable<string>
  draws?: Draws
}): LossResult {
  const { model, recoveries, draws = drawYears(model) } = input
  const inOrder = new Set(input.controls ?? [])
  const plans = model.scenarios.map((scenario) => planOf(scenario, recoveries, model.currency, inOrder))
  const byScenario = plans.map(() => ({ loss: 0, back: 0 }))
  const losses: number[] = []
  const retained: number[] = []

  for (const events of draws) {
    const claims = plans.map(() => 0)
    let total = 0
    for (const { scenario, loss, happens, fault } of events) {
      const plan = plans[scenario]
      if (!plan || happens >= plan.left) continue
      total += loss
      tally(byScenario, scenario).loss += loss
      if (fault < plan.scenario.vendorsFault)
        claims[scenario] = (claims[scenario] ?? 0) + loss * plan.recoverableShare
    }
    const back = paidOut(plans, claims)
    for (const [i, paid] of back.entries()) tally(byScenario, i).back += paid
    losses.push(total)
    retained.push(total - back.reduce((sum, paid) => sum + paid, 0))
  }
  const [expected, kept] = [mean(losses), mean(retained)]
  return {
    expected,
    p95: percentile95(losses),
    recoverable: expected - kept,
    retained: kept,
    retainedP95: percentile95(retained),
    scenarios: plans.map(({ scenario }, i) => ({
      id: scenario.id,
      expected: tally(byScenario, i).loss / draws.length,
      recoverable: tally(byScenario, i).back / draws.length,
    })),
    unknown: [...new Set(plans.flatMap((plan) => (plan.unknown ? [plan.unknown] : [])))],
  }
}

/** A typed array sorts numbers without asking a function for each pair. */
const percentile95 = (values: number[]) => quantileSorted(Array.from(Float64Array.from(values).sort()), 0.95)

/** What a year's claims get, by scenario: each pool pays up to its limit, in proportion. */
function paidOut(plans: { pool: string; limit: number }[], claims: number[]): number[] {
  const claimed = new Map<string, number>()
  for (const [i, plan] of plans.entries())
    claimed.set(plan.pool, (claimed.get(plan.pool) ?? 0) + (claims[i] ?? 0))
  return plans.map(({ pool, limit }, i) => {
    const all = claimed.get(pool) ?? 0
    return all === 0 ? 0 : (claims[i] ?? 0) * Math.min(1, limit / all)
  })
}

const tally = (all: { loss: number; back: number }[], i: number) => all[i] ?? { loss: 0, back: 0 }

function planOf(scenario: Scenario, recoveries: Recovery[], currency: string, inOrder: ReadonlySet<string>) {
  const recovery = recoveries.find((r) => r.head === scenario.head)
  const excluded = recovery?.excluded.map((e) => e.kind) ?? []
  const recoverableShare =
    LossKind.options
      .filter((kind) => !excluded.includes(kind))
      .reduce((sum, kind) => sum + (scenario.kinds[kind] ?? 0), 0) / 100
  const { limit, unknown } = limitIn(recovery, currency)
  return {
    scenario,
    left: leftBy(scenario, inOrder),
    recoverableShare,
    limit,
    unknown,
    pool:
      recovery?.limit.kind === 'general_cap'
        ? 'general'
        : `${recovery?.limit.kind ?? 'none'} ${recovery?.limit.term?.id ?? scenario.head} ${scenario.head}`,
  }
}

/** The limit as a number; 0 where nothing can be counted on. */
function limitIn(
  recovery: Recovery | undefined,
  currency: string,
): { limit: number; unknown: string | null } {
  if (!recovery || recovery.limit.kind === 'open')
    return { limit: 0, unknown: 'No cap was found: what the law gives then is not counted.' }
  if (recovery.limit.kind === 'uncapped') return { limit: Number.POSITIVE_INFINITY, unknown: null }
  const { amount, words } = recovery.limit
  if (!amount) return { limit: 0, unknown: `The cap could not be reckoned: ${words}. Enter the yearly fees.` }
  if (amount.currency !== currency)
    return {
      limit: 0,
      unknown: `The cap is in ${amount.currency}, the model in ${currency}; no rate is assumed.`,
    }
  return { limit: amount.amount, unknown: null }
}
