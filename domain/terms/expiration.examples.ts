import type { z } from 'zod'
import type { expiration } from './expiration.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof expiration)['value']>> = {
  says: [
    [
      { date: '2028-06-30' },
      '⟦"Initial Term" means the period from the Effective Date through June 30, 2028, and any extension of it that the parties agree in writing.⟧',
    ],
    [
      { date: '2028-12-31' },
      '⟦The term of this Agreement shall commence on January 1, 2026 and shall expire on December 31, 2028, unless it is terminated earlier in accordance with Section 11.⟧',
    ],
    [
      { date: '2029-03-01' },
      'This Agreement is made as of March 1, 2026 (the "Effective Date") between Nimbus Works, Inc. and Alder Bank plc.\n\n⟦The initial term of this Agreement shall commence on the Effective Date and shall continue for a period of three (3) years, unless sooner terminated as provided herein.⟧',
    ],
    [
      { perpetual: true },
      '⟦This Agreement shall commence on the Effective Date and shall continue in full force and effect indefinitely until terminated by either party in accordance with Section 9.⟧',
    ],
    [
      { date: '2027-03-31' },
      '⟦This contract shall be valid from 1 April 2025 and shall remain in effect until 31 March 2027, on which day it shall end without notice.⟧',
    ],
    [
      { event: 'at the end of its term' },
      '⟦The term of this Agreement shall be five (5) years commencing on the Effective Date, unless terminated earlier as provided in Article 9.⟧',
    ],
    [
      { date: '2027-07-01' },
      'This Agreement is effective as of July 1, 2025 (the "Effective Date").\n\n⟦This Agreement shall continue in effect until the second (2nd) anniversary of the Effective Date.⟧',
    ],
    [
      { date: '2026-02-28' },
      'This Agreement is made as of January 31, 2026 (the "Effective Date") between Tarn Analytics Ltd and Perrin Health, Inc.\n\n⟦The term of this pilot agreement shall commence on the Effective Date and shall continue for a period of one (1) month.⟧',
    ],
    [
      { perpetual: true },
      '⟦This Agreement shall remain in effect until it is terminated by either party by giving the other not less than ninety (90) days written notice.⟧',
    ],
    [
      { date: '2030-06-30' },
      '⟦THIS AGREEMENT SHALL COMMENCE ON THE EFFECTIVE DATE AND, UNLESS SOONER TERMINATED AS PROVIDED HEREIN, SHALL CONTINUE IN EFFECT THROUGH JUNE 30, 2030.⟧',
    ],
    [
      { perpetual: true },
      '⟦The term of this Agreement and of the license granted in it shall be perpetual unless this Agreement is terminated as provided in Section 8.⟧',
    ],
    [
      { date: '2026-11-15' },
      'This Agreement is dated November 15, 2025.\n\n⟦The term of this Agreement shall be for a period of one (1) year from the date hereof, and thereafter it shall renew for successive one-year periods.⟧',
    ],
    [
      { date: '2026-04-30' },
      'This Evaluation Agreement is dated November 3, 2025.\n\n⟦This Agreement shall remain in effect for the evaluation of the software only and the term of this Agreement shall end on April 30, 2026.⟧',
    ],
    [
      { date: '2028-05-09' },
      'This Agreement is made on 9 May 2025 between Eastgate Hosting Pty Ltd (the "Supplier") and Morrow University (the "Customer").\n\n⟦The term of this Agreement shall run for thirty-six (36) months from the date hereof, and shall thereafter continue from month to month.⟧',
    ],
  ],
  refuses: [
    '"Term" means the Initial Term together with any Renewal Terms.',
    'Either party may terminate this Agreement at any time and for any reason by giving the other party ninety (90) days prior written notice.',
    'The obligations of confidentiality shall survive for a period of five (5) years after the expiration or termination of this Agreement.',
    'Customer shall maintain the insurance required by this Section until the third anniversary of the completion of the work.',
    'Published: 3 March 2026 Effective date: 1 April 2026',
  ],
}
