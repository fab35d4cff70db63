import type { z } from 'zod'
import type { suspension } from './suspension.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof suspension)['value']>> = {
  says: [
    [
      { by: 'vendor', grounds: ['non_payment'] },
      '⟦Provider may suspend the Services if Customer fails to pay.⟧',
    ],
    [
      { by: 'vendor', notice: 'P5D', grounds: ['breach'] },
      '⟦Vendor may suspend access upon five (5) days notice for breach of this Agreement.⟧',
    ],
  ],
  refuses: ['Customer may suspend payment of a disputed invoice.'],
}
