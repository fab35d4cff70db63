import type { z } from 'zod'
import type { securityAssurance } from './security-assurance.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof securityAssurance)['value']>> = {
  says: [
    [{ standards: ['SOC2'] }, '⟦Vendor maintains a SOC 2 Type II report.⟧'],
    [{ standards: ['ISO27001', 'ISO42001'] }, '⟦Provider is certified to ISO 27001 and ISO/IEC 42001.⟧'],
    [{ standards: [], penTest: true }, '⟦Vendor shall conduct a penetration test at least once a year.⟧'],
    [
      { standards: ['SOC2'], penTest: true },
      '⟦Supplier will make available its SOC 2 report.⟧ ⟦It performs penetration tests annually.⟧',
    ],
    [
      { standards: ['other'] },
      '⟦Vendor will provide Customer a copy of the most recent third-party audit report.⟧',
    ],
    [{ standards: ['PCI'] }, '⟦Processor shall comply with PCI DSS.⟧'],
    [{ standards: ['FedRAMP'] }, '⟦The Platform has obtained FedRAMP authorization.⟧'],
    [{ standards: ['HIPAA'] }, '⟦Provider shall maintain safeguards that comply with HIPAA.⟧'],
  ],
  refuses: [
    'Customer shall not perform penetration testing of the Services.',
    'Customer may not send Protected Health Information as defined by HIPAA.',
    'Licensor may audit royalty reports.',
    'Vendor shall use reasonable security measures.',
    'The parties shall comply with law.',
  ],
}
