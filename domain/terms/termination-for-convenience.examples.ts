import type { z } from 'zod'
import type { Examples } from './term.ts'
import type { terminationForConvenience } from './termination-for-convenience.ts'

export const examples: Examples<z.infer<(typeof terminationForConvenience)['value']>> = {
  says: [
    [{ by: 'customer' }, '⟦You can stop using the Services and close your account whenever you like.⟧'],
    [{ by: 'customer' }, "⟦You're free to cancel your subscription at any time from the billing page.⟧"],
    [{ by: 'customer' }, '⟦You may end this agreement at any time by deleting your account.⟧'],
    [
      { by: 'vendor', notice: 'P30D' },
      "⟦We can end these Terms for any reason by giving you 30 days' notice.⟧",
    ],
    [
      { by: 'customer' },
      'Cancel anytime. ⟦You may cancel your plan in your account settings without giving a reason.⟧',
    ],
    [
      { by: 'customer', notice: 'P14D' },
      '⟦The Customer is entitled to ordinary termination of the contract with a notice period of 14 days.⟧',
    ],
    [
      { by: 'vendor' },
      '⟦Licensor reserves the right to terminate this Agreement upon written notice for any reason, including if the marks are not used as the guidelines say.⟧',
    ],
    [
      { by: 'vendor', notice: 'P24M' },
      '⟦Supplier may terminate this Agreement by no less than 24 (twenty four) months notice given in writing to Customer.⟧',
    ],
    [
      { by: 'vendor', notice: 'P60D' },
      '⟦Commencing on the later of (i) the second anniversary of the Effective Date, or (ii) the first shipment of a Product, Supplier shall have the right to terminate this Agreement for any reason by giving sixty (60) days written notice.⟧',
    ],
    [
      { by: 'customer', notice: 'P30D' },
      '⟦Customer may terminate this Agreement for convenience upon thirty (30) days written notice.⟧',
    ],
    [
      { by: 'mutual', notice: 'P90D' },
      '⟦Either party may terminate this Agreement at any time without cause on 90 days notice.⟧',
    ],
    [{ by: 'vendor' }, '⟦We may terminate this Agreement for any reason.⟧'],
    [
      { by: 'customer', notice: 'P30D' },
      '⟦Customer may terminate this Agreement or any Order Form for its convenience, in whole or in part, upon thirty (30) days prior written notice to Supplier.⟧',
    ],
    [
      { by: 'mutual', notice: 'P90D' },
      '⟦Either party may terminate this Agreement at any time, with or without cause, by giving the other party at least ninety (90) days written notice of termination.⟧',
    ],
    [
      { by: 'vendor', notice: 'P180D' },
      '⟦Licensor may terminate this Agreement for any reason or for no reason upon one hundred eighty (180) days prior written notice to Licensee.⟧',
    ],
    [
      { by: 'customer', notice: 'P60D', fee: true },
      '⟦Client may terminate this Agreement without cause on sixty (60) days notice, subject to payment of the early termination fee that is stated in Schedule 2.⟧',
    ],
    [
      { by: 'mutual', notice: 'P60D' },
      '⟦EITHER PARTY MAY TERMINATE THIS AGREEMENT WITHOUT CAUSE UPON SIXTY (60) DAYS PRIOR WRITTEN NOTICE TO THE OTHER PARTY.⟧',
    ],
    [
      { by: 'mutual', notice: 'P3M' },
      '⟦Either party may terminate this contract for convenience with three (3) months notice to the end of a calendar quarter.⟧',
    ],
    [
      { by: 'customer', notice: { businessDays: 10 } },
      '⟦Notwithstanding the Initial Term, Customer shall have the right to terminate this Agreement for convenience by giving ten (10) business days written notice.⟧',
    ],
    [
      { by: 'customer' },
      '⟦You may terminate these Terms at any time and for any reason by closing your account and ceasing to use the services.⟧',
    ],
    [
      { by: 'vendor' },
      '⟦We may terminate this Agreement, or your access to the services, at any time for any reason in our sole discretion and without notice.⟧',
    ],
    [
      { by: 'mutual', notice: 'P12M' },
      '⟦After the third anniversary of the Effective Date, either party may terminate this Agreement without cause by giving not less than twelve (12) months notice in writing.⟧',
    ],
    [
      { by: 'customer', notice: 'P30D' },
      '⟦Provider may not terminate this Agreement for convenience, but Customer may terminate it without cause at any time on thirty (30) days notice.⟧',
    ],
    [
      { by: 'mutual', notice: 'P30D' },
      '⟦During any month-to-month extension of the term, either party may terminate this Agreement without cause upon thirty (30) days written notice.⟧',
    ],
    [
      { by: 'customer', notice: 'P60D' },
      '⟦After the first twelve (12) months of the term, Customer may terminate this Agreement without cause upon sixty (60) days prior written notice to Supplier.⟧',
    ],
    [
      { by: 'mutual', notice: 'P60D' },
      '⟦Either party may terminate this Agreement for any reasons by giving sixty (60) days written notice to the other party.⟧',
    ],
    [
      { by: 'mutual', notice: 'P30D' },
      '⟦Either party wishing to terminate this Agreement shall give the other written notice at least thirty (30) days prior to the date on which it is to end.⟧',
    ],
  ],
  refuses: [
    'You can close your account at any time if we break these Terms.',
    'You may not cancel your subscription before the end of the term for any reason.',
    'We can stop using a subprocessor at any time.',
    'Neither party may terminate this Agreement for convenience during the Initial Term.',
    'Either party may terminate this Agreement at any time if the other is in material breach.',
    'You can cancel a scheduled job at any time before it starts.',
    'Either party may terminate this Agreement at any time during its term if either party materially fails to comply with any provision of this Agreement, by written notice of thirty (30) days.',
    `Besides, each party may terminate this Agreement by written notice:

(i) if the other one fails to perform it; or

(ii) if the other one becomes insolvent.`,
    'The parties may terminate this Agreement at any time by written agreement.',
    'Either party may terminate this Agreement at any time in the event of a material breach by the other party that is not cured.',
    'Either party may terminate this Agreement at any time if any of the following occur:',
    'This Agreement shall renew for further periods of one year unless either party gives notice of termination sixty days before the end of the period then running.',
    'Neither party may terminate this Agreement for convenience or for any reason other than those that are stated in this Section.',
    'Customer may terminate the free trial of a preview feature at any time and without cause by turning it off.',
    'Either party may terminate this Agreement if the other party is in material breach and fails to cure that breach within thirty (30) days after notice.',
    'Either party may terminate this Agreement for material breach.',
  ],
}
