import { z } from 'zod'

/** Who a duty binds or a right is for. */
export const Party = z.enum(['vendor', 'customer', 'mutual', 'unknown'])
export type Party = z.infer<typeof Party>

/** As a screen or a report calls them. */
export const partyTitles: Record<Party, string> = {
  vendor: 'the vendor',
  customer: 'the customer',
  mutual: 'each party',
  unknown: 'one party (unclear which)',
}
