import type { Money } from '../quantities/money.ts'
import { measureNamed } from './measures.ts'
import type { Comparison, Condition } from './query.ts'

const compares: Record<Comparison, (found: number, asked: number) => boolean> = {
  below: (found, asked) => found < asked,
  at_most: (found, asked) => found <= asked,
  above: (found, asked) => found > asked,
  at_least: (found, asked) => found >= asked,
  exactly: (found, asked) => Math.abs(found - asked) < 1e-9,
}

/** The type of term that a condition looks at. */
export const typeAsked = ({ measure }: Condition): string => measureNamed(measure)?.type ?? measure

/**
 * Whether a term is what a condition asks for; for "lacks", whether it is what must not be there. A number that the term does
 * not name, or one in another currency than was asked for, fulfils nothing.
 * @param annualFees of the term's agreement: a cap in months of fees is a sum only with them
 */
export function fulfils(
  condition: Condition,
  term: { type: string; value: Record<string, unknown> },
  annualFees?: Money,
): boolean {
  const measure = measureNamed(condition.measure)
  if (!measure || term.type !== measure.type) return false
  if (measure.of && !measure.of(term.value)) return false
  if (condition.form !== 'compares') return true
  const found = measure.read?.(term.value, annualFees) ?? null
  if (found === null) return false
  if (condition.currency && !currenciesOf(term.value, annualFees).includes(condition.currency)) return false
  return compares[condition.comparison](found, condition.value)
}

/** Every currency that a value names, its limbs included; that of the fees when it names none. */
function currenciesOf(value: unknown, annualFees?: Money): string[] {
  const named: string[] = []
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'currency' && typeof inner === 'string') named.push(inner)
    return inner
  })
  return named.length > 0 ? named : annualFees ? [annualFees.currency] : []
}
