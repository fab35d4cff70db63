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
    [
      {
        kinds: ['general_liability', 'automobile'],
        amounts: [
          { amount: 2000000, currency: 'USD' },
          { amount: 1000000, currency: 'USD' },
        ],
      },
      '⟦CONTRACTOR SHALL AT ITS OWN EXPENSE MAINTAIN COMMERCIAL GENERAL LIABILITY INSURANCE WITH A LIMIT OF TWO MILLION DOLLARS ($2,000,000) AND AUTOMOBILE LIABILITY INSURANCE WITH A LIMIT OF ONE MILLION DOLLARS ($1,000,000).⟧',
    ],
    [
      { kinds: ['product_liability'], amounts: [{ amount: 3000000, currency: 'EUR' }] },
      '⟦Manufacturer shall procure and keep in force, during the term and for three years thereafter, product liability insurance of no less than €3,000,000 per claim.⟧',
    ],
    [
      { kinds: ['cyber'], amounts: [{ amount: 10000000, currency: 'USD' }] },
      '⟦Notwithstanding the limits stated in Exhibit D, Provider shall maintain cyber liability insurance with limits of not less than $10 million for each claim.⟧',
    ],
    [
      {
        kinds: ['workers_compensation', 'employers_liability'],
        amounts: [{ amount: 500000, currency: 'USD' }],
      },
      "⟦Each party shall carry workers' compensation insurance as required by law and employer's liability insurance with limits of at least $500,000 per accident.⟧",
    ],
    [
      { kinds: ['other'], amounts: [] },
      '⟦Supplier shall add Customer to its insurance policies before the work begins.⟧',
    ],
    [
      { kinds: ['general_liability'], amounts: [{ amount: 1000000, currency: 'USD' }] },
      `⟦Supplier shall maintain commercial general liability insurance with limits of not less than $1,000,000 per occurrence for all work that it performs under this

Agreement and the orders that are placed under it until the last of them has been completed.⟧`,
    ],
  ],
  refuses: [
    'Supplier shall add the names of its staff to the list of those who may enter the site.',
    'Failure to comply with the insurance requirements of this Agreement is a material breach of it.',
    'Seller shall ship the goods by sea freight with no extra insurance unless Buyer asks for it in the order.',
    'Nothing in this Section shall be deemed to limit the liability of Supplier to the amounts of its insurance policies.',
    'Supplier provides software to companies in the insurance industry that helps them to price their policies and to handle claims.',
    'Customer shall not use the Services to make decisions about insurance.',
    'Vendor shall not be liable for consequential damages.',
    'The insurance industry is regulated by the states.',
    'Employees receive health insurance from their employer.',
    'Provider gives no assurance that the service is error free.',
  ],
}
