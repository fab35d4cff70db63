import type { z } from 'zod'
import type { serviceLevel } from './service-level.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof serviceLevel)['value']>> = {
  says: [
    [{ uptime: 99.5 }, '⟦We aim to keep the Services up and running at least 99.5% of each month.⟧'],
    [{ uptime: 98.5 }, '⟦The availability of the platform amounts to 98.5% on annual average.⟧'],
    [
      { uptime: 99.95 },
      '⟦Provider will make the Platform available 99.95% of the time in each calendar month.⟧',
    ],
    [{ uptime: 99.9 }, '⟦The Services will be available at least 99.9% of each month.⟧'],
    [
      { uptime: 99.95, credits: true, soleRemedy: true },
      "⟦Vendor guarantees a monthly uptime of 99.95%.⟧ ⟦If it misses this, Customer receives service credits.⟧ ⟦Service credits are Customer's sole and exclusive remedy for unavailability.⟧",
    ],
    [{ uptime: 99.5 }, '⟦Provider shall maintain an availability of not less than 99.5 percent.⟧'],
    [{ responseTime: 'PT4H' }, '⟦Vendor shall respond to critical support requests within four hours.⟧'],
    [
      { uptime: 99, credits: true },
      '⟦Target uptime: 99%.⟧ ⟦For each hour of downtime a service credit of 2% is due.⟧',
    ],
    [
      { uptime: 99.9, credits: true, soleRemedy: false },
      '⟦The uptime commitment is 99.9%.⟧ ⟦Service credits are not the exclusive remedy for downtime and are set off against invoices.⟧',
    ],
    [
      { uptime: 99.99 },
      '⟦SUPPLIER SHALL ENSURE THAT THE SERVICES ARE AVAILABLE AT LEAST 99.99% OF THE TIME IN EACH CALENDAR MONTH, EXCLUDING PLANNED MAINTENANCE.⟧',
    ],
    [
      { responseTime: 'PT1H' },
      '⟦Provider shall respond to all support requests of the highest severity within one (1) hour of their receipt, at any time of day.⟧',
    ],
    [
      { uptime: 99.9, credits: true },
      '⟦The monthly uptime of the platform shall be at least 99.9%.⟧ ⟦If the uptime falls below that level, Customer shall receive a service credit of 10% of the monthly fees.⟧',
    ],
    [
      { uptime: 98 },
      '⟦The availability of the service shall be not less than ninety-eight percent (98%) measured over each calendar quarter.⟧',
    ],
    [
      { responseTime: { businessDays: 1 } },
      '⟦Vendor shall respond to each support ticket of ordinary severity no later than one (1) business day after it was opened.⟧',
    ],
    [
      { uptime: 99.5, credits: true, soleRemedy: true },
      '⟦Notwithstanding anything to the contrary, the service shall have an uptime of 99.5% per month.⟧ ⟦A service credit of 5% is due where it does not.⟧ ⟦The service credits are the sole and exclusive remedy of Customer for any unavailability.⟧',
    ],
    [
      { uptime: 99.9 },
      '⟦Uptime of the hosted services shall not be less than 99.9% in any calendar month, notwithstanding an outage of a third-party network.⟧',
    ],
  ],
  refuses: [
    'Customer shall make 90% of its data available in CSV format.',
    'Provider does not guarantee that the Services are available at any level.',
    'Supplier shall pay to Licensor a royalty of 99% of the net sales that it receives in each calendar month.',
    'Customer may buy service credits in advance.',
    'Vendor makes no warranty that the Services will be uninterrupted.',
    'Interest accrues at 1.5% per month.',
    'The processor shall respond to data subject requests within ten days.',
    'Customer holds 95% of the shares.',
  ],
}
