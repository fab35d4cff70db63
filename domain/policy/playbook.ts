import { z } from 'zod'
import { Duration } from '../quantities/duration.ts'
import { Money } from '../quantities/money.ts'
import { RiskClass } from './risk.ts'

/**
 * What a vendor's paper must give, by class of the deployment that rests on it: data that a lawyer edits. Each cell is
 * a requirement with plain words for people and a `test` for the assessment; `null` asks nothing.
 */

/** A head of liability that the playbook speaks of; `data_breach` is met by `data_protection` too. */
export const CapHead = z.enum(['data_breach', 'confidentiality'])

export const Test = z.discriminatedUnion('kind', [
  /** The cap is at least `fees` × twelve months' fees, and at least `amount`. Without `heads`: the general cap. */
  z.object({
    kind: z.literal('cap'),
    fees: z.number().positive(),
    amount: Money.optional(),
    heads: z.array(CapHead).optional(),
  }),
  z.object({ kind: z.literal('uncapped'), heads: z.array(z.string()).min(1) }),
  z.object({
    kind: z.literal('indemnity'),
    covers: z.enum(['ip_infringement', 'data_breach']),
    outputs: z.boolean().optional(),
    uncapped: z.boolean().optional(),
  }),
  /** An exclusion of indirect loss, where there is one, leaves these heads out. */
  z.object({ kind: z.literal('exclusion_excepts'), heads: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('training'), atMost: z.enum(['no', 'opt_in', 'opt_out']) }),
  /** `zero` asks for zero retention. */
  z.object({ kind: z.literal('retention'), atMost: z.union([Duration, z.literal('zero')]) }),
  z.object({ kind: z.literal('deletion'), within: Duration, certificate: z.boolean().optional() }),
  /** Without `within` any duty to tell the customer is enough. */
  z.object({ kind: z.literal('incident_notice'), within: Duration.optional() }),
  z.object({ kind: z.literal('cooperation'), duties: z.array(z.string()).min(1) }),
  z.object({
    kind: z.literal('audit'),
    atLeast: z.enum(['reports_only', 'security']),
    /** How often at the least. */
    every: Duration.optional(),
    regulator: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('change'),
    notice: Duration.optional(),
    wayOut: z.boolean().optional(),
    consentOnly: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('model_change'), notice: Duration, pinning: z.boolean().optional() }),
  z.object({ kind: z.literal('exit'), artefacts: z.array(z.string()), help: Duration.optional() }),
  z.object({
    kind: z.literal('service_level'),
    uptime: z.number().min(0).max(100),
    credits: z.boolean().optional(),
    notSoleRemedy: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('subprocessors'),
    atLeast: z.enum(['notice', 'prior']),
    objection: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('insurance'), kinds: z.array(z.string()).min(1) }),
  /** What the vendor forbids against what the deployment does. */
  z.object({ kind: z.literal('permitted_use') }),
  z.object({ kind: z.literal('renewal_notice'), notOver: Duration }),
])
export type Test = z.infer<typeof Test>
export type TestOf<K extends Test['kind']> = Extract<Test, { kind: K }>

/**
 * `required`: a gap when it isn't met. `preferred`: a low gap. `flag`: worth knowing, no more. `blocks`: the
 * deployment may not go on like this.
 */
export const Level = z.enum(['required', 'preferred', 'flag', 'blocks'])
export type Level = z.infer<typeof Level>

export const Requirement = z.object({
  level: Level,
  /** "Greater of 2× twelve months' fees and USD 1,000,000". No final full stop. */
  words: z.string().min(1),
  /** Put in the place of `{insert}` in the rule's ask. */
  insert: z.string().optional(),
  test: Test,
})
export type Requirement = z.infer<typeof Requirement>

export const Rule = z
  .object({
    id: z.string().regex(/^[a-z_]+$/),
    title: z.string().min(1),
    /** Types of terms that the test looks at; they decide which screen shows the rule. */
    termTypes: z.array(z.string()).min(1),
    why: z.string().min(1),
    /** What it weighs beside the other rules: 1 for what decides who pays, -1 for what others make up for. */
    weight: z.int().min(-1).max(1),
    by: z.record(RiskClass, Requirement.nullable()),
    /** Contract language to ask for; `{insert}` stands for the requirement's own words. */
    ask: z.string().min(1),
    /** What to settle for. */
    fallback: z.string().min(1),
  })
  .refine(
    (rule) => !rule.ask.includes('{insert}') || Object.values(rule.by).every((r) => r === null || r.insert),
    'The ask has a place for {insert}, so each requirement needs its own.',
  )
export type Rule = z.infer<typeof Rule>

export const Playbook = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  version: z.string().min(1),
  rules: z
    .array(Rule)
    .min(1)
    .refine((rules) => new Set(rules.map((r) => r.id)).size === rules.length, 'Two rules have the same id.'),
})
export type Playbook = z.infer<typeof Playbook>

/** The rule's ask with the words of the requirement in their place. */
export const askFor = (rule: Rule, requirement: Requirement): string =>
  rule.ask.replaceAll('{insert}', requirement.insert ?? '')
