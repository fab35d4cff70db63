import type { z } from 'zod'
import type { incidentCooperation } from './incident-cooperation.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof incidentCooperation)['value']>> = {
  says: [
    [
      { by: 'vendor', duties: ['logs', 'rollback', 'regulator'] },
      '⟦Upon an AI incident Vendor shall preserve logs, roll back the model and answer the regulator.⟧',
    ],
    [
      { by: 'vendor', duties: ['information'] },
      'Vendor will notify Customer of a Security Incident. ⟦Vendor shall provide reasonable assistance to Customer regarding the Security Incident.⟧',
    ],
    [
      { by: 'vendor', duties: ['containment', 'remediation'] },
      '⟦In case of a Security Incident Provider shall take steps to contain and remediate it.⟧',
    ],
    [
      { by: 'vendor', duties: ['logs'] },
      '⟦After a security incident Supplier shall preserve all relevant logs.⟧',
    ],
    [
      { by: 'vendor', duties: ['rollback'] },
      '⟦After an AI incident Vendor shall roll back the model to its last version.⟧',
    ],
    [
      { by: 'vendor', duties: ['information', 'regulator'] },
      '⟦Processor shall assist Customer in reporting a Personal Data Breach to the supervisory authority.⟧',
    ],
    [
      { by: 'vendor', duties: ['information'] },
      '⟦Vendor shall cooperate with the investigation of any data breach.⟧',
    ],
    [
      { by: 'mutual', duties: ['information', 'containment'] },
      '⟦Each party shall cooperate to mitigate the effects of a security breach.⟧',
    ],
    [
      { by: 'vendor', duties: ['containment'] },
      '⟦Upon becoming aware of a Security Incident, Supplier shall without delay take all reasonable measures to mitigate its effects.⟧',
    ],
    [
      { by: 'vendor', duties: ['logs', 'containment', 'remediation'] },
      '⟦FOLLOWING ANY SECURITY INCIDENT, PROVIDER SHALL CONTAIN AND REMEDIATE THE INCIDENT AND PRESERVE THE RELEVANT LOGS FOR AT LEAST ONE YEAR.⟧',
    ],
    [
      { by: 'vendor', duties: ['information', 'regulator'] },
      '⟦In the event of a Personal Data Breach, Processor shall provide Controller with the information that it needs to answer the supervisory authority.⟧',
    ],
    [
      { by: 'customer', duties: ['information'] },
      '⟦Customer shall cooperate with Vendor in the investigation of any security incident that was caused by the use of the credentials of Customer.⟧',
    ],
    [
      { by: 'vendor', duties: ['rollback', 'remediation'] },
      '⟦After an AI incident Provider shall at its own cost roll back the model to the prior version and correct the cause of the incident.⟧',
    ],
    [
      { by: 'mutual', duties: ['information', 'containment'] },
      'The Receiving Party shall promptly notify the other party of any unauthorized use of Confidential Information that comes to its knowledge and assist it to contain the harm.',
    ],
    [
      { by: 'vendor', duties: ['information'] },
      'The Processor supports the Controller in the event of a personal data breach and provides it with all necessary information.',
    ],
    [
      { by: 'vendor', duties: ['information', 'containment'] },
      'In the event of a data breach, the Processor cooperates with the Controller and takes measures to mitigate possible adverse effects.',
    ],
    [
      { by: 'vendor', duties: ['containment', 'remediation'] },
      "If there's a security incident, we'll take steps to contain it and fix the cause.",
    ],
  ],
  refuses: [
    'Supplier shall cooperate with the successor of Customer and give it reasonable assistance in the migration of the services.',
    'Vendor shall implement measures designed to prevent any Security Incident.',
    'Vendor shall not be liable for a Security Incident caused by Customer.',
    'The parties shall cooperate in marketing the Services.',
    'Vendor shall provide support by email.',
    'Notice of a security incident shall not be deemed an admission.',
  ],
}
