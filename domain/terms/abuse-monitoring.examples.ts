import type { z } from 'zod'
import type { abuseMonitoring } from './abuse-monitoring.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof abuseMonitoring)['value']>> = {
  says: [
    [{ by: 'vendor' }, '⟦Vendor may monitor Inputs and Outputs for violations of the usage policy.⟧'],
    [
      { by: 'vendor', humanReview: true },
      '⟦Authorised personnel of Provider may review prompts flagged for abuse or harmful use.⟧',
    ],
    [
      { by: 'vendor', optOut: true },
      '⟦Content is subject to abuse monitoring unless Customer has been approved to opt out.⟧',
    ],
    [{ by: 'vendor' }, '⟦We use automated moderation on all requests.⟧'],
    [
      { by: 'vendor', humanReview: true },
      '⟦Vendor scans content for misuse.⟧ ⟦Flagged content goes to human moderation.⟧',
    ],
    [{ by: 'vendor' }, '⟦Provider uses Customer Content to detect and prevent abuse.⟧'],
    [{ by: 'vendor' }, '⟦Supplier may screen use of the Services for unlawful activity.⟧'],
    [{ by: 'vendor' }, '⟦Vendor may analyze usage of the API to ensure compliance with its policies.⟧'],
    [
      { by: 'vendor', humanReview: true },
      '⟦Prompts and outputs that the automated systems of Provider flag as a violation of the usage policy may be reviewed by trained employees of Provider.⟧',
    ],
    [
      { by: 'vendor', humanReview: false },
      '⟦Vendor monitors prompts for abuse by automated means only, and no human will review the prompts or outputs of Customer.⟧',
    ],
    [
      { by: 'vendor', optOut: true },
      '⟦We monitor prompts and completions for misuse, but eligible customers may apply to opt out of abuse monitoring by way of a written request.⟧',
    ],
    [
      { by: 'vendor' },
      '⟦PROVIDER MAY SCAN THE PROMPTS AND OUTPUTS OF CUSTOMER TO DETECT FRAUD, ABUSE OR VIOLATIONS OF THE ACCEPTABLE USE POLICY.⟧',
    ],
    [
      { by: 'vendor' },
      '⟦Notwithstanding the zero retention terms, Supplier may run safety classifiers over the inputs and outputs in order to detect misuse of the models.⟧',
    ],
    [
      { by: 'vendor', humanReview: false },
      'Prompts are screened automatically for misuse. No person reads them.',
    ],
    [{ by: 'vendor' }, 'We use automated systems to detect abuse of our services.'],
    [{ by: 'vendor' }, 'The Processor checks inputs automatically for unlawful content.'],
  ],
  refuses: [
    'Supplier shall monitor the performance of its personnel and shall replace any of them whose conduct is found to be abusive.',
    'Licensor may inspect the premises for compliance with quality control of the trademarks.',
    'Customer shall not circumvent content moderation mechanisms.',
    'Vendor shall monitor the availability of the Services.',
    'The auditor may review the books and records for fraud.',
    'Vendor will monitor trademark use.',
  ],
}
