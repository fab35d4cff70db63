import type { z } from 'zod'
import type { exitAssistance } from './exit-assistance.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof exitAssistance)['value']>> = {
  says: [
    [
      { artefacts: [] },
      '⟦On termination the Supplier supports the Customer with the migration of its data to another provider.⟧',
    ],
    [
      { dataExport: true, artefacts: [] },
      "⟦At the end of the contract the Supplier hands over the Customer's data in a common format.⟧",
    ],
    [
      { period: 'P6M', artefacts: [] },
      'These terms apply between Lumen Forge Ltd ("Supplier") and Ostbridge Insurance SE ("Client").\n\n⟦On expiry Supplier helps Client move to another provider for up to six months at its then-current rates.⟧',
    ],
    [
      { artefacts: [] },
      '⟦Upon the termination of this Agreement, Operator shall cooperate in the transition of operations to Owner or a successor operator.⟧',
    ],
    [
      { artefacts: [] },
      '⟦In case of termination of this Agreement, the parties shall immediately work on a transition out plan with activities and dates agreed between them.⟧',
    ],
    [
      { period: 'P30D', dataExport: true, artefacts: ['customer_data'] },
      '⟦For thirty (30) days after the termination of this Agreement, Supplier shall make Customer Data available to Customer for export or download.⟧',
    ],
    [
      { period: 'P6M', artefacts: [] },
      '⟦Upon expiration of this Agreement, Supplier shall provide transition assistance to Customer for a period of up to six (6) months at its then-current rates.⟧',
    ],
    [
      { period: 'P90D', artefacts: [] },
      '⟦At the request of Customer, Provider will for up to ninety days following termination assist Customer with the orderly transition of the services to a successor provider.⟧',
    ],
    [
      { dataExport: true, format: 'structured, machine-readable format', artefacts: ['customer_data'] },
      '⟦Upon termination, Provider shall provide Customer with a copy of all Customer Data in a structured, machine-readable format at no additional charge.⟧',
    ],
    [
      {
        period: 'P60D',
        dataExport: true,
        format: 'JSON format',
        artefacts: ['customer_data', 'prompts', 'embeddings', 'logs'],
      },
      '⟦Within sixty (60) days after expiration, Customer may export Customer Data, prompts, embeddings and usage logs in JSON format.⟧',
    ],
    [
      { dataExport: true, artefacts: ['fine_tuned_models'] },
      '⟦On termination Supplier shall make available to Customer the weights of all fine-tuned models that were trained on its data, so that they can run elsewhere.⟧',
    ],
    [
      { period: 'P12M', artefacts: [] },
      '⟦Notwithstanding any termination for cause, Supplier shall perform the disengagement services set out in Schedule 7 for a period of twelve (12) months from the termination date.⟧',
    ],
    [
      { period: 'P90D', dataExport: true, artefacts: ['customer_data'] },
      '⟦You may retrieve your content at any time during the subscription and for ninety (90) days after its termination, by way of the self-service tools.⟧',
    ],
    [
      { artefacts: [] },
      '⟦Supplier shall prepare and keep up to date an exit plan, and on termination shall give the Customer such migration support as it reasonably requires.⟧',
    ],
    [
      {
        period: 'P30D',
        dataExport: true,
        format: 'commonly used format',
        artefacts: ['customer_data', 'configurations'],
      },
      '⟦If Customer so requests within 30 days of termination, Vendor will provide copies of the Customer Data and of all configurations in a commonly used format.⟧',
    ],
    [
      { period: { businessDays: 10 }, dataExport: true, artefacts: ['customer_data'] },
      '⟦Supplier shall within ten (10) business days after the expiration of the term make available all customer content for download from the portal.⟧',
    ],
    [
      { artefacts: [] },
      '⟦UPON ANY TERMINATION OR EXPIRATION OF THIS AGREEMENT, VENDOR SHALL COOPERATE WITH CUSTOMER IN THE ORDERLY TRANSFER OF THE SERVICES TO CUSTOMER OR ITS DESIGNEE.⟧',
    ],
    [
      { period: 'P3M', artefacts: [] },
      '⟦Notwithstanding any dispute between the parties, Supplier shall provide exit services for three (3) months after the termination of this Agreement, at the rates in Exhibit B.⟧',
    ],
  ],
  refuses: [
    'You can download your data at any time.',
    'Provider has no obligation to provide transition assistance after termination.',
    'Customer shall not export the Software contrary to export control laws.',
    '“Termination Date” shall mean the last day on which Supplier provides the services to Customer, excluding any termination assistance.',
    'Nothing in this Section shall oblige Customer to take termination assistance from Supplier.',
    'Customer shall comply with all export control laws and regulations and shall not export the software or technical data to any embargoed country after termination.',
    'Upon termination, the receiving party shall return or destroy all Confidential Information of the disclosing party and certify in writing that it has done so.',
    'During the term, Customer may download reports and records of its usage from the administration console at any time.',
    'Upon expiration of the trial period, the account of Customer will convert to a paid subscription unless Customer cancels before that day.',
  ],
}
