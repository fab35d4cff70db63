import type { z } from 'zod'
import type { effectiveDate } from './effective-date.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof effectiveDate)['value']>> = {
  says: [
    [
      { date: '2026-03-01' },
      'This Master Services Agreement is entered into as of ⟦March 1, 2026⟧ (the "Effective Date") by and between Nimbus Works, Inc. and Alder Bank plc.',
    ],
    [
      { date: '2025-07-01' },
      'This Agreement is made between Brightwell Software Limited and Harrow Foods Limited and is effective as of ⟦1 July 2025⟧.',
    ],
    [
      { date: '2024-04-01' },
      'This Agreement is made as of February 29, 2024 between Ashdown Cloud, Inc. and Perrin Health, Inc. and shall take effect on ⟦April 1, 2024⟧.',
    ],
    [
      { date: '2026-01-01' },
      'THIS AGREEMENT IS MADE EFFECTIVE AS OF ⟦JANUARY 1, 2026⟧ BY AND BETWEEN MARLOW SYSTEMS CORP. AND PELL LOGISTICS, INC.',
    ],
    [
      { date: '2023-10-16' },
      'Effective Date: ⟦October 16, 2023⟧. The parties to this Agreement are Tarn Analytics Ltd and the customer named in the order form.',
    ],
    [
      { date: '2025-09-01' },
      'This contract between Orrin Data GmbH and Kestrel Insurance AG commences on ⟦1 September 2025⟧ and shall run for two years.',
    ],
    [
      { event: 'later of the dates on which it is signed by the parties' },
      '⟦This Agreement shall be effective as of the later of the dates on which it is signed by the parties.⟧',
    ],
    [
      { event: 'left blank' },
      'This Agreement is effective as of ⟦the ____ day of ________, 2026⟧ (the "Effective Date") and is by and between Lumen Advisers LLC and Garrick Holdings, Inc.',
    ],
    [
      { date: '2022-05-31' },
      'This License Agreement is entered into on May 20, 2022 but is effective as of ⟦May 31, 2022⟧ (the "Commencement Date"), between Sable Instruments, Inc. and Westing Trading Co.',
    ],
    [
      { date: '2026-11-02' },
      'This Addendum takes effect on ⟦2 November 2026⟧ and amends the Subscription Agreement dated 1 July 2024 between the same parties.',
    ],
    [
      { event: 'date of last signature below' },
      '⟦The "Effective Date" of this Agreement is the date of last signature below.⟧',
    ],
    [
      { date: '2021-08-09' },
      'This Agreement, effective ⟦August 9, 2021⟧, is by and between Quill Robotics B.V. as supplier and Dunmore Retail N.V. as customer.',
    ],
    [
      { date: '2025-03-15' },
      'This Order Form is signed on March 3, 2025 by Oakline AI, Inc. and Castell Retail Group plc. Start Date: ⟦March 15, 2025⟧.',
    ],
    [
      { date: '2024-10-01' },
      'This Amendment No. 2 amends the Hosting Agreement dated March 3, 2022 and is effective as of ⟦October 1, 2024⟧ (the "Amendment Effective Date").',
    ],
    [
      { date: '2026-02-16' },
      'This Agreement is made between Aster Ltd and Bramble Ltd.\n\n1. Definitions\n\n⟦"Effective Date" means February 16, 2026.⟧\n\n"Fees" means the fees in the order form.',
    ],
    [
      { event: 'date of its approval by the board of the Customer' },
      'This Agreement is made between Aster Ltd and Bramble Ltd.\n\n⟦This Agreement shall become effective on the date of its approval by the board of the Customer.⟧',
    ],
    [
      { event: 'left blank' },
      'This Agreement is made effective as of ⟦[●], 2026⟧ (the "Effective Date"), by and between Lumen Advisers LLC and Garrick Holdings, Inc.',
    ],
    [
      { event: 'closing of the sale of Harrow Foods Limited' },
      'This Agreement is made between Aster Ltd and Bramble Ltd.\n\n⟦This Agreement shall become effective upon the closing of the sale of Harrow Foods Limited.⟧',
    ],
    [
      { event: 'later of the two signature dates below' },
      'This Hosting Agreement is entered into ⟦as of the later of the two signature dates below (the "Effective Date")⟧ by Aster Ltd and Bramble Ltd.',
    ],
    [
      { date: '2025-01-01' },
      'The parties are Aster Ltd and Bramble Ltd.\n\nThis Agreement is executed in duplicate, in Leeds, to be effective ⟦January 1, 2025⟧.',
    ],
    [
      { date: '2024-10-06' },
      'This contract is between Aster Ltd and Bramble Ltd and replaces all earlier ones.\n\nIt shall be effective on ⟦6 October 2024⟧ and runs for two years.',
    ],
    [
      [{ date: '2025-03-22' }, { date: '2025-04-15' }],
      'This Agreement is made effective ⟦March 22, 2025⟧, by and between Aster Ltd and Bramble Ltd.\n\n⟦This Agreement shall commence on April 15, 2025 and end two years later.⟧',
    ],
    [
      { date: '2026-01-20' },
      `This Agreement is made between Aster Ltd and Bramble Ltd.

${'The Supplier shall perform the services that are set out in the order form with skill.\n\n'.repeat(18)}⟦This Agreement shall commence on January 20, 2026 (the "Effective Date") and shall continue for six months.⟧`,
    ],
    [
      { event: 'date the last party has signed it' },
      'This Agreement is made between Aster Ltd and Bramble Ltd.\n\n⟦"Effective Date" of this Agreement shall mean the date the last party has signed it.⟧',
    ],
    [
      { date: '2025-06-17' },
      'Terms of Service\n\nEffective ⟦June 17, 2025⟧Previous version\n\nThese terms bind you and us.',
    ],
    [
      { date: '2026-05-13' },
      'Terms for Assistants\n\nThese terms are an agreement between you and Tarn Analytics Ltd (“Tarn”).\n\nWords. Effective ⟦13 May 2026⟧',
    ],
  ],
  refuses: [
    'A notice shall be effective upon receipt by the party to which it is addressed, whether it is sent by courier or by registered mail.',
    'Customer shall use commercially effective measures to protect the credentials that Supplier has issued to its users.',
    'The new prices shall apply to all orders that are placed by Customer after the publication of the revised price list.',
  ],
}
