import type { z } from 'zod'
import type { dataRetention } from './data-retention.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof dataRetention)['value']>> = {
  says: [
    [
      [
        { object: 'prompts', zeroRetention: true },
        { object: 'outputs', zeroRetention: true },
      ],
      '⟦Provider keeps no inputs or outputs once it has answered.⟧',
    ],
    [{ object: 'backups', period: 'P35D' }, '⟦Backups are overwritten after 35 days.⟧'],
    [{ object: 'logs', period: 'P55D' }, '⟦Logs for abuse detection are stored for up to 55 days.⟧'],
    [
      { object: 'outputs', period: 'P30D' },
      '⟦We automatically delete outputs within 30 days of generation.⟧',
    ],
    [
      { object: 'prompts', zeroRetention: true },
      '⟦Provider does not retain prompts after the response is returned.⟧',
    ],
    [{ object: 'prompts', period: 'P30D' }, '⟦Prompts are retained for thirty (30) days.⟧'],
    [{ object: 'logs', period: 'P90D' }, '⟦Logs are kept for 90 days and then deleted.⟧'],
    [
      { object: 'customer_data', zeroRetention: true },
      '⟦Vendor applies zero data retention to Customer Data.⟧',
    ],
    [{ object: 'prompts', zeroRetention: true }, '⟦We do not store prompts.⟧'],
    [
      [
        { object: 'prompts', period: 'P30D' },
        { object: 'outputs', period: 'P30D' },
      ],
      '⟦Provider stores inputs and outputs for up to 30 days to detect abuse.⟧',
    ],
    [
      { object: 'backups', period: 'P60D' },
      '⟦Copies of Customer Data in backups are purged after sixty days.⟧',
    ],
    [
      { object: 'personal_data', until: 'termination' },
      '⟦Personal data will be retained for the duration of the Agreement.⟧',
    ],
    [
      { object: 'customer_data', period: 'P12M' },
      '⟦Customer Content is stored for a maximum of twelve months.⟧',
    ],
    [
      { object: 'personal_data', until: 'purpose_fulfilled' },
      '⟦Personal data is kept only for as long as necessary to provide the Services.⟧',
    ],
    [
      { object: 'logs', period: 'P12M' },
      '⟦PROVIDER SHALL RETAIN THE AUDIT LOGS OF THE SERVICE FOR A PERIOD OF ONE (1) YEAR AND SHALL THEN DELETE THEM.⟧',
    ],
    [
      { object: 'prompts', period: 'P30D' },
      '⟦Notwithstanding the deletion of an account, Vendor may retain prompts for up to thirty (30) days for the detection of abuse.⟧',
    ],
    [{ object: 'personal_data', until: 'termination' }, '⟦Storage limitation: the term of the Agreement.⟧'],
    [
      { object: 'customer_data', until: 'purpose_fulfilled' },
      '⟦Vendor will retain your content as needed to provide the service.⟧',
    ],
    [{ object: 'prompts', zeroRetention: true }, 'Prompts are processed in memory only and are not stored.'],
  ],
  refuses: [
    'Supplier shall retain title to the equipment until Buyer has paid the purchase price in full, together with any interest.',
    'Licensee shall retain its books and records for three years.',
    'Customer retains all ownership rights in Input.',
    'Vendor may retain one copy of Confidential Information for its archives.',
    'Customer shall store API keys securely.',
    'The parties shall keep the terms of this Agreement confidential for five years.',
    'Provider shall not store Customer Data outside the European Union.',
    'Provider shall not store Customer Data on portable devices.',
  ],
}
