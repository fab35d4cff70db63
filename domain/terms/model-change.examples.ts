import type { z } from 'zod'
import type { modelChange } from './model-change.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof modelChange)['value']>> = {
  says: [
    [
      { notice: 'P90D', versionPinning: true },
      '⟦Provider shall give 90 days written notice before changing the underlying model.⟧ ⟦Customer may pin a model version.⟧',
    ],
    [{}, '⟦Provider reserves the right to discontinue any feature of the Services.⟧'],
    [
      { deprecationNotice: 'P90D' },
      '⟦Vendor will give at least ninety days prior notice before it retires a model.⟧',
    ],
    [{ notice: 'P30D' }, '⟦Provider may modify the Services on thirty days notice.⟧'],
    [{ versionPinning: true }, '⟦Customer may continue to use the same model version for the Term.⟧'],
    [{}, '⟦Vendor may discontinue any model at any time.⟧'],
    [{}, '⟦We may update the Services periodically.⟧'],
    [
      { notice: 'P14D', deprecationNotice: 'P6M' },
      '⟦Vendor may change the models on 14 days notice.⟧ ⟦At least six months before a model is deprecated Vendor will notify Customer.⟧',
    ],
    [
      { deprecationNotice: 'P12M' },
      '⟦Supplier shall provide 12 months advance notice prior to discontinuing a version of the API.⟧',
    ],
    [{ versionPinning: true }, '⟦Model versions can be pinned by Customer.⟧'],
    [
      { deprecationNotice: 'P6M' },
      '⟦PROVIDER SHALL GIVE CUSTOMER AT LEAST SIX (6) MONTHS PRIOR WRITTEN NOTICE BEFORE IT DEPRECATES OR RETIRES ANY MODEL USED BY CUSTOMER.⟧',
    ],
    [
      { notice: { businessDays: 20 } },
      '⟦Supplier may replace the underlying model of the service upon not less than twenty (20) business days notice to Customer.⟧',
    ],
    [
      { versionPinning: true, notice: 'P60D' },
      '⟦Notwithstanding its right to change the models on sixty (60) days notice, Vendor shall allow Customer to pin the model version that it has validated.⟧',
    ],
    [
      { notice: 'P2M' },
      'The Processor informs the Controller of changes to the AI model two months in advance.',
    ],
    [
      { deprecationNotice: 'P12M', versionPinning: true },
      'The Client may continue to use the existing model version for twelve months after the Supplier announces its deprecation.',
    ],
    [
      { deprecationNotice: 'P6M' },
      'Models will remain available for at least six months after Provider announces their deprecation.',
    ],
  ],
  refuses: [
    'Supplier may change the members of the team that performs the services, if their replacements have the same skills.',
    'Vendor may modify these terms on thirty days notice.',
    'Vendor may change its prices upon renewal.',
    'Customer may change the number of users.',
    'Vendor may update the list of sub-processors.',
    'Vendor may replace the infringing Services at its expense.',
    'Processor may change its safeguards, as long as the changes do not materially reduce how well the services are protected.',
    'A consumer may withdraw from the contract for the provision of the service within fourteen days.',
  ],
}
