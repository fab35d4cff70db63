import type { z } from 'zod'
import type { priceChange } from './price-change.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof priceChange)['value']>> = {
  says: [
    [
      { notice: 'P30D', when: 'anytime' },
      "⟦We may change our prices, but we'll tell you at least 30 days beforehand.⟧",
    ],
    [{ when: 'renewal' }, '⟦If our prices go up, the new price applies from your next renewal.⟧'],
    [
      { notice: 'P3M', cap: 5, when: 'anytime' },
      "⟦The Supplier may adjust the remuneration by up to 5% per year with three months' notice.⟧",
    ],
    [
      { notice: 'P1M', when: 'anytime' },
      '⟦Price adjustments by the Supplier are announced to the Customer at least one month in advance.⟧',
    ],
    [{ when: 'anytime' }, '⟦Prices are subject to change without notice.⟧'],
    [
      { notice: 'P30D', when: 'renewal' },
      'These Terms are between you and Nightjar AI, Inc. ("Nightjar", "we", "us").\n\n⟦We may adjust the prices of subscriptions from time to time. If prices rise, we give you 30 days’ notice, and the new price applies from your next renewal.⟧',
    ],
    [
      { notice: 'P60D', when: 'renewal' },
      '⟦Vendor may increase the fees upon renewal with sixty days prior notice.⟧',
    ],
    [{ cap: 5, when: 'renewal' }, '⟦Vendor may increase the fees on renewal by up to 5%.⟧'],
    [
      { notice: 'P60D', when: 'renewal' },
      '⟦Supplier may increase the fees with effect from the start of any renewal term by giving Customer at least sixty (60) days prior written notice.⟧',
    ],
    [
      { cap: 3, when: 'anytime' },
      '⟦Provider may adjust its charges once in each calendar year, provided that no increase shall exceed three percent (3%) of the charges then in force.⟧',
    ],
    [
      { notice: 'P30D', when: 'anytime' },
      '⟦We may change our prices at any time on thirty (30) days notice, which we will send to the email address of your account.⟧',
    ],
    [
      { cap: 5, when: 'renewal' },
      '⟦THE FEES FOR ANY RENEWAL TERM SHALL NOT EXCEED THE FEES FOR THE PRIOR TERM BY MORE THAN FIVE PERCENT (5%), NOTWITHSTANDING ANY CHANGE IN THE PRICE LIST OF VENDOR.⟧',
    ],
    [
      { when: 'anytime' },
      '⟦Licensor reserves the right to modify the prices in its price list from time to time in its sole discretion and without prior notice.⟧',
    ],
    [
      { notice: 'P90D', cap: 7.5, when: 'renewal' },
      '⟦Upon each renewal Supplier may raise the subscription fees by up to 7.5% on not less than ninety (90) days written notice before the renewal term begins.⟧',
    ],
    [
      { when: 'renewal' },
      '⟦The pricing for any renewal term may be changed by Vendor to its list prices in effect at the time of the renewal.⟧',
    ],
    [
      { notice: 'P3M', when: 'anytime' },
      '⟦The Supplier is entitled to adjust the fees by three months notice in writing with effect from the end of a calendar quarter.⟧',
    ],
    [
      { notice: { businessDays: 15 }, when: 'anytime' },
      '⟦Reseller prices are subject to change and Vendor may revise them upon fifteen (15) business days notice, but not for orders already accepted.⟧',
    ],
    [
      { cap: 2, when: 'renewal' },
      '⟦If the subscription renews, the annual fees shall be increased by the change in the consumer price index, such increase to be limited to two percent (2%).⟧',
    ],
    [
      { notice: 'P45D', when: 'anytime' },
      '⟦Provider may not change the fees during the term except by giving Customer at least forty-five (45) days notice of the change.⟧',
    ],
    [
      { cap: 4, notice: 'P90D', when: 'renewal' },
      '⟦Supplier shall not increase the fees for a renewal term by more than four percent (4%) and only upon ninety (90) days prior notice.⟧',
    ],
    [
      { notice: 'P30D', when: 'anytime' },
      '⟦Not more than once in every twelve (12) months, Supplier may increase its charges by giving Customer thirty (30) days written notice of the increase.⟧',
    ],
  ],
  refuses: [
    'Provider will not increase prices.',
    'Provider shall not increase the Fees during the Initial Term.',
    'Fees are exclusive of taxes; if the tax rate changes, Customer pays the changed rate.',
    'The fees are fixed for the initial term and Supplier shall not be entitled to any increase of them for any reason.',
    'Overdue amounts bear interest at a rate that may be changed by law from time to time, and late fees may be charged.',
    'Customer may increase the number of its users at any time by an order, and the additional users are billed pro rata.',
    'Customer shall pay the fees within thirty (30) days after the date of the invoice, without any set-off or deduction.',
    'A late fee may increase the amount due.',
  ],
}
