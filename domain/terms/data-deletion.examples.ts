import type { z } from 'zod'
import type { dataDeletion } from './data-deletion.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof dataDeletion)['value']>> = {
  says: [
    [
      { on: 'termination', form: 'either' },
      'Customer Content is Confidential Information of Customer. ⟦Upon termination each party shall return or destroy all Confidential Information of the other party.⟧',
    ],
    [
      { on: 'termination', within: 'P180D', form: 'delete' },
      '⟦Customer instructs Vendor to delete all Customer Data at the end of the Term.⟧ ⟦After a recovery period of 30 days Vendor will comply with this instruction within a maximum period of 180 days.⟧',
    ],
    [
      { on: 'termination', within: 'P30D', form: 'delete' },
      '⟦Upon termination of this Agreement, Vendor will delete all Customer Data within thirty (30) days.⟧',
    ],
    [
      { on: 'termination', form: 'either' },
      "⟦Following expiry of the Agreement, Provider shall, at Customer's choice, return or delete Personal Data.⟧",
    ],
    [
      { on: 'request', within: 'P10D', form: 'delete' },
      '⟦Vendor shall erase Customer Content within ten days of a written request by Customer.⟧',
    ],
    [
      { on: 'termination', within: 'P90D', form: 'delete', certificate: true },
      '⟦Within ninety days after termination, Supplier shall destroy Customer Data and certify the destruction in writing.⟧',
    ],
    [
      { on: 'both', form: 'either' },
      '⟦Upon termination or at any time upon request, Processor shall delete or return all Personal Data.⟧',
    ],
    [
      { on: 'termination', form: 'return' },
      '⟦On expiration of the Term, Vendor shall return the Customer Data in a common format.⟧',
    ],
    [
      { on: 'termination', form: 'delete', certificate: true },
      '⟦On termination, Vendor shall delete Customer Data.⟧ ⟦Vendor shall provide written confirmation of the deletion.⟧',
    ],
    [
      { on: 'termination', within: 'P30D', form: 'delete' },
      '⟦Fine-tuned models and embeddings will be deleted within 30 days of the end of the Services.⟧',
    ],
    [{ on: 'request', form: 'delete' }, '⟦If requested by Customer, we will delete your data.⟧'],
    [
      { on: 'termination', within: { businessDays: 30 }, form: 'either', certificate: true },
      '⟦Within thirty (30) business days after the expiration of the term, Processor shall return or delete all Personal Data, at the choice of Controller, and certify in writing that it has done so.⟧',
    ],
    [
      { on: 'termination', within: 'P6M', form: 'delete' },
      '⟦UPON TERMINATION OF THIS AGREEMENT PROVIDER SHALL DELETE ALL CUSTOMER DATA WITHIN SIX (6) MONTHS, EXCEPT WHERE THE LAW REQUIRES IT TO KEEP A COPY.⟧',
    ],
    [
      { on: 'request', form: 'delete' },
      "Customer Content is Customer's Confidential Information. Where it is asked to, the Recipient shall promptly, upon request, erase the Discloser's Confidential Information.",
    ],
    [
      [
        { on: 'termination', within: 'P30D', form: 'either' },
        { on: 'termination', within: 'P30D', form: 'either' },
      ],
      'Within thirty (30) days of the termination of the Agreement, Provider will:\n\n(a) ⟦if Customer asks for it within that period, return a copy of all Customer Data; and⟧\n\n(b) ⟦delete all copies of Customer Data that it holds.⟧',
    ],
    [
      { on: 'termination', form: 'either', certificate: true },
      'Upon completion of the contractual work the Processor hands over to the Controller all personal data or destroys them. The Processor confirms the deletion in writing.',
    ],
    [{ on: 'request', form: 'delete' }, "We'll delete your data whenever you ask us to."],
    [
      { on: 'termination', within: 'P30D', form: 'delete' },
      'Customer Data is deleted thirty (30) days after the Subscription ends.',
    ],
    [
      { on: 'termination', within: 'P90D', form: 'delete' },
      'Following termination, all Customer Data will be permanently erased within 90 days.',
    ],
  ],
  refuses: [
    'Licensee shall delete all copies of the software from its computers upon the termination of the license and shall certify the deletion.',
    'Vendor shall forward requests from data subjects for erasure to Customer.',
    'Customer shall delete the Software upon termination.',
    'Recipient shall return the equipment on termination.',
    'Vendor may delete inactive accounts.',
    'Personal Data means any information about a person.',
    'Personal data that was typed in is deleted within 14 days after the end of the session.',
    'Vendor shall delete the prompts following the completion of the API request.',
  ],
}
