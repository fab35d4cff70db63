import type { z } from 'zod'
import type { governingLaw } from './governing-law.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof governingLaw)['value']>> = {
  says: [
    [{ jurisdiction: 'New York' }, '⟦This Agreement is governed by the laws of the State of New York.⟧'],
    [
      { jurisdiction: 'England and Wales' },
      '⟦This Agreement shall be governed by and construed in accordance with the laws of England and Wales.⟧',
    ],
    [
      { jurisdiction: 'Delaware' },
      '⟦THIS AGREEMENT SHALL BE GOVERNED BY THE LAWS OF THE STATE OF DELAWARE.⟧',
    ],
    [
      { jurisdiction: 'Ireland' },
      '⟦These Terms are governed by the laws of Ireland, without regard to its conflict of laws rules.⟧',
    ],
    [{ jurisdiction: 'Germany' }, '⟦This Agreement is governed by German law.⟧'],
    [{ jurisdiction: 'Ontario' }, '⟦The laws of the Province of Ontario govern this Agreement.⟧'],
    [
      { jurisdiction: 'Massachusetts' },
      '⟦This Agreement shall be governed by the laws of the Commonwealth of Massachusetts.⟧',
    ],
    [{ jurisdiction: 'Singapore' }, '⟦This Agreement shall be governed by the laws of Singapore.⟧'],
  ],
  refuses: [
    'Supplier shall comply with the laws of California.',
    'Each party shall obey all applicable laws.',
  ],
}
