import type { z } from 'zod'
import type { renewal } from './renewal.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof renewal)['value']>> = {
  says: [
    [{ automatic: true }, '⟦Paid plans renew automatically until you cancel.⟧'],
    [{ automatic: true, period: 'P1M' }, '⟦Your card is charged each month until you cancel.⟧'],
    [
      { automatic: true },
      '⟦Subscriptions auto-renew at the end of each billing cycle unless you cancel first.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦Unless you cancel before the end of your term, your plan will renew for another year.⟧',
    ],
    [
      { automatic: true },
      "⟦Your subscription continues until you cancel it, and we'll bill you at the start of each billing period.⟧",
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦On expiry of the Initial Term the Agreement shall roll over for consecutive periods of 12 months each, unless terminated in accordance with Clause 3.⟧',
    ],
    [
      { automatic: true, period: 'P1M' },
      '⟦Your subscription renews automatically each month until you cancel it.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦The subscription renews for successive twelve-month periods unless either party gives notice at least 90 days before the end of the then-current term.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦This Agreement will automatically renew for successive one (1) year terms unless either party gives notice of non-renewal.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦The subscription term automatically renews for additional periods of twelve months.⟧',
    ],
    [
      { automatic: true, period: 'P12M', maxTimes: 3 },
      '⟦This Agreement automatically renews for up to three (3) additional one-year terms.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦Unless either party gives written notice of non-renewal at least ninety (90) days before the end of the then-current term, this Agreement shall automatically renew for successive terms of one (1) year each.⟧',
    ],
    [
      { automatic: false, period: 'P12M', maxTimes: 2 },
      '⟦Customer shall have the option to extend the term of this Agreement for two (2) additional periods of twelve (12) months each by written notice to Supplier.⟧',
    ],
    [
      { automatic: true, period: 'P1M' },
      '⟦After the initial term of one year, this Agreement shall automatically renew on a month-to-month basis until it is terminated by either party on thirty (30) days notice.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦The initial term is three (3) years and thereafter this Agreement shall be automatically extended from year to year unless it is terminated with six months notice.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦THIS AGREEMENT SHALL AUTOMATICALLY RENEW FOR SUCCESSIVE PERIODS OF TWELVE (12) MONTHS UNLESS EITHER PARTY NOTIFIES THE OTHER AT LEAST THIRTY (30) DAYS BEFORE THE END OF THE TERM.⟧',
    ],
    [
      { automatic: false },
      '⟦This Agreement shall not renew automatically, and any renewal of its term shall require a written agreement signed by both parties before it expires.⟧',
    ],
    [
      { automatic: true, period: 'P6M' },
      '⟦Each subscription will automatically renew for a further period of six months at the end of its term unless you cancel it in your account before then.⟧',
    ],
    [
      { automatic: true, period: 'P36M', maxTimes: 1 },
      '⟦At the end of the initial term this Agreement shall automatically renew for one (1) additional term of three (3) years, and shall then expire.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      '⟦This Agreement is evergreen and shall automatically renew on each anniversary of the Effective Date for another period of one year, unless terminated.⟧',
    ],
    [
      { automatic: false, period: 'P60M' },
      '⟦Licensee may renew this license for a further term of five (5) years by giving written notice to Licensor not less than one hundred eighty (180) days before the end of the initial term.⟧',
    ],
    [
      { automatic: true, period: 'P3M' },
      '⟦Upon its expiration the term of this Agreement will automatically be extended by successive calendar quarters of three months until one party gives notice to the other.⟧',
    ],
    [
      { automatic: false, period: 'P12M' },
      '⟦This Agreement shall not be automatically renewed, but it may be extended for additional terms of one (1) year by a written agreement of the parties.⟧',
    ],
    [
      { automatic: true, period: 'P12M', maxTimes: 2 },
      '⟦This Agreement shall automatically renew for two (2) successive one-year terms and shall then expire without further notice, notwithstanding Section 4.⟧',
    ],
    [
      { automatic: true, period: 'P24M' },
      '⟦Upon expiration of the initial term of five (5) years, this Agreement shall be automatically renewed for consecutive two (2) year periods unless terminated by a party on ninety (90) days notice.⟧',
    ],
    [
      { automatic: true, period: 'P1M' },
      '⟦If the parties go on to perform after the end of the term, this Agreement shall automatically continue and renew on a month-to-month basis.⟧',
    ],
    [
      { automatic: true, period: 'P12M' },
      `⟦This Agreement shall automatically renew for successive terms of one (1) year each, unless:

(a) either party gives notice of non-renewal before the end of the term; or

(b) this Agreement is terminated under Section 11.⟧`,
    ],
    [
      { automatic: false, period: 'P12M' },
      '⟦During the last month of the term Sponsor shall have the right to renew this Agreement for another year on the same terms.⟧',
    ],
  ],
  refuses: [
    'The licence continues until you cancel it by written notice.',
    'API keys must be renewed every 90 days.',
    'The insurance shall be renewed annually.',
    'This Agreement shall commence on the Effective Date and shall continue for ten (10) years, unless terminated under Section 6 or extended by written agreement of the parties.',
    'If Licensor is unwilling to renew this Agreement on its terms, a non-renewal election shall be deemed to have been made.',
    'Licensee shall pay the fees for the renewal of the patents in the territory and shall be reimbursed for them every two years.',
    'The lease of the premises shall renew for a further period of five years at the then prevailing market rent of comparable space.',
    'Supplier shall renew its security certification every three years and shall give Customer a copy of the renewed certificate.',
    'Either party may terminate this Agreement for convenience at any time upon ninety (90) days prior written notice to the other party.',
    'The letter of credit shall automatically renew for a period of one year.',
  ],
}
