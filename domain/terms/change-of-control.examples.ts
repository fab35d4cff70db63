import type { z } from 'zod'
import type { changeOfControl } from './change-of-control.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof changeOfControl)['value']>> = {
  says: [
    [
      { effect: 'termination' },
      '⟦Customer may terminate this Agreement upon thirty (30) days written notice if Supplier undergoes a change of control in favor of a competitor of Customer.⟧',
    ],
    [
      { effect: 'consent' },
      '⟦Supplier shall not undergo a change of control during the term of this Agreement without the prior written consent of Customer, which shall not be unreasonably withheld.⟧',
    ],
    [
      { effect: 'notice' },
      '⟦Each party shall notify the other in writing of any change of control within ten (10) business days after the transaction has closed.⟧',
    ],
    [
      { effect: 'consent' },
      '⟦A change of control of either party shall be deemed an assignment of this Agreement and shall be subject to the requirements of Section 14.1.⟧',
    ],
    [
      { effect: 'termination' },
      '⟦IN THE EVENT OF A CHANGE OF CONTROL OF LICENSEE, LICENSOR SHALL HAVE THE RIGHT TO TERMINATE THIS AGREEMENT WITH IMMEDIATE EFFECT BY WRITTEN NOTICE.⟧',
    ],
    [
      { effect: 'termination' },
      '⟦If there is a change in control of Distributor, Distributor shall give Company prompt notice thereof and Company may within sixty days terminate this Agreement.⟧',
    ],
    [
      { effect: 'termination' },
      '⟦Notwithstanding Section 10.2, a Change of Control to which Customer has not agreed in advance entitles Customer to terminate this Agreement and to receive a refund of prepaid fees.⟧',
    ],
    [
      { effect: 'consent' },
      '⟦Franchisee shall obtain the written approval of Franchisor before any change of control, and for this purpose any merger, consolidation or transfer of a majority of its voting shares requires consent.⟧',
    ],
    [
      { effect: 'notice' },
      '⟦Vendor will give Customer at least sixty (60) days prior written notice of any change of control, together with the name of the acquiring entity.⟧',
    ],
    [
      { effect: 'termination' },
      '⟦Licensor may cancel the licenses granted hereunder and terminate this Agreement if more than fifty percent (50%) of the voting stock of Licensee is acquired by a third party in a change of control.⟧',
    ],
    [
      { effect: 'consent' },
      '⟦Provider may not assign this Agreement, and no change of control of Provider shall take effect for the purposes of this Agreement, without the prior written consent of Customer.⟧',
    ],
    [
      [{ effect: 'notice' }, { effect: 'termination' }],
      '⟦Supplier shall give Customer written notice of any change of control at least thirty days before it takes effect.⟧ ⟦Customer may terminate this Agreement within ninety (90) days after a change of control of Supplier.⟧',
    ],
    [
      { effect: 'termination' },
      '⟦Neither party may terminate this Agreement before its term ends, except that either may do so within sixty days after a change of control of the other.⟧',
    ],
    [
      { effect: 'consent' },
      '⟦For this purpose any merger, or any sale of a majority of the shares of Licensee, shall be deemed an assignment that needs the approval of Licensor.⟧',
    ],
    [
      { effect: 'termination' },
      '⟦Customer may terminate this Agreement by notice if Supplier is acquired by a company that competes with Customer.⟧',
    ],
    [
      { effect: 'termination' },
      '⟦Either party may terminate on thirty days notice after a material ownership change of the other party that puts their interests in conflict.⟧',
    ],
    [
      { effect: 'termination' },
      '⟦Owner may terminate this Agreement by notice to Operator upon the occurrence of any of the following events:⟧\n\n(a) a failure of Operator to pay an amount that is due within ten days after a reminder;\n\n(b) ⟦a change of control of Operator that Owner has not approved in advance;⟧',
    ],
    [
      { effect: 'termination' },
      '⟦Licensor will have the right to terminate this Agreement on sixty days written notice following the acquisition of all or substantially all of the assets of Licensee by a competitor of Licensor.⟧',
    ],
  ],
  refuses: [
    'Change of Control shall mean any merger or consolidation of a party with another entity, or any change in the ownership of more than half of its voting shares.',
    'On the termination of the engagement by reason of death, disability, without cause, or by way of change of control, Company shall pay Consultant the fees earned until then.',
    'Distributor shall honor the warranties of the products that were acquired by such end users prior to such termination.',
    '"Change of Control" means, with respect to a party, the acquisition by any person of more than fifty percent of the voting securities of that party.',
    'Supplier shall maintain change control procedures for all software that is used in the provision of the services and shall document each change.',
    'Either party may terminate this Agreement for convenience at any time upon ninety (90) days prior written notice to the other party.',
    'The receiving party shall keep the Confidential Information under its control and shall notify the disclosing party of any unauthorized use of it.',
  ],
}
