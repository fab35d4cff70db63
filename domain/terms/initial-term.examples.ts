import type { z } from 'zod'
import type { initialTerm } from './initial-term.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof initialTerm)['value']>> = {
  says: [
    [{ period: 'P24M' }, '⟦"Term" shall mean the period of two (2) years that begins on the Go-Live Date.⟧'],
    [
      { period: 'P36M' },
      '⟦The initial term of this Agreement shall commence on the Effective Date and shall continue for a period of three (3) years, unless sooner terminated as provided herein.⟧',
    ],
    [
      { period: 'P12M' },
      '⟦This Agreement shall begin on the date of the last signature and shall remain in full force and effect for twelve (12) months thereafter.⟧',
    ],
    [
      { endsOn: '2028-12-31' },
      '⟦The term of this Agreement shall commence on January 1, 2026 and shall expire on December 31, 2028, unless it is terminated earlier in accordance with Section 11.⟧',
    ],
    [
      { period: 'P24M' },
      '⟦The Initial Term shall be two (2) years from the Effective Date, after which this Agreement shall renew for successive one (1) year terms unless either party gives sixty (60) days notice.⟧',
    ],
    [
      { period: 'P36M' },
      '⟦This Agreement shall take effect on the Effective Date and shall continue in effect until the third (3rd) anniversary of the Effective Date.⟧',
    ],
    [
      { period: 'P60M' },
      '⟦THE TERM OF THIS AGREEMENT SHALL BE FIVE (5) YEARS COMMENCING ON THE EFFECTIVE DATE, UNLESS TERMINATED EARLIER AS PROVIDED IN ARTICLE 9.⟧',
    ],
    [
      { period: 'P90D' },
      '⟦The term of this pilot agreement shall commence on the Effective Date and shall continue for a period of ninety (90) days.⟧',
    ],
    [
      { period: 'P18M' },
      '⟦The Subscription Term will begin on the Start Date and will continue for an initial term of eighteen months, during which Customer may not terminate for convenience.⟧',
    ],
    [
      { endsOn: '2027-03-31' },
      '⟦This contract shall be valid from 1 April 2025 and shall remain in effect until 31 March 2027, on which day it shall end without notice.⟧',
    ],
    [
      { period: 'P120M' },
      '⟦Subject to earlier termination under Section 12, the term of this Agreement shall run for a period of ten years from the date hereof.⟧',
    ],
    [
      { period: 'P12M' },
      '⟦Unless earlier terminated, this Agreement shall continue for an initial period of one year and shall thereafter continue from month to month until terminated on thirty days notice.⟧',
    ],
    [
      { period: 'P36M' },
      '⟦The term of this Agreement is thirty-six (36) months, commencing on the date on which the services are first made available to Customer.⟧',
    ],
    [
      { endsOn: '2027-06-30' },
      '⟦This Agreement shall commence on July 1, 2024 and, notwithstanding the date of its signature, shall continue in effect through June 30, 2027.⟧',
    ],
    [
      { period: 'P24M' },
      '⟦The initial term of this Agreement ends on the second anniversary of the Effective Date, and it may thereafter be renewed for one year at a time.⟧',
    ],
    [
      { period: 'P6M' },
      '⟦The initial term of this trial agreement shall be two (2) calendar quarters, beginning on the Effective Date, and shall then end without notice.⟧',
    ],
    [
      { period: 'P36M' },
      `⟦This Agreement shall commence on the Effective Date and shall continue in effect until the earlier of:

(a) the third anniversary of the Effective Date; or

(b) the day on which Supplier has delivered the last of the machines.⟧`,
    ],
    [
      { endsOn: '2028-12-31' },
      '⟦The term of this Agreement shall commence on January 1, 2026 and shall expire on December 31, 2028, unless it is terminated earlier by a party in accordance\n\nwith Section 11.⟧',
    ],
    [
      { endsOn: '2027-08-31' },
      `Supplier: Aster Ltd

Customer: Bramble Ltd

⟦Expiration Date: August 31, 2027.⟧`,
    ],
    [
      { period: 'P24M' },
      '⟦The initial term of this Agreement shall be two (2) years from the Effective Date.⟧ After the initial term, the term of this Agreement may be extended by a further period of five (5) years by written agreement.',
    ],
    [
      { period: 'P12M' },
      '⟦Unless otherwise specified in an Order Form, the initial term of this Agreement will be one year commencing on the date of signature.⟧',
    ],
  ],
  refuses: [
    'Either party may terminate this Agreement at any time and for any reason by giving the other party ninety (90) days prior written notice.',
    'The obligations of confidentiality shall survive for a period of five (5) years after the expiration or termination of this Agreement.',
    'Supplier warrants that the software will perform in accordance with its documentation for a period of ninety (90) days after delivery.',
    'Supplier shall keep complete books of account for at least three (3) years after the end of the calendar year to which they relate.',
  ],
}
