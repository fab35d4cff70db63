import type { z } from 'zod'
import type { priceChange } from './price-change.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof priceChange)['value']>> = {
  says: [
    [
      { notice: 'P60D', when: 'renewal' },
      '⟦Vendor may increase the fees upon renewal with sixty days prior notice.⟧',
    ],
    [{ cap: 5, when: 'renewal' }, '⟦Vendor may increase the fees on renewal by up to 5%.⟧'],
  ],
  refuses: ['A late fee may increase the amount due.'],
}
