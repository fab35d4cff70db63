import type { z } from 'zod'
import type { incidentNotice } from './incident-notice.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof incidentNotice)['value']>> = {
  says: [
    [
      { by: 'customer', standard: 'immediately', trigger: 'security_incident' },
      'These Terms are between you and Nightjar AI, Inc. ("Nightjar", "we", "us").\n\n⟦Users who notice an unauthorized use of their accounts shall immediately notify us, and we will look into it.⟧',
    ],
    [
      { by: 'vendor', within: 'PT24H', trigger: 'personal_data_breach' },
      'These terms apply between Lumen Forge Ltd ("Supplier") and Ostbridge Insurance SE ("Client").\n\n⟦Supplier informs Client within 24 hours of becoming aware of a personal data breach.⟧',
    ],
    [
      { by: 'vendor', within: 'PT48H', standard: 'without_undue_delay', trigger: 'personal_data_breach' },
      '⟦Provider shall notify Customer without undue delay, and in any event within forty-eight (48) hours, of a Personal Data Breach.⟧',
    ],
    [
      { by: 'vendor', standard: 'promptly', trigger: 'security_incident' },
      '⟦Vendor shall inform Customer as soon as practicable of any unauthorised disclosure of Customer Data.⟧',
    ],
    [
      { by: 'vendor', within: 'PT72H', trigger: 'personal_data_breach' },
      '⟦Vendor shall notify Customer of any Personal Data Breach within 72 hours of becoming aware of it.⟧',
    ],
    [
      { by: 'vendor', standard: 'without_undue_delay', trigger: 'personal_data_breach' },
      '⟦Processor will notify Customer without undue delay after becoming aware of a Personal Data Breach.⟧',
    ],
    [
      { by: 'vendor', within: 'PT24H', standard: 'promptly', trigger: 'security_incident' },
      '⟦Provider shall promptly, and in any event within twenty-four (24) hours, inform Customer of a Security Incident.⟧',
    ],
    [
      { by: 'customer', standard: 'promptly', trigger: 'security_incident' },
      '⟦Customer will promptly notify Vendor of unauthorized access to its account.⟧',
    ],
    [
      { by: 'vendor', standard: 'immediately', trigger: 'ai_incident' },
      '⟦Vendor shall immediately inform Customer of any AI incident.⟧',
    ],
    [
      { by: 'mutual', standard: 'promptly', trigger: 'security_incident' },
      '⟦Each party shall promptly notify the other of any security breach.⟧',
    ],
    [
      { by: 'vendor', within: { businessDays: 2 }, trigger: 'security_incident' },
      '⟦We will notify you no later than two business days after confirming a security incident.⟧',
    ],
    [
      { by: 'vendor', trigger: 'security_incident' },
      '⟦Supplier shall notify Customer of any Security Incident.⟧',
    ],
    [
      { by: 'vendor', within: 'PT36H', standard: 'immediately', trigger: 'security_incident' },
      '⟦SUPPLIER SHALL NOTIFY CUSTOMER OF ANY SECURITY INCIDENT IMMEDIATELY, AND IN NO EVENT LATER THAN THIRTY-SIX (36) HOURS AFTER ITS DISCOVERY.⟧',
    ],
    [
      { by: 'vendor', within: 'P5D', trigger: 'ai_incident' },
      '⟦Provider shall report to Customer in writing within five (5) days any serious AI incident that concerns a model used by Customer.⟧',
    ],
    [
      { by: 'vendor', within: { businessDays: 3 }, standard: 'promptly', trigger: 'personal_data_breach' },
      '⟦Processor shall promptly, and at the latest within three (3) business days, notify Controller after it has become aware of a Personal Data Breach, notwithstanding that its investigation is not complete.⟧',
    ],
    [
      { by: 'customer', standard: 'promptly', trigger: 'security_incident' },
      'Customer shall inform Provider promptly where it has reason to think that its credentials were compromised.',
    ],
    [
      { by: 'vendor', within: 'PT48H', trigger: 'security_incident' },
      'Customer shall be notified within 48 hours of any Security Incident.',
    ],
    [
      { by: 'vendor', within: 'PT24H', trigger: 'personal_data_breach' },
      'Personal data breaches are reported to the Controller within 24 hours of becoming known.',
    ],
    [
      { by: 'vendor', standard: 'immediately', trigger: 'personal_data_breach' },
      'The Processor shall immediately inform the Controller of violations of the protection of personal data.',
    ],
    [
      { by: 'vendor', within: 'PT72H', trigger: 'security_incident' },
      "If there's a security incident that affects your data, we'll let you know within 72 hours.",
    ],
    [
      { by: 'vendor', standard: 'promptly', trigger: 'personal_data_breach' },
      "We'll tell you promptly if we become aware of a data breach.",
    ],
    [
      { by: 'customer', standard: 'immediately', trigger: 'security_incident' },
      'Tell us immediately if you suspect unauthorized access to your account.',
    ],
    [
      { by: 'vendor', within: 'PT72H', trigger: 'security_incident' },
      'Upon discovery of a Security Incident, notice shall be given to Customer within 72 hours.',
    ],
  ],
  refuses: [
    'Supplier shall notify Customer at least thirty days before it makes any material change to its security measures.',
    'Either party may terminate upon written notice of a material breach of this Agreement.',
    'Vendor shall notify Customer of data subject requests without undue delay.',
    'Such notice shall not be construed as an admission of fault for the Security Incident.',
    '“Security Incident” means any unauthorized access to Customer Data.',
    'Vendor shall notify Customer promptly if it can no longer meet its obligations.',
  ],
}
