import type { z } from 'zod'
import type { Examples } from './term.ts'
import type { unilateralChange } from './unilateral-change.ts'

export const examples: Examples<z.infer<(typeof unilateralChange)['value']>> = {
  says: [
    [
      { by: 'vendor', effective: 'posting', terminationRight: true },
      "⟦Provider might amend these Terms from time to time.⟧ If you don't agree with the new version, you can close your account before it takes effect.",
    ],
    [
      { by: 'vendor', effective: 'posting' },
      '⟦These terms may be updated by Provider from time to time by posting a revised version.⟧',
    ],
    [
      { by: 'vendor', effective: 'posting' },
      '⟦We may modify these Terms at any time by posting the revised version on our website, and your continued use of the services is your acceptance of it.⟧',
    ],
    [
      { by: 'vendor', notice: 'P30D', effective: 'notice' },
      '⟦Provider may amend these Terms from time to time upon at least thirty (30) days prior notice to Customer by email.⟧',
    ],
    [
      { by: 'vendor', notice: 'P60D', effective: 'notice', terminationRight: true },
      '⟦Supplier reserves the right to change the Acceptable Use Policy on sixty days written notice, and Customer may terminate this Agreement without penalty if it does not agree to the change.⟧',
    ],
    [
      { by: 'vendor', effective: 'renewal' },
      '⟦Vendor may update the terms of this Agreement with effect from the start of the next renewal term, and the version then in force applies to it.⟧',
    ],
    [
      { by: 'vendor', effective: 'posting' },
      '⟦PROVIDER RESERVES THE RIGHT, IN ITS SOLE DISCRETION, TO REVISE THESE TERMS AT ANY TIME BY POSTING THE UPDATED TERMS ON ITS WEBSITE.⟧',
    ],
    [
      { by: 'vendor', effective: 'notice' },
      '⟦The Supplier is entitled to vary these Conditions by giving written notice of the variation to the Customer, who shall be bound by it from the day stated in the notice.⟧',
    ],
    [
      { by: 'vendor', notice: { businessDays: 10 }, effective: 'notice' },
      '⟦Licensor may modify the usage policies on not less than ten (10) business days notice, save that changes required by law take effect at once.⟧',
    ],
    [
      { by: 'vendor', notice: 'P14D', effective: 'notice' },
      '⟦From time to time we may update this Agreement.⟧ ⟦Changes become effective fourteen (14) days after they are posted to the customer portal.⟧',
    ],
    [
      { by: 'vendor', notice: 'P90D', effective: 'notice', terminationRight: true },
      '⟦Notwithstanding Section 14.2, Provider may revise this Addendum where its subprocessors change, upon ninety (90) days notice, within which Customer has the right to terminate the affected services.⟧',
    ],
    [
      { by: 'vendor', effective: 'posting' },
      '⟦Supplier can update the Documentation and its policies from time to time, provided that no update will materially reduce the security of the services during the term.⟧',
    ],
    [
      { by: 'vendor', notice: 'P1M', effective: 'notice', terminationRight: true },
      '⟦We may change these terms by giving you one month notice by email.⟧ If you do not accept the change, you may terminate your account before it takes effect.',
    ],
    [
      { by: 'vendor', effective: 'notice' },
      '⟦The Service Provider has the right to amend this contract unilaterally and will notify the Client of each amendment before it enters into force.⟧',
    ],
    [
      { by: 'vendor', notice: 'P10D', effective: 'notice' },
      '⟦We may revise these Terms from time to time. What was revised shall take effect ten (10) days after its release.',
    ],
    [
      { by: 'vendor', notice: 'P45D', effective: 'notice' },
      "⟦Now and then we might update these Terms. We'll post the new Terms at least 45 days before they take effect.⟧",
    ],
  ],
  refuses: [
    'Changes to this Agreement are valid only in writing and with the signatures of both parties.',
    'Customer may change its administrator at any time under this Agreement.',
    'No variation of this Agreement is effective unless agreed in writing.',
    'Neither party may modify this Agreement without the written consent of the other, and no course of dealing shall be taken to amend it.',
    'This Agreement is changed only in writing, by those who may sign for each of the parties.',
    'No modification of this Agreement shall be binding on Supplier unless it is made in writing and signed by both parties.',
    'Customer may change the number of users under an Order Form at any time by way of the administration console.',
    'Supplier may change the members of its project team from time to time, provided that their replacements have comparable skills and experience.',
  ],
}
