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
  ],
  refuses: [
    "Except for breach of confidentiality, neither party's liability shall exceed the fees paid.",
    'The audit report is Confidential Information of Vendor.',
    'The Software contains trade secrets of Vendor.',
    'Vendor shall delete Customer Data on termination.',
    'The arbitration shall take place in confidential hearings.',
  ],
}
