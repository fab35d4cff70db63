import type { z } from 'zod'
import type { insurance } from './insurance.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof insurance)['value']>> = {
  says: [
    [
      {
        kinds: ['general_liability'],
        amounts: [
          { amount: 1000000, currency: 'USD' },
          { amount: 2000000, currency: 'USD' },
        ],
      },
      '⟦Vendor shall maintain commercial general liability insurance with limits of $1,000,000 per occurrence and $2,000,000 in the aggregate.⟧',
    ],
    [
      { kinds: ['errors_and_omissions', 'cyber'], amounts: [{ amount: 5000000, currency: 'USD' }] },
      '⟦Throughout the Term, Provider will carry technology errors and omissions and cyber liability insurance of at least $5,000,000.⟧',
    ],
    [
      { kinds: ['workers_compensation'], amounts: [] },
      "⟦Supplier shall keep in force workers' compensation insurance as required by law.⟧",
    ],
    [
      { kinds: ['other'], amounts: [] },
      '⟦Upon request, Vendor shall provide a certificate of insurance evidencing such coverage.⟧',
    ],
    [
      { kinds: ['other'], amounts: [] },
      '⟦Customer shall be named as an additional insured under each policy.⟧',
    ],
    [
      { kinds: ['errors_and_omissions'], amounts: [{ amount: 2000000, currency: 'GBP' }] },
      '⟦The Supplier shall take out professional indemnity insurance with a limit of £2,000,000 for any one claim.⟧',
    ],
    [
      { kinds: ['umbrella'], amounts: [{ amount: 10000000, currency: 'USD' }] },
      '⟦Contractor shall maintain umbrella liability insurance of not less than $10,000,000.⟧',
    ],
    [
      { kinds: ['automobile'], amounts: [] },
      '⟦Each party shall obtain automobile insurance for vehicles used in performance of the Services.⟧',
    ],
    [
      { kinds: ['property'], amounts: [] },
      '⟦Licensee shall procure property insurance covering the equipment against all risks.⟧',
    ],
  ],
  refuses: [
    'Customer shall not use the Services to make decisions about insurance.',
    'Vendor shall not be liable for consequential damages.',
    'The insurance industry is regulated by the states.',
    'Employees receive health insurance from their employer.',
    'Provider gives no assurance that the service is error free.',
  ],
}
