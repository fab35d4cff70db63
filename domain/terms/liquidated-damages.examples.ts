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
    [
      { amount: { amount: 50000, currency: 'USD' }, trigger: 'breach' },
      '⟦IN THE EVENT OF A BREACH OF SECTION 6, DISTRIBUTOR SHALL PAY TO COMPANY FIFTY THOUSAND DOLLARS ($50,000) AS LIQUIDATED DAMAGES AND NOT AS A PENALTY.⟧',
    ],
    [
      { trigger: 'termination' },
      '⟦If Client terminates this Agreement for convenience before the third anniversary of the Effective Date, it shall pay a termination fee equal to fifty percent of the remaining fees.⟧',
    ],
    [
      { amount: { amount: 1500, currency: 'GBP' }, trigger: 'delay' },
      '⟦Where the Supplier fails to deliver by the agreed date, it shall pay liquidated damages of £1,500 for each week of delay, up to a maximum of ten weeks.⟧',
    ],
    [
      { trigger: 'shortfall' },
      '⟦If Reseller does not meet the minimum purchase commitment for a calendar year, it shall pay the shortfall to Vendor as liquidated damages.⟧',
    ],
    [
      { amount: { amount: 75000, currency: 'USD' }, trigger: 'termination' },
      '⟦Notwithstanding Section 9, an early termination fee of $75,000 is payable by Licensee if it cancels the license during the first two years.⟧',
    ],
    [
      { trigger: 'termination' },
      '⟦The parties agree that the lump sum payable on an early termination is not a penalty, and that it is reasonable in light of the damages that such a termination may be expected to cause.⟧',
    ],
    [
      { trigger: 'other' },
      '⟦The parties acknowledge that the foregoing payments constitute fair and reasonable liquidated damages.⟧',
    ],
    [
      { amount: { amount: 5000, currency: 'USD' }, trigger: 'termination' },
      '⟦If Customer terminates this Agreement for any reason in its first year, Customer will pay Vendor an early termination fee of $5,000.⟧',
    ],
  ],
  refuses: [
    'Customer may leave at the end of each year without any termination fee.',
    'Neither party shall owe the other any termination fee or other compensation by reason of the expiration of this Agreement.',
    'Customer may terminate for convenience without any termination fee.',
    'Customer may cancel at any time without penalty.',
    'Fees are non-refundable and payable in advance.',
    'On termination all unpaid fees become due.',
    'Neither party is liable for punitive damages.',
    'The total of liquidated damages, compensation and other expenses that Vendor pays shall not exceed the fees of the past year.',
  ],
}
