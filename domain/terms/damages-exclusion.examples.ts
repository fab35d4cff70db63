import type { z } from 'zod'
import type { damagesExclusion } from './damages-exclusion.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof damagesExclusion)['value']>> = {
  says: [
    [
      { party: 'vendor', heads: ['lost_profits', 'lost_data'], exceptHeads: [] },
      '⟦You acknowledge that Provider is not liable for lost profits or loss of data.⟧',
    ],
    [
      { party: 'customer', heads: ['consequential'], exceptHeads: [] },
      '⟦Provider agrees that Customer is not liable for consequential damages.⟧',
    ],
    [
      { party: 'mutual', heads: ['indirect', 'consequential'], exceptHeads: [] },
      'These Terms are between you and Nightjar AI, Inc. ("Nightjar", "we", "us").\n\n⟦Either Nightjar or you shall not be liable for the other’s indirect or consequential losses.⟧',
    ],
    [
      { party: 'vendor', heads: ['indirect', 'lost_profits'], exceptHeads: ['payment'] },
      '⟦EXCEPT FOR PAYMENT OBLIGATIONS, WE WILL NOT BE LIABLE TO YOU FOR INDIRECT DAMAGES OR LOST PROFITS.⟧',
    ],
    [
      {
        party: 'mutual',
        heads: ['indirect', 'consequential', 'incidental', 'special', 'punitive'],
        exceptHeads: [],
      },
      '⟦Neither party shall be liable for any indirect, incidental, special, consequential or punitive damages.⟧',
    ],
    [
      {
        party: 'mutual',
        heads: ['consequential', 'lost_profits'],
        exceptHeads: ['confidentiality', 'gross_negligence'],
      },
      '⟦EXCEPT FOR GROSS NEGLIGENCE OR BREACH OF CONFIDENTIALITY, IN NO EVENT SHALL EITHER PARTY BE LIABLE FOR CONSEQUENTIAL DAMAGES, INCLUDING LOSS OF PROFITS.⟧',
    ],
    [
      { party: 'vendor', heads: ['lost_profits', 'lost_revenue', 'lost_data', 'goodwill'], exceptHeads: [] },
      '⟦In no event will Vendor be liable for damages for loss of profits, revenue, data or goodwill.⟧',
    ],
    [
      { party: 'mutual', heads: ['indirect', 'consequential'], exceptHeads: ['indemnity'] },
      '⟦Neither party shall be liable for indirect or consequential loss, other than under its indemnification obligations.⟧',
    ],
    [
      { party: 'mutual', heads: ['indirect', 'special'], exceptHeads: ['fraud', 'death_or_injury'] },
      '⟦Neither party shall be liable for special or indirect loss.⟧ The foregoing exclusion shall not apply to fraud, death or personal injury liability.',
    ],
    [
      { party: 'vendor', heads: ['consequential', 'business_interruption', 'cover'], exceptHeads: [] },
      '⟦The Supplier shall not be liable for business interruption, the cost of substitute services or consequential damages.⟧',
    ],
    [
      { party: 'customer', heads: ['incidental', 'punitive'], exceptHeads: [] },
      '⟦Under no circumstances shall Customer be liable for incidental or exemplary damages.⟧',
    ],
    [
      { party: 'vendor', heads: ['indirect', 'lost_data'], exceptHeads: ['data_breach'] },
      '⟦In no event shall we be liable for indirect damages or loss of data, unless caused by a data breach.⟧',
    ],
    [
      { party: 'vendor', heads: ['indirect', 'lost_profits', 'lost_data'], exceptHeads: [] },
      `⟦Vendor shall not be liable for:

(a) loss of profits;

(b) loss of data; or

(c) any indirect damages.⟧`,
    ],
    [
      { party: 'mutual', heads: ['consequential', 'punitive'], exceptHeads: ['confidentiality'] },
      '⟦No party shall be liable for consequential (other than for a breach of confidentiality) or punitive damages.⟧',
    ],
    [
      {
        party: 'mutual',
        heads: ['consequential', 'punitive', 'lost_profits'],
        exceptHeads: ['confidentiality', 'indemnity'],
      },
      '⟦NOTWITHSTANDING ANYTHING TO THE CONTRARY, NEITHER PARTY SHALL BE LIABLE FOR CONSEQUENTIAL OR PUNITIVE DAMAGES OR LOST PROFITS, EXCEPT FOR ITS INDEMNIFICATION OBLIGATIONS OR A BREACH OF CONFIDENTIALITY.⟧',
    ],
    [
      { party: 'vendor', heads: ['indirect', 'lost_revenue'], exceptHeads: ['wilful_misconduct'] },
      '⟦Save in the case of its willful misconduct, the Supplier shall under no circumstances be liable to the Customer for any indirect loss or for loss of revenue.⟧',
    ],
    [
      { party: 'unknown', heads: ['indirect', 'consequential'], exceptHeads: [] },
      "⟦Tarn won't be liable for any indirect or consequential loss.⟧",
    ],
    [
      { party: 'vendor', heads: ['indirect', 'consequential'], exceptHeads: [] },
      '⟦Vendor shall not be liable for any indirect or consequential damages, whatever claims any party brings against Customer.⟧',
    ],
  ],
  refuses: [
    'Nothing in this Agreement excludes liability for indirect or consequential loss caused by fraud.',
    'Direct damages include the reasonable cost of notifying affected persons and of credit monitoring.',
    'The indemnifying party shall pay all damages finally awarded by a court, including punitive damages, in respect of the third-party claim.',
    'Customer shall indemnify Vendor against all losses, including consequential damages.',
    "Each party's total liability shall not exceed the fees paid.",
    'Special terms apply to beta features.',
    'Vendor shall be liable for indirect damages caused by its gross negligence.',
    'The parties will discuss indirect sales channels.',
  ],
}
