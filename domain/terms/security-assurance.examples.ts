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
    [
      { standards: ['SOC2', 'ISO27001'] },
      '⟦THROUGHOUT THE TERM SUPPLIER SHALL MAINTAIN ITS CERTIFICATION TO ISO/IEC 27001 AND SHALL PROVIDE CUSTOMER WITH ITS MOST RECENT SOC 2 TYPE II REPORT.⟧',
    ],
    [
      { standards: [], penTest: true },
      '⟦Provider shall engage an independent firm to conduct penetration tests of the platform at least once in each calendar year.⟧',
    ],
    [
      { standards: ['PCI'], penTest: true },
      '⟦Processor shall comply with the PCI DSS for as long as it handles card data, and shall perform quarterly vulnerability scans.⟧',
    ],
    [
      { standards: ['ISO27001'] },
      '⟦Notwithstanding any change of its hosting provider, Vendor shall hold a valid ISO 27001 certificate at all times during the term.⟧',
    ],
    [
      { standards: ['HIPAA', 'FedRAMP'] },
      '⟦Supplier shall perform the services in an environment that is authorized under FedRAMP and complies with the security rule of HIPAA.⟧',
    ],
    [
      { standards: ['SOC2'] },
      'Supplier will make available such audit reports as customers ask for, its SOC 2 report among them.',
    ],
    [{ standards: ['other'] }, 'The Supplier maintains Cyber Essentials Plus certification.'],
    [{ standards: [], penTest: true }, 'Independent experts pen-test our platform every year.'],
  ],
  refuses: [
    'Customer shall not conduct any penetration test of the platform without the prior written consent of Provider to its scope and time.',
    'Customer shall not perform penetration testing of the Services.',
    'Customer may not send Protected Health Information as defined by HIPAA.',
    'Licensor may audit royalty reports.',
    'Vendor shall use reasonable security measures.',
    'The parties shall comply with law.',
    'New staff of Vendor goes through privacy, HIPAA and phishing training in its first month and must provide proof of it.',
    'You agree that your application will not hold or maintain: (a) the health records of patients of any kind, which HIPAA protects, or (b) card numbers and other data that fall under the PCI DSS.',
  ],
}
