import type { z } from 'zod'
import type { Examples } from './term.ts'
import type { warranty } from './warranty.ts'

export const examples: Examples<z.infer<(typeof warranty)['value']>> = {
  says: [
    [
      { kind: 'performance', period: 'P90D' },
      '⟦Supplier warrants that the Products will be free from defects in workmanship for ninety (90) days after delivery and shall, without additional cost to Customer, make good any breach of this warranty.⟧',
    ],
    [
      { kind: 'performance', period: 'P30D' },
      '⟦In the event that a delivered Product fails to conform to its specifications, Customer may reject such Product by written notice to Supplier within thirty (30) days after its delivery, except that this period does not apply to latent defects.⟧',
    ],
    [
      { kind: 'security' },
      '⟦Provider warrants that the Platform will not contain any virus or other malicious code.⟧',
    ],
    [
      { kind: 'performance' },
      '⟦Vendor warrants that the Services will conform in all material respects to the Documentation.⟧',
    ],
    [
      { kind: 'performance', period: 'P90D' },
      '⟦Supplier warrants that for ninety (90) days after delivery the Software will perform substantially as described in the specifications.⟧',
    ],
    [
      { kind: 'performance', period: 'P12M' },
      '⟦Seller warrants the Products against defects in materials and workmanship for a period of twelve months from shipment.⟧',
    ],
    [
      { kind: 'performance', period: 'P30D' },
      '⟦Provider warrants that the Deliverables will be free from material defects for thirty days after acceptance.⟧',
    ],
    [
      { kind: 'performance' },
      '⟦We represent and warrant that the Platform will operate substantially in accordance with its documentation.⟧',
    ],
    [
      { kind: 'performance', period: 'P12M' },
      '⟦The Equipment carries a warranty against defective workmanship for a period of one year.⟧',
    ],
    [
      { kind: 'performance', period: 'P6M' },
      '⟦Contractor guarantees that the services are free of errors for six (6) months following completion.⟧',
    ],
    [
      { kind: 'performance', period: 'P12M' },
      '⟦SUPPLIER WARRANTS THAT FOR A PERIOD OF ONE (1) YEAR FROM THE DATE OF DELIVERY THE PRODUCTS WILL BE FREE FROM DEFECTS IN MATERIALS AND WORKMANSHIP.⟧',
    ],
    [
      { kind: 'performance' },
      '⟦Provider represents and warrants that the services will perform materially in accordance with the documentation during the whole of the subscription term.⟧',
    ],
    [
      { kind: 'security' },
      '⟦Vendor warrants that the software does not contain any virus, malware, time bomb or other harmful code when it is delivered to Customer.⟧',
    ],
    [
      { kind: 'performance', period: 'P60D' },
      '⟦Licensor warrants that the software will function substantially as described in its specifications for sixty (60) days after the installation.⟧',
    ],
    [
      { kind: 'performance', period: 'P18M' },
      '⟦Seller warrants that the equipment will conform to the specifications for a warranty period of eighteen (18) months after the date of shipment.⟧',
    ],
    [
      { kind: 'other', period: 'P12M' },
      '⟦For the purpose of this Agreement, “Warranty Period” shall mean twelve (12) months from the date on which the equipment is delivered to Customer.⟧',
    ],
    [
      { kind: 'other' },
      '⟦Supplier warrants that the equipment shall remain operative throughout the Warranty Period.⟧',
    ],
    [
      [
        { kind: 'performance', period: 'P12M' },
        { kind: 'other', period: 'P6M' },
      ],
      `9.1 ⟦Supplier warrants that the equipment will be free from defects in materials and workmanship for a period of twelve (12) months after delivery.⟧

21.4 Definitions

⟦“Warranty Period” means, for an installation, six (6) months from the day on which it is handed over.⟧

“Site” means the place of the installation.`,
    ],
    [
      [
        { kind: 'performance', period: 'P12M' },
        { kind: 'other', period: 'P30D' },
      ],
      `9.1 ⟦Supplier warrants that the equipment will be free from defects in materials and workmanship for a period of twelve (12) months after delivery.⟧

11.3 ⟦Where a hidden defect shows itself later, Customer shall send Supplier a written notification within thirty (30) days of its discovery.⟧`,
    ],
  ],
  refuses: [
    'Customer may reject an invoice that does not comply with Section 5 by written notice within ten (10) days of its receipt.',
    'Vendor shall not extend any warranty to anybody else for a period of one year.',
    'The first paid maintenance term shall begin upon expiration of the Warranty Period, and the maintenance fee for it is due in advance.',
    'Supplier warrants that it is duly organized and has the full corporate power to enter into and to perform this Agreement.',
    'Each party warrants that it has full power and authority to enter into this Agreement.',
    'Vendor makes no warranty that the Services will be uninterrupted.',
    'The Services are provided "as is" without warranty of any kind.',
    'Customer represents that it has the rights to provide the Input.',
    'Fees are due within thirty days of the invoice.',
  ],
}
