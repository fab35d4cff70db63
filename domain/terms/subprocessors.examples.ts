import type { z } from 'zod'
import type { subprocessors } from './subprocessors.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof subprocessors)['value']>> = {
  says: [
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
  ],
  refuses: [
    'Vendor remains liable for the acts of its sub-processors.',
    '“Sub-processor” means any processor engaged by Vendor.',
    'Contractor may use subcontractors to build the facility.',
    'Customer grants Vendor and its subcontractors a licence to the trademarks.',
    'Either party may object to the appointment of the arbitrator.',
  ],
}
