import type { z } from 'zod'
import type { nonRenewalNotice } from './non-renewal-notice.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof nonRenewalNotice)['value']>> = {
  says: [
    [
      { period: 'P60D', before: 'term_end' },
      '⟦This Agreement renews for successive one-year terms unless either party gives notice of non-renewal at least sixty (60) days prior to the end of the then-current term.⟧',
    ],
    [
      { period: 'P90D', before: 'term_end' },
      '⟦This Agreement shall automatically renew for a further term unless Customer notifies Supplier not less than 90 days before the expiration of the term of its intention not to renew.⟧',
    ],
  ],
  refuses: ['Customer shall pay within 30 days.'],
}
