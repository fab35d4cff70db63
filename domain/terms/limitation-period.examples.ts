import type { z } from 'zod'
import type { limitationPeriod } from './limitation-period.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof limitationPeriod)['value']>> = {
  says: [
    [
      { period: 'P12M', party: 'customer' },
      '⟦Claims of the Customer become time-barred one year after delivery.⟧',
    ],
    [
      { period: 'P12M', party: 'customer' },
      '⟦Claims for defects by the Customer are subject to a limitation period of twelve months.⟧',
    ],
    [
      { period: 'P6M', party: 'customer' },
      '⟦Unless the Customer notifies the Provider of a claim within six months of becoming aware of it, the Provider shall have no liability for that claim.⟧',
    ],
    [
      { period: 'P18M', party: 'customer' },
      '⟦The Customer waives any claim that it does not bring within eighteen (18) months of its accrual.⟧',
    ],
    [
      { period: 'P12M', party: 'mutual' },
      '⟦Each party must initiate any proceeding or action that arises out of these Terms within one (1) year of the event.⟧',
    ],
    [
      { period: 'P24M', party: 'mutual' },
      '⟦No claim may be brought under this Agreement more than two years after the facts arose.⟧',
    ],
    [
      { period: 'P24M', party: 'mutual' },
      '⟦No action arising out of this Agreement may be brought by either party more than two (2) years after the cause of action arose.⟧',
    ],
    [
      { period: 'P12M', party: 'mutual' },
      '⟦Any claim under this Agreement must be commenced within twelve months from the event giving rise to it.⟧',
    ],
    [
      { period: 'P12M', party: 'mutual' },
      '⟦Neither party may bring a claim or action, regardless of form, more than one year after the date of discovery.⟧',
    ],
    [
      { period: 'P150D', party: 'customer' },
      '⟦Customer may not assert any claim later than 150 days after delivery.⟧',
    ],
    [
      { period: 'P6M', party: 'mutual' },
      '⟦ANY CAUSE OF ACTION IS BARRED UNLESS FILED WITHIN SIX (6) MONTHS AFTER IT ACCRUES.⟧',
    ],
    [
      { period: 'P18M', party: 'mutual' },
      '⟦All suits and proceedings shall be instituted within eighteen (18) months of the breach.⟧',
    ],
    [
      { period: 'P36M', party: 'mutual' },
      '⟦Each party waives the right to file any lawsuit against the other later than 3 years after the facts became known.⟧',
    ],
    [
      { period: 'P12M', party: 'customer' },
      '⟦CUSTOMER MAY NOT BRING ANY CLAIM ARISING OUT OF THIS AGREEMENT MORE THAN TWELVE (12) MONTHS AFTER THE DATE ON WHICH THE CLAIM AROSE.⟧',
    ],
    [
      { period: 'P24M', party: 'mutual' },
      '⟦Except for claims of non-payment, no action arising under this Agreement, whatever its form, may be brought by either party later than two years after the cause of action has accrued.⟧',
    ],
    [
      { period: 'P6M', party: 'mutual' },
      '⟦Notwithstanding any longer period allowed by law, any claim under this Agreement must be filed within six (6) months after the event that gave rise to it or it is forever barred.⟧',
    ],
    [
      { period: 'P36M', party: 'mutual' },
      '⟦Neither party shall bring any legal action under this Agreement more than three (3) years after the cause of action arose, even if this Agreement has ended.⟧',
    ],
    [
      { period: 'P180D', party: 'mutual' },
      '⟦All claims for breach of this Agreement shall be commenced within one hundred eighty (180) days from the date of the breach and not thereafter.⟧',
    ],
    [
      { period: 'P24M', party: 'mutual' },
      `9.1 Neither party shall be liable for any indirect, incidental or consequential damages.

9.2 The liability of each party under this Agreement shall not exceed $500,000.

15.2 Supplier will refund the fee. ⟦No suit about a refund may be brought more than two years after it.⟧`,
    ],
  ],
  refuses: [
    'The statutory limitation periods apply.',
    'The indemnified party must notify the other of a claim within ten days.',
    'The indemnified party shall not settle any claim without the consent of the indemnifying party given within thirty days.',
    'Customer must dispute an invoice within thirty days of its date.',
    'The indemnified party shall give notice of the claim within ten days.',
    'This Agreement terminates two years after the Effective Date.',
    'Vendor shall respond to a support request within two days.',
    'The audit may cover the last three years.',
  ],
}
