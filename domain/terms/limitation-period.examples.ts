import type { z } from 'zod'
import type { limitationPeriod } from './limitation-period.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof limitationPeriod)['value']>> = {
  says: [
    [
      { period: 'P24M', party: 'mutual' },
      '⟦No claim may be brought under this Agreement more than two years after the facts arose.⟧',
    ],
    [
      { period: 'P24M', party: 'mutual' },
      '⟦No action arising out of this Agreement may be brought by either party more than two (2) years after the cause of action arose.⟧',
    ],
    [
      { period: 'P12M', party: 'mutual' },
      '⟦Any claim under this Agreement must be commenced within twelve months from the event giving rise to it.⟧',
    ],
    [
      { period: 'P12M', party: 'mutual' },
      '⟦Neither party may bring a claim or action, regardless of form, more than one year after the date of discovery.⟧',
    ],
    [
      { period: 'P150D', party: 'customer' },
      '⟦Customer may not assert any claim later than 150 days after delivery.⟧',
    ],
    [
      { period: 'P6M', party: 'mutual' },
      '⟦ANY CAUSE OF ACTION IS BARRED UNLESS FILED WITHIN SIX (6) MONTHS AFTER IT ACCRUES.⟧',
    ],
    [
      { period: 'P18M', party: 'mutual' },
      '⟦All suits and proceedings shall be instituted within eighteen (18) months of the breach.⟧',
    ],
    [
      { period: 'P36M', party: 'mutual' },
      '⟦Each party waives the right to file any lawsuit against the other later than 3 years after the facts became known.⟧',
    ],
  ],
  refuses: [
    'Customer must dispute an invoice within thirty days of its date.',
    'The indemnified party shall give notice of the claim within ten days.',
    'This Agreement terminates two years after the Effective Date.',
    'Vendor shall respond to a support request within two days.',
    'The audit may cover the last three years.',
  ],
}
