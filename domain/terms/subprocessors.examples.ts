import type { z } from 'zod'
import type { subprocessors } from './subprocessors.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof subprocessors)['value']>> = {
  says: [
    [
      { consent: 'general', notice: 'P14D', objection: true },
      'The Processor does not engage another processor without general written authorisation of the Controller. The Processor informs the Controller of any intended changes at least fourteen (14) days in advance, so that it can object.',
    ],
    [{ consent: 'general' }, '⟦Customer gives general authorisation to engage sub-processors.⟧'],
    [
      { consent: 'general', notice: 'P30D', objection: true },
      '⟦Customer generally authorises the engagement of Sub-processors.⟧ ⟦Vendor will give at least 30 days prior notice of any new Sub-processor.⟧ ⟦Customer may object to a new Sub-processor on reasonable grounds.⟧',
    ],
    [
      { consent: 'prior' },
      '⟦Processor shall not engage a sub-processor without the prior written consent of Customer.⟧',
    ],
    [
      { consent: 'notice', notice: 'P14D' },
      '⟦Vendor may appoint new subprocessors upon 14 days notice to Customer.⟧',
    ],
    [{ consent: 'none' }, '⟦Vendor may use subprocessors to provide the Services.⟧'],
    [
      { consent: 'general', objection: true },
      '⟦Customer provides a prior and general authorization allowing Vendor to appoint Subprocessors.⟧ ⟦Customer may object within ten days of the notice of a Subprocessor.⟧',
    ],
    [
      { consent: 'notice', notice: { businessDays: 10 } },
      '⟦Before it may engage a new sub-processor, Provider shall give ten business days prior notice.⟧',
    ],
    [
      { consent: 'prior' },
      '⟦Sub-processors may be engaged only with the specific written authorisation of the Controller.⟧',
    ],
    [
      { consent: 'prior' },
      '⟦PROCESSOR SHALL NOT ENGAGE ANY SUBPROCESSOR TO PROCESS PERSONAL DATA WITHOUT THE PRIOR SPECIFIC WRITTEN CONSENT OF CONTROLLER.⟧',
    ],
    [
      { consent: 'general', notice: 'P30D', objection: true },
      '⟦Controller gives its general authorization to the engagement of subprocessors, provided that Processor notifies it of each new subprocessor thirty (30) days in advance.⟧ ⟦Controller may object to the new subprocessor within that period.⟧',
    ],
    [
      { consent: 'notice', notice: { businessDays: 15 } },
      '⟦Provider may engage a new subprocessor upon fifteen (15) business days prior written notice to Customer, notwithstanding any list that is attached.⟧',
    ],
    [
      { consent: 'none' },
      '⟦Supplier may use its affiliates and other subprocessors to provide any part of the services that it owes to Customer.⟧',
    ],
    [
      { consent: 'prior', objection: true },
      '⟦Sub-processors may be engaged only with the prior written consent of Customer.⟧ ⟦Customer shall object to a proposed sub-processor within fourteen days or is taken to have refused it.⟧',
    ],
    [
      { consent: 'general', notice: 'P30D', objection: true },
      'The Controller grants the Processor general authorisation to engage further processors. The Processor informs the Controller of intended changes at least 30 days in advance. The Controller may object to such changes.',
    ],
    [
      { consent: 'prior' },
      'The engagement of subcontractors for the processing of personal data requires the prior consent of the Controller.',
    ],
    [
      { consent: 'general' },
      'The Processor may use sub-processors. The Controller hereby gives its general consent.',
    ],
    [
      { consent: 'notice', notice: 'P14D', objection: true },
      "We use subprocessors to help us provide the service. We'll let you know at least 14 days before we add a new subprocessor, and you can object.",
    ],
    [
      { consent: 'notice', notice: 'P30D', objection: true },
      'PROVIDER MAY ENGAGE SUBPROCESSORS TO PROCESS CUSTOMER PERSONAL DATA. PROVIDER SHALL NOTIFY CUSTOMER THIRTY (30) DAYS PRIOR TO ENGAGING ANY NEW SUBPROCESSOR. CUSTOMER MAY OBJECT WITHIN TEN (10) DAYS.',
    ],
  ],
  refuses: [
    'Supplier shall be liable for the acts and omissions of its subprocessors to the same extent as for its own.',
    'Vendor remains liable for the acts of its sub-processors.',
    '“Sub-processor” means any processor engaged by Vendor.',
    'Contractor may use subcontractors to build the facility.',
    'Customer grants Vendor and its subcontractors a licence to the trademarks.',
    'Either party may object to the appointment of the arbitrator.',
  ],
}
