import type { z } from 'zod'
import type { confidentiality } from './confidentiality.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof confidentiality)['value']>> = {
  says: [
    [
      { period: 'P60M', tradeSecretTail: true },
      '⟦Recipient shall keep Confidential Information secret for five years after termination; for trade secrets the duty lasts as long as they remain trade secrets.⟧',
    ],
    [{}, '⟦Each party shall keep the Confidential Information of the other confidential.⟧'],
    [
      { period: 'P60M' },
      '⟦The receiving party shall not disclose Confidential Information for a period of five (5) years after disclosure.⟧',
    ],
    [
      { period: 'P36M', tradeSecretTail: true },
      '⟦Recipient shall protect Confidential Information.⟧ ⟦These duties of confidentiality survive for three years after termination, and for trade secrets for as long as they remain trade secrets.⟧',
    ],
    [
      { perpetual: true },
      '⟦The receiving party shall hold Confidential Information in confidence in perpetuity.⟧',
    ],
    [{}, '⟦Recipient agrees not to use Confidential Information except to perform this Agreement.⟧'],
    [
      { period: 'P24M' },
      '⟦Each party shall maintain the secrecy of Confidential Information during the Term and for 24 months thereafter.⟧',
    ],
    [
      { perpetual: true },
      '⟦The receiving party shall not disclose Confidential Information.⟧ ⟦The duty of confidentiality continues indefinitely.⟧',
    ],
    [
      { period: 'P36M' },
      '⟦THE RECEIVING PARTY SHALL NOT DISCLOSE THE CONFIDENTIAL INFORMATION OF THE DISCLOSING PARTY TO ANY THIRD PARTY FOR A PERIOD OF THREE (3) YEARS FROM ITS RECEIPT.⟧',
    ],
    [
      { period: 'P24M', tradeSecretTail: true },
      '⟦The receiving party shall keep the Confidential Information secret during the term and for two (2) years thereafter, save that trade secrets shall be kept secret for as long as they remain trade secrets.⟧',
    ],
    [
      { perpetual: true },
      '⟦Notwithstanding the termination of this Agreement, the receiving party shall keep the Confidential Information confidential in perpetuity and shall not use it for any other purpose.⟧',
    ],
    [
      { period: 'P60M' },
      '⟦The obligations of confidentiality in this Section shall survive the expiration of this Agreement for five years, and the receiving party shall not disclose Confidential Information during that time.⟧',
    ],
    [
      {},
      '⟦Neither party shall disclose the Confidential Information of the other to anyone other than those of its employees who need to know it and are bound by similar duties.⟧',
    ],
    [
      { perpetual: true },
      'Both parties treat all confidential information as confidential. This obligation continues indefinitely after the end of the contract.',
    ],
    [
      { perpetual: true },
      'Each party shall keep confidential all Confidential Information of the other. This clause shall survive termination without limit in time.',
    ],
    [
      {},
      'Confidential Information may not be disclosed to third parties without the written consent of the disclosing party.',
    ],
  ],
  refuses: [
    'Supplier may disclose to the public that Customer is its customer and may use the logo of Customer on its website.',
    "Except for breach of confidentiality, neither party's liability shall exceed the fees paid.",
    'The audit report is Confidential Information of Vendor.',
    'The Software contains trade secrets of Vendor.',
    'Vendor shall delete Customer Data on termination.',
    'The arbitration shall take place in confidential hearings.',
  ],
}
