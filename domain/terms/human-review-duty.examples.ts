import type { z } from 'zod'
import type { humanReviewDuty } from './human-review-duty.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof humanReviewDuty)['value']>> = {
  says: [
    [
      { party: 'customer', before: 'a decision' },
      '⟦Customer shall not use the Service to refuse credit without human review before the decision takes effect.⟧',
    ],
    [
      { party: 'customer', before: 'a decision' },
      '⟦Customer shall ensure that a qualified person reviews each Output before any decision is made.⟧',
    ],
    [
      { party: 'customer', before: 'use' },
      '⟦Customer is solely responsible for evaluating the accuracy of Output for its use case.⟧',
    ],
    [{ party: 'customer', before: 'reliance' }, '⟦Customer shall verify all Output before relying on it.⟧'],
    [
      { party: 'customer', before: 'a decision' },
      '⟦A qualified person of Customer must review each Output before any decision is taken.⟧',
    ],
    [
      { party: 'customer', before: 'publication' },
      '⟦You must check generated content before publishing it.⟧',
    ],
    [
      { party: 'customer', before: 'distribution' },
      '⟦Customer will have Outputs reviewed by a human prior to sharing them with third parties.⟧',
    ],
    [
      { party: 'vendor', before: 'distribution' },
      '⟦Vendor shall review each Output before sending it to Customer.⟧',
    ],
    [
      { party: 'customer', before: 'reliance' },
      '⟦Always verify the completeness of Output before you rely on it.⟧',
    ],
    [{ party: 'customer', before: 'use' }, '⟦Customer shall ensure human oversight of Output.⟧'],
    [
      { party: 'customer', before: 'reliance' },
      '⟦YOU MUST EVALUATE THE ACCURACY OF ALL OUTPUTS, INCLUDING BY HUMAN REVIEW WHERE APPROPRIATE, BEFORE YOU RELY ON THEM.⟧',
    ],
    [
      { party: 'customer', before: 'a decision' },
      '⟦Customer shall not make any decision that affects a person unless a qualified human has reviewed the output before that decision is made.⟧',
    ],
    [
      { party: 'customer', before: 'publication' },
      '⟦Licensee is responsible for the review of all AI-generated content by a human editor prior to its publication to the public.⟧',
    ],
    [
      { party: 'customer', before: 'use' },
      '⟦Notwithstanding any warranty of Vendor, Customer must verify the completeness and correctness of each output for the purpose for which it is intended.⟧',
    ],
    [
      { party: 'customer', before: 'use' },
      '⟦Always check the information you get from the assistant before you act.⟧',
    ],
    [{ party: 'customer', before: 'reliance' }, 'Check the output before you rely on it.'],
    [
      { party: 'customer', before: 'use' },
      'The Controller checks the generated results for accuracy before using them.',
    ],
    [
      { party: 'customer', before: 'use' },
      "It's your responsibility to evaluate outputs for accuracy before using them.",
    ],
    [
      { party: 'customer', before: 'a decision' },
      'No decision concerning a natural person shall be taken by the Client on the basis of Outputs without human oversight.',
    ],
  ],
  refuses: [
    'Vendor may review Output that was flagged for abuse.',
    'Customer shall review the audit report within ten days.',
    'Output may be inaccurate.',
    'Vendor will review its security measures every year.',
    'Each party shall check invoices on receipt.',
  ],
}
