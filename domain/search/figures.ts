import type { Money } from '../quantities/money.ts'
import { measureNamed, measuresOfType } from './measures.ts'
import type { Condition } from './query.ts'

/** What a term answers to one measure. */
export interface Figure {
  /** The first name of the measure. */
  measure: string
  /** Money in whole units, time in days, percentages as they are; null when the term does not name the number. */
  amount: number | null
  /** Of a sum: every currency that the term names. */
  currencies: string[]
}

/** The type of term that a condition looks at. */
export const typeAsked = ({ measure }: Condition): string => measureNamed(measure)?.type ?? measure

/** The measure that a condition asks for, as a figure has it. */
export const measureAsked = ({ measure }: Condition): string => measureNamed(measure)?.names[0] ?? measure

/**
 * Everything that a term can be asked for by name or by value. The search keeps it in an index: a release that changes what
 * comes out notes all agreements in `figure_change`, as migration 0180 did.
 * @param annualFees of the term's agreement: a cap in months of fees is a sum only with them
 */
export const figuresOf = (
  term: { type: string; value: Record<string, unknown> },
  annualFees?: Money,
): Figure[] =>
  measuresOfType(term.type)
    .filter((measure) => measure.of?.(term.value) ?? true)
    .map((measure) => ({
      measure: measure.names[0],
      amount: measure.read?.(term.value, annualFees) ?? null,
      currencies: measure.unit === 'money' ? currenciesOf(term.value, annualFees) : [],
    }))

/** Every currency that a value names, its limbs included; that of the fees when it names none. */
function currenciesOf(value: unknown, annualFees?: Money): string[] {
  const named: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'currency' && typeof inner === 'string') named.push(inner)
    return inner
  })
  return named.length > 0 ? [...new Set(named)] : annualFees ? [annualFees.currency] : []
}
