import type { z } from 'zod'
import type { notices } from './notices.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof notices)['value']>> = {
  says: [
    [{ method: ['email'] }, '⟦You agree that we may give you any notices electronically, by email.⟧'],
    [
      { method: ['hand', 'courier', 'registered_mail'] },
      '⟦All notices under this Agreement shall be in writing and shall be delivered personally, by a nationally recognized overnight courier, or by certified mail, return receipt requested.⟧',
    ],
    [
      { method: ['email'], deemedReceipt: { businessDays: 1 } },
      '⟦Any notice to be given under this Agreement shall be sent by email to the address stated in the Order Form, and shall be deemed received one (1) business day after it was sent.⟧',
    ],
    [
      { method: ['registered_mail'], deemedReceipt: 'P3D' },
      '⟦All notices shall be given in writing by registered mail.⟧ ⟦Notices so given shall be deemed received three (3) days after the date of posting.⟧',
    ],
    [
      { method: ['email', 'in_product'] },
      '⟦We may give any notice under these Terms by email to your account or by a message posted within the services, and such notice will be effective at once.⟧',
    ],
    [
      { method: ['hand', 'mail', 'fax'], deemedReceipt: 'P5D' },
      '⟦Any notice under this Agreement shall be in writing and may be delivered by hand, sent by first-class post or by facsimile, and if posted shall be deemed delivered five (5) days after mailing.⟧',
    ],
    [
      { method: ['courier'], deemedReceipt: 'PT48H' },
      '⟦Any notice required by this Agreement must be given by international courier and will be deemed received forty-eight (48) hours after it is handed to the courier.⟧',
    ],
    [
      { method: ['email'] },
      '⟦ALL NOTICES AND OTHER COMMUNICATIONS HEREUNDER SHALL BE IN WRITING AND SHALL BE SENT BY ELECTRONIC MAIL TO THE PERSONS NAMED ON THE SIGNATURE PAGE.⟧',
    ],
    [
      { method: ['email'] },
      '⟦Any notice to Provider must be sent to legal@nimbusworks.example with the subject line "Legal notice", and any other form of notice will not be valid.⟧',
    ],
    [
      { method: ['registered_mail'], deemedReceipt: { businessDays: 2 } },
      '⟦Each notice under this contract must be in writing and sent by recorded delivery post, and any notice so sent is deemed served two Business Days after posting.⟧',
    ],
    [
      { method: ['courier', 'email'], deemedReceipt: { businessDays: 2 } },
      '⟦Any notice shall be in writing and sent by courier or email, provided that a notice of breach or termination shall not be given by email alone; notices sent by courier shall be deemed received on the second (2nd) business day after dispatch.⟧',
    ],
    [
      { method: ['hand', 'registered_mail', 'email'], deemedReceipt: { businessDays: 3 } },
      '⟦All notices shall be in writing and shall be deemed given: (i) when delivered personally; (ii) when sent by email, if no bounce message is received; or (iii) three (3) business days after being sent by registered or certified mail, postage prepaid.⟧',
    ],
    [
      { method: ['courier', 'fax'] },
      '⟦Unless otherwise provided herein, all notices, requests and demands must be made in writing and sent by overnight courier or by fax confirmed by telephone.⟧',
    ],
    [
      { method: ['hand', 'courier'], deemedReceipt: 'P2D' },
      '⟦All notices under this Agreement shall be in writing and delivered by hand or by courier, and a notice sent by courier shall be deemed received on the second day after it was handed over.⟧',
    ],
  ],
  refuses: [
    'Provider shall give notice of any maintenance window by email.',
    'Customer shall notify Provider of errors by email.',
    'Supplier shall notify Customer by email of each security incident within seventy-two hours after becoming aware of it and shall keep Customer informed.',
    'Customer may cancel a subscription by email or from the account dashboard at any time before the end of the then-current billing month.',
    'Invoices shall be sent by email to the accounts payable department of Customer and are payable within thirty days after receipt.',
    'Either party may terminate this Agreement at the end of a calendar quarter upon sixty days written notice to the other party.',
  ],
}
