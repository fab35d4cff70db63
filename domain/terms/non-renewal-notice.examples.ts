import type { z } from 'zod'
import type { nonRenewalNotice } from './non-renewal-notice.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof nonRenewalNotice)['value']>> = {
  says: [
    [
      { period: 'P7D', before: 'term_end' },
      "⟦You must cancel at least seven days before your plan renews, or you'll be charged again.⟧",
    ],
    [
      { period: 'PT24H', before: 'term_end' },
      '⟦To avoid being charged for the next month, cancel at least 24 hours before your renewal date.⟧',
    ],
    [
      { period: 'P30D', before: 'term_end' },
      "⟦If you don't want your plan to renew, tell us at least 30 days before it ends.⟧",
    ],
    [
      { period: 'P3M', before: 'term_end' },
      "⟦The contract is extended by a further twelve months in each case if it is not terminated with three months' notice to the end of the term.⟧",
    ],
    [
      { period: 'P60D', before: 'term_end' },
      '⟦This Agreement renews for successive one-year terms unless either party gives notice of non-renewal at least sixty (60) days prior to the end of the then-current term.⟧',
    ],
    [
      { period: 'P90D', before: 'term_end' },
      '⟦This Agreement shall automatically renew for a further term unless Customer notifies Supplier not less than 90 days before the expiration of the term of its intention not to renew.⟧',
    ],
    [
      { period: 'P30D', before: 'term_end' },
      '⟦THIS AGREEMENT SHALL AUTOMATICALLY RENEW FOR SUCCESSIVE ONE (1) YEAR TERMS UNLESS EITHER PARTY NOTIFIES THE OTHER THAT IT WILL NOT RENEW AT LEAST THIRTY (30) DAYS BEFORE THE END OF THE THEN-CURRENT TERM.⟧',
    ],
    [
      { period: 'P90D', before: 'term_end' },
      '⟦The term shall be extended for additional periods of twelve (12) months each unless one of the parties gives the other ninety (90) days prior written notice of its intent not to renew.⟧',
    ],
    [
      { period: 'P6M', before: 'term_end' },
      '⟦This Agreement shall renew from year to year unless it is terminated by written notice given not less than six (6) months prior to the end of the initial term or of any renewal term.⟧',
    ],
    [
      { period: { businessDays: 20 }, before: 'term_end' },
      '⟦Unless Customer notifies Provider of its decision not to renew at least twenty (20) business days before the expiration of the subscription term, the subscription will automatically renew for a further year.⟧',
    ],
    [
      { period: 'P60D', before: 'term_end' },
      '⟦The subscription renews automatically for twelve-month periods, unless either party provides written notice of non-renewal to the other party sixty days prior to the expiration of the then-current period.⟧',
    ],
    [
      { period: 'P45D', before: 'term_end' },
      '⟦Either party may prevent the automatic renewal of this Agreement by giving notice of non-renewal no later than forty-five (45) days before the end of the then-current term.⟧',
    ],
    [
      { period: 'P180D', before: 'term_end' },
      '⟦After the initial term of five (5) years this Agreement shall automatically renew for three (3) year terms unless a party delivers notice of non-renewal one hundred eighty (180) days before the term ends.⟧',
    ],
    [
      { period: 'P3M', before: 'term_end' },
      '⟦This contract is extended by one year at a time unless notice of its termination is given three months before the end of the calendar year in which the term expires.⟧',
    ],
    [
      { period: 'P14D', before: 'term_end' },
      '⟦Your plan will renew each year unless you cancel it in your account or notify us of the cancellation at least 14 days before the renewal date.⟧',
    ],
    [
      { period: 'P120D', before: 'term_end' },
      '⟦Notwithstanding the foregoing, this Agreement shall not renew if Supplier has notified Customer at least one hundred and twenty (120) days in advance of the expiration of the term that it elects not to renew.⟧',
    ],
    [
      { period: 'P60D', before: 'term_end' },
      '⟦After the initial term of thirty-six (36) months this Agreement renews for successive twelve (12) month terms unless, not later than sixty (60) days before the end of the then-current term, either party gives notice of non-renewal.⟧',
    ],
    [
      { period: 'P3M', before: 'term_end', toEndOf: 'month' },
      '⟦This Agreement renews for successive terms of one year unless either party cancels it on three (3) months’ written notice to the end of a calendar month.⟧',
    ],
    [
      { period: 'P6M', before: 'term_end', toEndOf: 'quarter' },
      '⟦The contract is extended by twelve months at a time unless it is terminated by six months’ notice to the end of a calendar quarter.⟧',
    ],
    [
      { period: 'P6M', before: 'term_end' },
      '⟦This agreement shall continue for an initial term of two (2) years and thereafter until it is terminated by either party giving at least six (6) months written notice.⟧',
    ],
    [
      { period: 'P90D', before: 'term_end' },
      '⟦This Agreement shall automatically renew for successive one (1) year terms unless either party gives notice of non-renewal. Such notice shall be given at least ninety (90) days before the end of the then-current term.⟧',
    ],
    [
      { before: 'term_end' },
      '⟦This Agreement shall automatically renew for successive one (1) year terms unless either party gives notice of non-renewal at least [***] prior to the end of the term that is running.⟧',
    ],
    [
      { before: 'term_end' },
      '⟦The subscription renews for a further year unless Customer notifies Provider that it will not renew no later than ____ days before the expiration of the then-current term.⟧',
    ],
  ],
  refuses: [
    'Provider shall remind Customer 30 days before the renewal date.',
    "Provider shall give 60 days' notice before any price change.",
    'Customer must notify Provider at least 30 days before the renewal if it wishes to add seats.',
    'Customer may extend the term of this Agreement for one (1) year by written notice given at least [***] days prior to the end of the then-current term.',
    'If Distributor wishes to extend the term of this Agreement, it shall notify Supplier in writing at least six (6) months before the end of the initial term.',
    'Customer may, by written notice given at least thirty (30) days prior to the end of the then-current term, extend the term of this Agreement for one (1) year.',
    'Either party may terminate this Agreement for convenience at any time upon ninety (90) days prior written notice to the other party.',
    'Supplier may increase the fees for a renewal term by giving Customer at least sixty (60) days notice before that renewal term begins.',
    'This Agreement shall automatically renew for successive terms of one (1) year each, on the same terms and conditions.',
    'Customer shall pay within 30 days.',
  ],
}
