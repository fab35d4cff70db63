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
  ],
  refuses: [
    'Licensor may inspect the premises for compliance with quality control of the trademarks.',
    'Customer shall not circumvent content moderation mechanisms.',
    'Vendor shall monitor the availability of the Services.',
    'The auditor may review the books and records for fraud.',
    'Vendor will monitor trademark use.',
  ],
}
