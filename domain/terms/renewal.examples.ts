import type { z } from 'zod'
import type { renewal } from './renewal.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof renewal)['value']>> = {
  says: [
    [
      { automatic: true, period: 'P12M' },
      '⟦This Agreement will automatically renew for successive one (1) year terms unless either party gives notice of non-renewal.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦The subscription term automatically renews for additional periods of twelve months.⟧',
    ],
    [
      { automatic: true, period: 'P12M', maxTimes: 3 },
      '⟦This Agreement automatically renews for up to three (3) additional one-year terms.⟧',
    ],
  ],
  refuses: ['The letter of credit shall automatically renew for a period of one year.'],
}
