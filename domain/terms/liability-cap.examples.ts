import type { z } from 'zod'
import type { liabilityCap } from './liability-cap.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof liabilityCap)['value']>> = {
  says: [
    [
      {
        form: 'fixed',
        amount: { amount: 500, currency: 'USD' },
        party: 'vendor',
        per: 'unknown',
        appliesTo: 'general',
      },
      "⟦Provider's liability tops out at $500.⟧",
    ],
    [
      {
        form: 'greater_of',
        of: [
          { form: 'fees_paid', lookback: 'P6M' },
          { form: 'fixed', amount: { amount: 100, currency: 'USD' } },
        ],
        party: 'vendor',
        per: 'unknown',
        appliesTo: 'general',
      },
      '⟦The most you can recover from us is the greater of what you paid us in the last six months and $100.⟧',
    ],
    [
      {
        form: 'fixed',
        amount: { amount: 50, currency: 'USD' },
        party: 'vendor',
        per: 'unknown',
        appliesTo: 'general',
      },
      "⟦If we're found liable anyway, we won't owe you more than $50.⟧",
    ],
    [
      { form: 'fees_paid', lookback: 'P12M', party: 'vendor', per: 'unknown', appliesTo: 'general' },
      '⟦The Supplier is liable up to the amount of the annual fee.⟧',
    ],
    [
      { form: 'fees_paid', party: 'vendor', per: 'unknown', appliesTo: 'general' },
      '⟦To the extent permitted by law, you can only recover direct damages from us, up to the amount you paid for the Services.⟧',
    ],
    [
      {
        form: 'greater_of',
        of: [
          { form: 'fees_paid', lookback: 'P6M' },
          { form: 'fixed', amount: { amount: 250, currency: 'EUR' } },
        ],
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'general',
      },
      'These Terms are between you and Nightjar AI, Inc. ("Nightjar", "we", "us").\n\n⟦Except as set out in the section above, our total liability to you, whether in contract (including under any indemnity) or in tort, is limited to the greater of what you paid to us in the six months before the event and EUR 250.⟧',
    ],
    [
      { form: 'fees_paid', party: 'customer', per: 'unknown', appliesTo: 'general' },
      '9. Liability\n\n⟦Customer’s liability is limited to the Charges.⟧',
    ],
    [
      { form: 'other', party: 'unknown', per: 'unknown', appliesTo: 'other' },
      '15. Limits of liability\n\n⟦Service credits are Customer’s sole and exclusive remedy for a failure to meet the service level.⟧',
    ],
    [
      { form: 'fees_multiple', multiple: 0.5, party: 'vendor', per: 'claim', appliesTo: 'general' },
      "⟦Vendor's liability with respect to a given claim shall not exceed 50% (fifty percent) of the fees paid.⟧",
    ],
    [
      {
        form: 'greater_of',
        of: [
          { form: 'fixed', amount: { amount: 5000000, currency: 'USD' } },
          { form: 'fees_multiple', multiple: 5, lookback: 'P12M' },
        ],
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'data_breach',
      },
      "9.3 ⟦Provider's aggregate liability resulting from a Data Breach shall not exceed $5,000,000 or five times (5x) the fees paid in the twelve months before the breach, whichever is greater.⟧",
    ],
    [
      { form: 'fees_paid', lookback: 'P12M', party: 'vendor', per: 'aggregate', appliesTo: 'general' },
      '(I) ⟦IN NO EVENT SHALL EITHER PARTY BE LIABLE FOR CONSEQUENTIAL DAMAGES; AND (II) THE TOTAL LIABILITY OF VENDOR SHALL NOT EXCEED THE AMOUNTS PAID BY CUSTOMER IN THE 12 MONTHS BEFORE THE EVENT.⟧',
    ],
    [
      {
        form: 'greater_of',
        of: [{ form: 'fixed', amount: { amount: 200000, currency: 'USD' } }, { form: 'fees_paid' }],
        party: 'vendor',
        per: 'unknown',
        appliesTo: 'general',
      },
      `⟦Vendor's liability under this Agreement shall not exceed the greater of:

(a) $200,000; and

(b) the fees paid by Customer.⟧`,
    ],
    [
      { form: 'fees_paid', lookback: 'P12M', party: 'mutual', per: 'aggregate', appliesTo: 'general' },
      "⟦Each party's total liability under this Agreement will not exceed the fees paid by Customer in the twelve (12) months before the claim arose.⟧",
    ],
    [
      {
        form: 'fixed',
        amount: { amount: 1000000, currency: 'USD' },
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'general',
      },
      "⟦IN NO EVENT SHALL VENDOR'S AGGREGATE LIABILITY ARISING OUT OF THIS AGREEMENT EXCEED ONE MILLION DOLLARS ($1,000,000).⟧",
    ],
    [
      {
        form: 'greater_of',
        of: [
          { form: 'fixed', amount: { amount: 1000000, currency: 'USD' } },
          { form: 'fees_multiple', multiple: 2, lookback: 'P12M' },
        ],
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'general',
      },
      "⟦Vendor's total liability is limited to the greater of (i) $1,000,000 and (ii) two times the Fees paid or payable in the twelve (12) months preceding the first event.⟧",
    ],
    [
      {
        form: 'fees_multiple',
        multiple: 3,
        lookback: 'P12M',
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'data_breach',
      },
      "⟦Vendor's aggregate liability for a Data Breach shall not exceed three (3) times the fees paid in the prior twelve months.⟧",
    ],
    [
      [
        { form: 'fees_paid', party: 'vendor', per: 'aggregate', appliesTo: 'general' },
        {
          form: 'fixed',
          amount: { amount: 5000000, currency: 'EUR' },
          party: 'vendor',
          per: 'aggregate',
          appliesTo: 'confidentiality',
        },
      ],
      "⟦Supplier's total liability shall not exceed the amounts paid under the Order.⟧ ⟦Supplier's total liability for breach of confidentiality shall not exceed €5,000,000.⟧",
    ],
    [
      {
        form: 'fees_multiple',
        multiple: 1.5,
        lookback: 'P12M',
        party: 'vendor',
        per: 'year',
        appliesTo: 'general',
      },
      "⟦The Supplier's liability in each contract year shall be limited to 150% of the charges paid or payable for twelve months.⟧",
    ],
    [
      {
        form: 'fixed',
        amount: { amount: 50000, currency: 'GBP' },
        party: 'vendor',
        per: 'claim',
        appliesTo: 'general',
      },
      '⟦The liability of the Supplier for any claim under this Agreement shall be limited to £50,000 per claim.⟧',
    ],
    [
      { form: 'fees_paid', lookback: 'P6M', party: 'vendor', per: 'unknown', appliesTo: 'general' },
      '⟦Under no circumstances will our liability to you exceed the amount you paid us during the six months before the event.⟧',
    ],
    [
      {
        form: 'lesser_of',
        of: [{ form: 'fixed', amount: { amount: 100000, currency: 'USD' } }, { form: 'fees_paid' }],
        party: 'mutual',
        per: 'aggregate',
        appliesTo: 'general',
      },
      "⟦Neither party's cumulative liability will exceed the lesser of $100,000 and the fees paid under this Agreement.⟧",
    ],
    [
      { form: 'fees_paid', lookback: 'P12M', party: 'mutual', per: 'aggregate', appliesTo: 'general' },
      "⟦Except for breach of Section 7, gross negligence and fraud, each party's total liability will not exceed the fees paid by Customer in the previous twelve months.⟧",
    ],
    [
      {
        form: 'fixed',
        amount: { amount: 250000, currency: 'USD' },
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'indemnity',
      },
      "⟦Provider's total liability for its indemnification obligations shall not exceed $250,000.⟧",
    ],
    [
      { form: 'fees_paid', lookback: 'P12M', party: 'mutual', per: 'aggregate', appliesTo: 'general' },
      '⟦IN NO EVENT SHALL THE TOTAL LIABILITY OF EITHER PARTY ARISING OUT OF THIS AGREEMENT EXCEED THE FEES PAID OR PAYABLE BY CUSTOMER IN THE TWELVE (12) MONTHS THAT PRECEDE THE CLAIM.⟧',
    ],
    [
      {
        form: 'fixed',
        amount: { amount: 2000000, currency: 'USD' },
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'general',
      },
      '⟦Notwithstanding Section 9 of the Agreement, the total liability of Supplier for the services described in this Exhibit C shall not exceed two million dollars ($2,000,000).⟧',
    ],
    [
      { form: 'fees_paid', party: 'customer', per: 'aggregate', appliesTo: 'general' },
      '⟦Except for its duty to pay the fees, the aggregate liability of Customer under this Agreement shall not exceed the total fees committed under the Order Form.⟧',
    ],
    [
      {
        form: 'fixed',
        amount: { amount: 100000, currency: 'USD' },
        party: 'mutual',
        per: 'claim',
        appliesTo: 'general',
      },
      "⟦Each party's liability under this Agreement shall not exceed $100,000 for any single claim, whatever the legal ground on which it is based.⟧",
    ],
    [
      [
        {
          form: 'fixed',
          amount: { amount: 100000, currency: 'USD' },
          party: 'customer',
          per: 'aggregate',
          appliesTo: 'general',
        },
        {
          form: 'fees_multiple',
          multiple: 2,
          lookback: 'P12M',
          party: 'vendor',
          per: 'aggregate',
          appliesTo: 'general',
        },
      ],
      "⟦Customer's total liability under this Agreement shall not exceed $100,000.⟧ ⟦Supplier's total liability under this Agreement shall not exceed twice the fees paid in the twelve months before the claim.⟧",
    ],
    [
      { form: 'fees_paid', lookback: 'P3M', party: 'vendor', per: 'aggregate', appliesTo: 'general' },
      '⟦In no event will the aggregate liability of Provider be greater than the fees received from Customer during the three (3) months immediately preceding the event.⟧',
    ],
    [
      {
        form: 'lesser_of',
        of: [
          { form: 'fees_paid', lookback: 'P12M' },
          { form: 'fixed', amount: { amount: 50000, currency: 'EUR' } },
        ],
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'general',
      },
      "⟦Licensor's total liability shall be limited to the lesser of the fees paid in the preceding twelve months and €50,000.⟧",
    ],
    [
      {
        form: 'fees_multiple',
        multiple: 1.25,
        lookback: 'P12M',
        party: 'vendor',
        per: 'year',
        appliesTo: 'general',
      },
      "⟦The Supplier's total liability in each contract year shall not exceed one hundred and twenty-five percent (125%) of the charges payable in the previous twelve months.⟧",
    ],
    [
      {
        form: 'fixed',
        amount: { amount: 10000000, currency: 'GBP' },
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'data_breach',
      },
      '⟦Notwithstanding clause 12.3, the total aggregate liability of the Supplier for any breach of its data protection obligations shall not exceed £10 million.⟧',
    ],
    [
      {
        form: 'greater_of',
        of: [
          { form: 'fixed', amount: { amount: 1000000, currency: 'USD' } },
          { form: 'fees_multiple', multiple: 3 },
        ],
        party: 'vendor',
        per: 'aggregate',
        appliesTo: 'general',
      },
      '⟦THE ENTIRE LIABILITY OF VENDOR SHALL NOT EXCEED ONE MILLION DOLLARS ($1,000,000) OR THREE TIMES THE FEES PAID UNDER THIS AGREEMENT, WHICHEVER IS HIGHER.⟧',
    ],
    [
      { form: 'fees_paid', lookback: 'P12M', party: 'mutual', per: 'aggregate', appliesTo: 'general' },
      "⟦Neither party's aggregate liability shall exceed the fees paid in the prior year, except for liability for fraud, provided that this exception shall not apply to fraud of a subcontractor.⟧",
    ],
    [
      { form: 'fees_paid', lookback: 'P12M', party: 'vendor', per: 'unknown', appliesTo: 'general' },
      'Both parties agree that the liability for damages payable by Vendor under this Agreement shall not exceed the fees that Customer paid in the past twelve months.',
    ],
    [
      { form: 'fees_paid', lookback: 'P12M', party: 'vendor', per: 'aggregate', appliesTo: 'general' },
      "⟦The aggregate liability of Vendor, of the companies of its group and of each of their employees, agents, representatives and of anyone who acts on their behalf towards Customer, for any and all claims which arise from or in connection with the services, from the use of them by Customer or by its users or from anybody's inability to use them at any time, shall be limited to the fees paid in the past twelve months.⟧",
    ],
  ],
  refuses: [
    'Customer may order up to the amount of seats that it has purchased.',
    'Provider is liable for damage up to the time of delivery.',
    'The discount shall not exceed ten percent of the list price.',
    'Nothing in this Agreement caps the liability of either party for fraud.',
    'The indemnity above will not apply to liability for the use of the Service in breach of this Agreement.',
    'The foregoing limitations and exclusions shall apply even if a limited remedy fails of its essential purpose, and regardless of the form of action.',
    'For each day of delay Supplier shall pay two percent (2%) of the price of the delayed units, as set out in the schedule of charges.',
    'The total liability of Vendor under this Agreement shall not be limited in amount.',
    'The liability of Vendor for a breach of this clause is not limited to the fees that Customer has paid.',
    "Neither party's liability is limited.",
    'What either party owes under this Addendum is subject to the exclusions and limitations set out in the Master Agreement, which apply to both together.',
    'The liability of each of us under this annex is subject to the limitations of liability that are contained in the Agreement.',
    'The credits in this Schedule are not the only remedy that Customer has for an outage, and leave its other rights untouched.',
    'There is no limit on the liability of either party under this Agreement, and nothing in the Order Form shall be read as if there were one.',
    'The total number of users shall not exceed the number that is stated in the Order Form, and additional users are charged at list price.',
    'Neither party shall be liable for indirect or consequential damages.',
    'The number of users shall not exceed the amount stated in the Order Form.',
    'No action may be brought more than one year after the cause of action arose.',
    'Late payments bear interest at a rate that shall not exceed the maximum permitted by law.',
    'Nothing in this Agreement limits liability for death or personal injury.',
    'Customer shall maintain insurance with limits of not less than $1,000,000.',
  ],
}
