import type { z } from 'zod'
import type { suspension } from './suspension.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof suspension)['value']>> = {
  says: [
    [
      { by: 'vendor', grounds: ['non_payment'] },
      '⟦Services are subject to suspension by Provider for non-payment.⟧',
    ],
    [
      { by: 'vendor', grounds: ['breach'] },
      '⟦Without prejudice to its other rights, Provider may with immediate effect withdraw access where the Customer is in breach.⟧',
    ],
    [
      { by: 'vendor', grounds: ['non_payment'] },
      "⟦If your payment fails, we might pause your account until you've sorted it out.⟧",
    ],
    [
      { by: 'vendor', grounds: ['breach'] },
      '⟦Break these rules and we may disable your access without warning.⟧',
    ],
    [
      { by: 'vendor', grounds: ['non_payment'] },
      '⟦In the event of default of payment the Supplier can deny access to the service.⟧',
    ],
    [
      { by: 'vendor', grounds: ['security', 'abuse'] },
      '⟦Access to the API may be temporarily suspended by Provider in order to prevent harm to other users.⟧',
    ],
    [
      { by: 'vendor', grounds: ['abuse'] },
      '⟦We can throttle, restrict or lock accounts that overload the API.⟧',
    ],
    [
      { by: 'vendor', grounds: ['non_payment'] },
      '⟦Provider may suspend the Services if Customer fails to pay.⟧',
    ],
    [
      { by: 'vendor', notice: 'P5D', grounds: ['breach'] },
      '⟦Vendor may suspend access upon five (5) days notice for breach of this Agreement.⟧',
    ],
    [
      { by: 'vendor', notice: 'P10D', grounds: ['non_payment'] },
      '⟦Supplier may suspend the services if any undisputed invoice is overdue and Customer does not pay it within ten (10) days after notice.⟧',
    ],
    [
      { by: 'vendor', grounds: ['security'] },
      '⟦Provider may suspend access to the service immediately and without notice where it reasonably believes that an account has been compromised or poses a security threat.⟧',
    ],
    [
      { by: 'vendor', grounds: ['law'] },
      '⟦WE MAY SUSPEND YOUR ACCOUNT WHERE WE ARE REQUIRED TO DO SO BY LAW OR BY THE ORDER OF A COURT.⟧',
    ],
    [
      { by: 'vendor', notice: { businessDays: 5 }, grounds: ['breach'] },
      '⟦Upon five (5) business days notice, Vendor is entitled to suspend the access of any user who violates the acceptable use policy.⟧',
    ],
    [
      { by: 'vendor', grounds: ['abuse'] },
      '⟦Provider reserves the right to throttle or suspend the API calls of Customer if they are excessive or disrupt the service for other users.⟧',
    ],
    [
      { by: 'customer', grounds: ['breach'] },
      '⟦Customer may suspend the performance of the services by written order where Contractor is in breach of the safety rules of the site.⟧',
    ],
    [
      { by: 'vendor', notice: 'PT24H', grounds: ['security', 'abuse'] },
      '⟦Except in an emergency, we will give you twenty-four (24) hours notice before we suspend your access because of a security risk or fraud.⟧',
    ],
    [
      { by: 'vendor', grounds: ['non_payment', 'breach'] },
      '⟦The services may be suspended by Supplier without liability where payment is past due or where Customer has breached Section 3.⟧',
    ],
    [
      { by: 'vendor', grounds: ['other'] },
      '⟦Notwithstanding Section 9, Supplier may suspend the services for planned maintenance during the windows that are stated in the service description.⟧',
    ],
    [
      { by: 'vendor', notice: 'P30D', grounds: ['non_payment'] },
      '⟦Licensor has the right to suspend support for the software when fees remain unpaid for more than a quarter and thirty days have passed since its notice.⟧',
    ],
    [
      { by: 'vendor', notice: 'P7D', grounds: ['breach'] },
      '⟦Supplier may not suspend the services without first giving Customer seven (7) days notice of the violation on which it relies.⟧',
    ],
    [
      { by: 'vendor', grounds: ['non_payment', 'security', 'law'] },
      '⟦Provider may suspend the services, in whole or in part, where an invoice is past due, where there is a security threat, or where the law requires it.⟧',
    ],
    [
      { by: 'vendor', notice: 'P5D', grounds: ['non_payment'] },
      '⟦If an invoice is more than forty-five (45) days overdue, Provider may suspend the services after giving Customer five (5) days written notice.⟧',
    ],
    [
      { by: 'vendor', grounds: ['non_payment'] },
      'Vendor may suspend the API when the prepaid balance is insufficient.',
    ],
    [
      { by: 'vendor', grounds: ['breach'] },
      'Where a user violates these rules we may take steps against the account: a warning, a pause of some features or suspending it.',
    ],
    [
      { by: 'vendor', grounds: ['non_payment', 'breach'] },
      '⟦Unless prohibited by law, we may suspend your access in our discretion.⟧ Some of the reasons are that you breach these Terms or that your account is past due.',
    ],
  ],
  refuses: [
    'You may pause or close your account at any time.',
    'Provider shall not suspend the Services without a court order.',
    'The running of time is suspended during negotiations.',
    'Customer may suspend payment of any amount that it disputes in good faith until the dispute has been resolved by the parties.',
    'The obligations of a party are suspended for as long as a force majeure event prevents it from performing them.',
    'Supplier shall resume the suspended services within one business day after the cause of the suspension has been removed.',
    'Customer may suspend payment of a disputed invoice.',
  ],
}
