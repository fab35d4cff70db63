import type { z } from 'zod'
import type { Examples } from './term.ts'
import type { terminationForCause } from './termination-for-cause.ts'

export const examples: Examples<z.infer<(typeof terminationForCause)['value']>> = {
  says: [
    [
      { by: 'mutual', events: ['other'] },
      '⟦Each party may terminate the contract for good cause without notice.⟧',
    ],
    [
      { by: 'vendor', events: ['material_breach'] },
      '⟦We may close your account right away if you seriously break these Terms.⟧',
    ],
    [
      { by: 'customer', cure: 'P30D', events: ['material_breach'] },
      "⟦You can end this contract if we materially break it and don't fix the problem within 30 days after you tell us.⟧",
    ],
    [
      { by: 'mutual', events: ['material_breach'] },
      '⟦The right of both parties to terminate for good cause remains unaffected; good cause exists in particular where the other party seriously violates its duties.⟧',
    ],
    [
      { by: 'vendor', events: ['non_payment'] },
      '⟦The Supplier may terminate without notice if the Customer is in arrears with two monthly payments.⟧',
    ],
    [
      { by: 'vendor', events: ['material_breach'] },
      '⟦Provider may cancel your subscription if you violate the Usage Policy.⟧',
    ],
    [
      { by: 'mutual', cure: 'P30D', events: ['material_breach'] },
      '⟦Either party may terminate this Agreement if the other party materially breaches it and fails to cure that breach within thirty (30) days after receipt of written notice thereof.⟧',
    ],
    [
      { by: 'vendor', cure: 'P10D', events: ['non_payment'] },
      '⟦Supplier may terminate this Agreement if Customer fails to pay any undisputed amount when due and does not cure such failure within ten (10) days after written notice.⟧',
    ],
    [
      { by: 'mutual', events: ['insolvency'] },
      '⟦Either party may terminate this Agreement with immediate effect if the other becomes insolvent, makes an assignment for the benefit of creditors or is the subject of a petition in bankruptcy.⟧',
    ],
    [
      { by: 'customer', cure: { businessDays: 15 }, events: ['material_breach'] },
      '⟦Customer may terminate an Order Form for material breach by Provider that is not remedied within fifteen (15) business days of notice of the breach.⟧',
    ],
    [
      { by: 'customer', events: ['change_of_control'] },
      '⟦Client may terminate this Agreement by written notice within ninety days following a change of control of Supplier in favor of a competitor of Client.⟧',
    ],
    [
      { by: 'mutual', cure: 'P60D', events: ['material_breach', 'insolvency'] },
      '⟦EITHER PARTY MAY TERMINATE THIS AGREEMENT IF THE OTHER PARTY IS IN MATERIAL DEFAULT AND DOES NOT CURE THE DEFAULT WITHIN SIXTY (60) DAYS AFTER NOTICE, OR IF THE OTHER PARTY BECOMES BANKRUPT.⟧',
    ],
    [
      { by: 'vendor', events: ['material_breach'] },
      '⟦Notwithstanding any cure period in this Agreement, Licensor may terminate this Agreement immediately if Licensee breaches the confidentiality obligations of Section 8 in any material respect.⟧',
    ],
    [
      [
        { by: 'mutual', cure: 'P30D', events: ['material_breach'] },
        { by: 'mutual', events: ['insolvency'] },
      ],
      `Either party may terminate this Agreement by written notice to the other party if the other party:

(a) ⟦commits a material breach which it fails to remedy within thirty (30) days after notice of the breach; or⟧

(b) ⟦becomes insolvent or has a receiver appointed over its assets.⟧`,
    ],
    [
      { by: 'customer', cure: 'P45D', events: ['material_breach'] },
      '⟦If Provider is in material breach of the Service Level Agreement, Customer has the right to terminate this Agreement unless the breach has been cured within forty-five days of its written notice.⟧',
    ],
    [
      { by: 'vendor', events: ['law_violation'] },
      '⟦We may terminate your access to the services at once if your use of them violates applicable law or exposes us to legal claims by third parties.⟧',
    ],
    [
      { by: 'mutual', cure: 'P2M', events: ['material_breach'] },
      '⟦This Agreement may be terminated by either party where the other has committed a material breach and has not rectified it within two (2) months after having been asked in writing to do so.⟧',
    ],
    [
      { by: 'vendor', cure: 'P14D', events: ['material_breach', 'non_payment'] },
      '⟦Vendor is entitled to terminate this Agreement where Customer is in material breach of it, including by non-payment, and has not remedied the breach within fourteen days after a written reminder.⟧',
    ],
    [
      { by: 'mutual', events: ['material_breach'] },
      '⟦Either party may terminate this Agreement forthwith upon a material breach by the other party that is not capable of remedy.⟧',
    ],
    [
      { by: 'customer', cure: 'P30D', events: ['material_breach'] },
      '⟦Supplier may not terminate this Agreement for any reason, but Customer may terminate it for a material breach by Supplier that is not cured within thirty (30) days.⟧',
    ],
    [
      { by: 'vendor', cure: 'P5D', events: ['non_payment'] },
      '⟦Licensor may terminate the license if Licensee fails to pay the fees within thirty (30) days after the due date and does not cure that failure within five (5) days of notice.⟧',
    ],
    [
      { by: 'vendor', events: ['law_violation'] },
      '⟦Provider may terminate this Agreement immediately with notice if it reasonably believes that serving Customer is prohibited by applicable law.⟧',
    ],
    [
      { by: 'vendor', events: ['material_breach'] },
      'If Customer is in breach of any of the rules on marks, it owes us an explanation. We reserve the right to end the contract then.',
    ],
  ],
  refuses: [
    'Provider may request that Customer end the account of a user who violates the rules.',
    'Upon termination for breach, Customer shall pay all accrued fees.',
    'Either party may terminate this Agreement for convenience, without cause and at any time, upon ninety (90) days prior written notice to the other party.',
    'Upon termination of this Agreement for any reason, Customer shall promptly pay all fees accrued up to the date of termination.',
    'Customer shall be in material breach of this Agreement if it allows more persons to use the software than the number it has paid for.',
    'This Agreement shall terminate automatically at the end of the Initial Term unless the parties agree in writing to extend it.',
  ],
}
