import type { z } from 'zod'
import type { assignment } from './assignment.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof assignment)['value']>> = {
  says: [
    [
      [
        { consent: 'required', party: 'customer' },
        { consent: 'not_required', party: 'vendor' },
      ],
      "⟦You can't transfer your rights under these Terms without our permission, but we can assign ours to anyone.⟧",
    ],
    [
      { consent: 'not_required', party: 'vendor' },
      '⟦We may assign these Terms to anybody without telling you.⟧',
    ],
    [
      [
        { consent: 'required', party: 'customer' },
        { consent: 'not_required', party: 'vendor' },
      ],
      'These Terms are between you and Nightjar AI, Inc. ("Nightjar", "we", "us").\n\n⟦These Terms may not be assigned by you without our consent, but may be assigned by us without restriction.⟧',
    ],
    [
      { consent: 'required', party: 'customer' },
      'This Agreement is made between Orrin Systems Ltd. ("Supplier") and Fellgate Stores plc ("Customer").\n\n⟦Customer may assign this Agreement only with Supplier’s prior written approval.⟧',
    ],
    [
      { consent: 'not_required', party: 'vendor' },
      'This Agreement is made between Orrin Systems Ltd. ("Supplier") and Fellgate Stores plc ("Customer").\n\n⟦Supplier shall be free to assign this Agreement to any third party upon notice to Customer.⟧',
    ],
    [
      { consent: 'required', party: 'mutual' },
      '⟦Neither party may assign this Agreement, in whole or in part, by operation of law or otherwise, without the prior written consent of the other party, which shall not be unreasonably withheld.⟧',
    ],
    [
      { consent: 'required', party: 'customer' },
      '⟦Customer shall not assign, sublicense or otherwise transfer this Agreement or any of its rights or obligations hereunder without the prior written consent of Supplier, and any purported assignment is void.⟧',
    ],
    [
      { consent: 'required', party: 'vendor' },
      '⟦Supplier may not assign or delegate any of its rights or duties under this Agreement to any third party without first obtaining the written consent of Customer.⟧',
    ],
    [
      { consent: 'affiliates_or_successor', party: 'mutual' },
      '⟦Neither party may assign this Agreement without the prior written consent of the other party, except that either party may assign it to an affiliate or to a successor to all or substantially all of its business without such consent.⟧',
    ],
    [
      { consent: 'affiliates_or_successor', party: 'vendor' },
      '⟦Provider may assign this Agreement without consent to any of its affiliates or to the purchaser of the business to which this Agreement relates, provided that the assignee assumes all obligations in writing.⟧',
    ],
    [
      { consent: 'not_required', party: 'vendor' },
      '⟦Supplier may freely assign this Agreement or any of its rights hereunder to any person at any time without the consent of Customer.⟧',
    ],
    [
      { consent: 'not_required', party: 'vendor' },
      '⟦We may assign these Terms, in whole or in part, upon written notice to you, and you agree to continue performing for the benefit of the assignee.⟧',
    ],
    [
      { consent: 'required', party: 'customer' },
      '⟦YOU MAY NOT ASSIGN OR TRANSFER THIS AGREEMENT, OR ANY LICENSE GRANTED UNDER IT, WITHOUT THE PRIOR WRITTEN CONSENT OF LICENSOR, AND ANY ATTEMPT TO DO SO IS NULL AND VOID.⟧',
    ],
    [
      { consent: 'required', party: 'mutual' },
      '⟦This Agreement may not be assigned by either party, whether voluntarily or by operation of law, without the prior written consent of the other party hereto.⟧',
    ],
    [
      { consent: 'required', party: 'mutual' },
      '⟦No party shall be entitled to assign, charge or hold on trust the benefit of this Agreement, nor to transfer any of its obligations under it, unless the other party has given its prior written consent.⟧',
    ],
    [
      [
        { consent: 'required', party: 'customer' },
        { consent: 'not_required', party: 'vendor' },
      ],
      '⟦Customer may not assign this Agreement without the prior written consent of Vendor.⟧ ⟦Vendor may freely assign this Agreement, and its rights to payment under it, without the consent of Customer.⟧',
    ],
    [
      { consent: 'not_required', party: 'mutual' },
      '⟦Either party may assign this Agreement and any of its rights and obligations under it without the prior written approval of the other party, upon thirty (30) days notice to the other party.⟧',
    ],
    [
      { consent: 'affiliates_or_successor', party: 'customer' },
      '⟦Customer may not assign this Agreement without the prior written consent of Supplier, such consent not to be unreasonably withheld or delayed; provided, however, that no consent is needed for an assignment to an entity that acquires all or substantially all of the assets of Customer.⟧',
    ],
    [
      { consent: 'required', party: 'vendor' },
      '⟦Notwithstanding the foregoing, Contractor shall not be permitted to assign this Agreement to any competitor of Client without the prior written consent of Client.⟧',
    ],
    [
      { consent: 'required', party: 'mutual' },
      '⟦ANY ASSIGNMENT OF THIS AGREEMENT BY A PARTY WITHOUT THE PRIOR WRITTEN CONSENT OF THE OTHER PARTY SHALL BE NULL AND VOID, AND NEITHER PARTY MAY DELEGATE ITS DUTIES WITHOUT SUCH CONSENT.⟧',
    ],
    [
      [
        { consent: 'required', party: 'customer' },
        { consent: 'affiliates_or_successor', party: 'vendor' },
      ],
      'No party may assign this contract without the consent of the other, provided that Provider may assign it to an affiliate or to a successor.',
    ],
    [
      { consent: 'required', party: 'customer' },
      '⟦This contract is not assignable (including by merger) by Customer without the prior written consent of Vendor.⟧',
    ],
  ],
  refuses: [
    'You can export and transfer your data to anyone.',
    'Customer hereby assigns to Provider all right in Feedback.',
    'Provider may assign personnel to the project.',
    'Contractor hereby assigns to Client all right, title and interest in and to the deliverables, including all copyrights and patents therein, as and when they are created.',
    'Supplier shall assign a dedicated project manager and a sufficient number of qualified engineers to the performance of the services described in the statement of work.',
    'Customer shall not transfer any personal data outside the European Economic Area without the approval of the controller and appropriate safeguards being in place.',
    'Title to and risk of loss of the equipment shall transfer to Buyer when the equipment is delivered to the carrier at the premises of Seller.',
  ],
}
