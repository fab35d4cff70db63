import type { z } from 'zod'
import type { Examples } from './term.ts'
import type { terminationForConvenience } from './termination-for-convenience.ts'

export const examples: Examples<z.infer<(typeof terminationForConvenience)['value']>> = {
  says: [
    [
      { by: 'customer', notice: 'P30D' },
      '⟦Customer may terminate this Agreement for convenience upon thirty (30) days written notice.⟧',
    ],
    [
      { by: 'mutual', notice: 'P90D' },
      '⟦Either party may terminate this Agreement at any time without cause on 90 days notice.⟧',
    ],
    [{ by: 'vendor' }, '⟦We may terminate this Agreement for any reason.⟧'],
  ],
  refuses: ['Either party may terminate this Agreement for material breach.'],
}
