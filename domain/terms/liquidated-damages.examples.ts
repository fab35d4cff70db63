import type { z } from 'zod'
import type { liquidatedDamages } from './liquidated-damages.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof liquidatedDamages)['value']>> = {
  says: [
    [
      { amount: { amount: 10000, currency: 'USD' }, trigger: 'delay' },
      '⟦For each day of delay Vendor shall pay $10,000 as liquidated damages.⟧',
    ],
    [
      { trigger: 'termination' },
      '⟦If Customer terminates before the end of the Term, Customer shall pay an early termination fee equal to half of the remaining fees.⟧',
    ],
    [
      { amount: { amount: 25000, currency: 'EUR' }, trigger: 'breach' },
      '⟦The breaching party shall pay €25,000 as liquidated damages for each breach.⟧',
    ],
    [
      { trigger: 'other' },
      '⟦The parties agree that this sum is a reasonable estimate of the damages and not a punishment.⟧',
    ],
    [{ trigger: 'termination' }, '⟦Upon cancellation, a cancellation charge of two monthly fees is due.⟧'],
    [
      { trigger: 'shortfall' },
      '⟦If the minimum volume is not met, Buyer shall pay the difference as liquidated damages.⟧',
    ],
    [
      { amount: { amount: 5000, currency: 'USD' }, trigger: 'delay' },
      '⟦Late delivery is subject to a contractual penalty of $5,000 per week.⟧',
    ],
    [
      { trigger: 'termination' },
      '⟦Licensee shall pay the Termination Fee within ten days after termination.⟧',
    ],
  ],
  refuses: [
    'Customer may terminate for convenience without any termination fee.',
    'Customer may cancel at any time without penalty.',
    'Fees are non-refundable and payable in advance.',
    'On termination all unpaid fees become due.',
    'Neither party is liable for punitive damages.',
  ],
}
