import type { z } from 'zod'
import type { agreementDate } from './agreement-date.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof agreementDate)['value']>> = {
  says: [
    [
      { date: '2026-03-01' },
      'This Master Services Agreement is made and entered into as of ⟦March 1, 2026⟧ by and between Nimbus Works, Inc. and Alder Bank plc.',
    ],
    [
      { date: '2025-01-14' },
      'THIS AGREEMENT is dated ⟦14 January 2025⟧ and is made between Brightwell Software Limited (the "Supplier") and Harrow Foods Limited (the "Customer").',
    ],
    [
      { date: '2024-06-03' },
      'This Supply Agreement is made this ⟦3rd day of June, 2024⟧, by and between Coldbrook Manufacturing LLC and Fenwick Stores, Inc.',
    ],
    [
      { date: '2023-11-30' },
      'SERVICES AGREEMENT entered into on ⟦2023-11-30⟧ between Orrin Data GmbH, the service provider, and Kestrel Insurance AG, the client.',
    ],
    [
      { date: '2026-09-15' },
      'Agreement executed on ⟦September 15th, 2026⟧ between Tarn Analytics Ltd and the customer named in the order form.',
    ],
    [
      { date: '2022-12-05' },
      'THIS LICENSE AGREEMENT IS MADE AS OF ⟦DECEMBER 5, 2022⟧ BY AND BETWEEN MARLOW SYSTEMS CORP. AND PELL LOGISTICS, INC.',
    ],
    [
      { date: '2025-08-29' },
      'This Agreement is entered into on ⟦29.8.2025⟧ by Quill Robotics B.V. as supplier and Dunmore Retail N.V. as customer, and supersedes the Master Agreement dated 4 May 2021.',
    ],
    [
      { date: '2021-04-07' },
      'This Distribution Agreement (this "Agreement") is made on ⟦April 7, 2021⟧ between Sable Instruments, Inc. ("Company") and Westing Trading Co. ("Distributor"). The term of this Agreement shall end on April 6, 2024.',
    ],
    [
      { event: 'left blank' },
      'This Consulting Agreement is made and entered into as of ⟦the ____ day of ________, 2026⟧ by and between Lumen Advisers LLC and Garrick Holdings, Inc.',
    ],
    [
      { date: '2024-02-29' },
      'This Agreement is made as of ⟦February 29, 2024⟧ between Ashdown Cloud, Inc. and Perrin Health, Inc. It shall take effect on April 1, 2024.',
    ],
    [
      { date: '2026-02-20' },
      'This Addendum, dated ⟦20 February 2026⟧, is attached to and forms part of the Subscription Agreement dated 1 July 2024 between the same parties.',
    ],
    [
      { date: '2025-05-12' },
      'This Agreement, made and entered into this ⟦12th day of May 2025⟧, is by and between the City of Larkhaven and Meridian Meters, Inc.',
    ],
    [
      { date: '2026-01-05' },
      'IN WITNESS WHEREOF, the parties have caused this Agreement to be executed by their duly authorized representatives on ⟦January 5, 2026⟧.',
    ],
    [
      { date: '2024-10-01' },
      'Amendment No. 2, made as of ⟦October 1, 2024⟧, to the Hosting Agreement dated March 3, 2022 between Eastgate Hosting Pty Ltd and Morrow University.',
    ],
    [
      { date: '2026-06-22' },
      'This Amendment No. 2 to the Supply Agreement dated as of April 1, 2024, between Aster Ltd and Bramble Ltd, is made this ⟦22 day of June 2026⟧.',
    ],
    [
      { event: 'left blank' },
      'This Agreement is made ⟦this ____ day of March, 2026⟧, between Aster Ltd and Bramble Ltd.',
    ],
    [{ event: 'left blank' }, 'This Agreement is made as of ⟦, 2026⟧, between Aster Ltd and Bramble Ltd.'],
    [
      { event: 'left blank' },
      'This Agreement, made as of ⟦the 1st day of December⟧ (the "Effective Date"), is between Aster Ltd and Bramble Ltd.',
    ],
    [
      { date: '2024-05-02' },
      'The parties sign this Agreement in two originals.\n\nLeeds, ⟦2 May 2024⟧\n\n/s/ A. Whitlock\n\n/s/ B. Osgood',
    ],
    [
      { date: '2026-05-04' },
      `${'The Supplier shall perform the services that are set out in the order form.\n\n'.repeat(8)}By: /s/ A. Whitlock By: /s/ B. Osgood Director Secretary 2 May 2026 ⟦4 May 2026⟧ Date Date`,
    ],
  ],
  refuses: [
    'Either party may terminate this Agreement, for any reason or for none, by written notice that takes effect thirty (30) days after its receipt.',
    'This Agreement is made between Brightwell Software Limited, the supplier, and Harrow Foods Limited, the customer, and takes effect when both have signed it.',
    'The Securities Exchange Act of 1934 and the rules made under it apply to the information that is disclosed under this Agreement.',
  ],
}
