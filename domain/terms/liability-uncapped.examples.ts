import type { z } from 'zod'
import type { liabilityUncapped } from './liability-uncapped.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof liabilityUncapped)['value']>> = {
  says: [
    [
      { party: 'vendor', heads: ['fraud', 'death_or_injury'] },
      "⟦We don't exclude or limit our liability where it would be unlawful to do so, such as for fraud or for death or injury we cause.⟧",
    ],
    [
      { party: 'vendor', heads: ['gross_negligence', 'wilful_misconduct'] },
      '⟦The Supplier is liable without limitation for intent and gross negligence.⟧',
    ],
    [
      { party: 'vendor', heads: ['gross_negligence', 'wilful_misconduct', 'death_or_injury'] },
      '⟦The Supplier has unlimited liability in cases of intent, gross negligence and injury to life, body or health.⟧',
    ],
    [
      { party: 'mutual', heads: ['indemnity'] },
      "⟦The cap in Section 8.1 is inapplicable to a party's indemnification obligations.⟧",
    ],
    [
      { party: 'mutual', heads: ['confidentiality', 'indemnity'], lifts: 'damages_exclusion' },
      "⟦Except with respect to a party's liability for indemnification, or liability for breach of confidentiality, neither party shall be liable for any consequential, incidental, indirect or special damages.⟧",
    ],
    [
      { party: 'vendor', heads: ['indemnity'] },
      "⟦None of the limitations of liability that stand anywhere in this Agreement will apply to Vendor's obligations to indemnify.⟧",
    ],
    [
      [
        { party: 'mutual', heads: ['confidentiality', 'gross_negligence', 'payment'] },
        { party: 'customer', heads: ['indemnity', 'payment'] },
      ],
      '⟦Except for (a) either party’s gross negligence or breach of confidentiality, or (b) Customer’s duty to pay fees and Customer’s obligations to indemnify, each party’s total liability under this Agreement will not exceed the fees paid in the 12 months before the claim.⟧',
    ],
    [
      { party: 'mutual', heads: ['confidentiality', 'indemnity', 'fraud'] },
      `9.1 ⟦Except for Excluded Claims, each party's entire liability shall not exceed the fees paid under this Agreement.⟧

9.2 ⟦“Excluded Claims” means claims for breach of confidentiality, for fraud or under an indemnity.⟧`,
    ],
    [
      { party: 'mutual', heads: ['confidentiality'], lifts: 'damages_exclusion' },
      '⟦Except for breach of confidentiality, neither party shall be liable for consequential damages.⟧',
    ],
    [
      { party: 'mutual', heads: ['fraud', 'payment'] },
      `⟦Nothing in this Agreement limits either party's liability for:

(a) its fraud; or

(b) its payment obligations.⟧`,
    ],
    [
      { party: 'mutual', heads: ['confidentiality', 'fraud'] },
      "⟦Except for breach of its confidentiality obligations and fraud, each party's total liability shall not exceed the fees paid.⟧",
    ],
    [
      { party: 'mutual', heads: ['indemnity', 'gross_negligence', 'wilful_misconduct', 'payment'] },
      "⟦EXCEPT FOR (A) A PARTY'S GROSS NEGLIGENCE OR WILFUL MISCONDUCT, (B) INDEMNIFICATION OBLIGATIONS, OR (C) PAYMENT OBLIGATIONS, NEITHER PARTY'S LIABILITY WILL EXCEED $500,000.⟧",
    ],
    [
      { party: 'unknown', heads: ['fraud', 'death_or_injury', 'law'] },
      '⟦Nothing in this Agreement limits or excludes liability for death or personal injury, for fraud, or for anything that cannot be limited by law.⟧',
    ],
    [
      { party: 'mutual', heads: ['indemnity', 'gross_negligence'] },
      '⟦The limitations of liability in this Section 9 do not apply to gross negligence or to the indemnity obligations of a party.⟧',
    ],
    [{ party: 'vendor', heads: ['data_breach'] }, "⟦Supplier's liability for a Data Breach is unlimited.⟧"],
    [
      { party: 'vendor', heads: ['confidentiality', 'data_protection'] },
      "⟦Vendor's aggregate liability shall not exceed $2,000,000, except in respect of breach of confidentiality or of data protection law.⟧",
    ],
    [
      { party: 'mutual', heads: ['misuse_of_ip'] },
      "⟦Other than for misappropriation of the other party's intellectual property, each party's liability shall be limited to the fees paid.⟧",
    ],
    [
      { party: 'vendor', heads: ['ip_infringement', 'indemnity'] },
      "⟦The Provider's obligation to indemnify against infringement claims is not subject to any liability cap.⟧",
    ],
    [
      { party: 'unknown', heads: ['confidentiality', 'indemnity'] },
      '⟦Breaches of confidentiality and the indemnification obligations are excluded from these limitations of liability.⟧',
    ],
    [
      { party: 'mutual', heads: ['wilful_misconduct'] },
      "⟦Each party's total liability is limited to $100,000 unless caused by its wilful misconduct.⟧",
    ],
    [
      { party: 'mutual', heads: ['confidentiality', 'indemnity'] },
      '⟦THE LIMITATIONS OF LIABILITY IN THIS SECTION SHALL NOT APPLY TO A BREACH OF CONFIDENTIALITY BY EITHER PARTY OR TO THE INDEMNIFICATION OBLIGATIONS OF EITHER PARTY.⟧',
    ],
    [
      { party: 'vendor', heads: ['gross_negligence', 'wilful_misconduct'] },
      '⟦Notwithstanding anything to the contrary in this Agreement, the liability of Supplier for its gross negligence or willful misconduct shall be unlimited.⟧',
    ],
    [
      { party: 'customer', heads: ['payment'] },
      '⟦The cap in Section 9.2 shall not limit the obligation of Customer to pay the fees that are due under this Agreement.⟧',
    ],
    [
      { party: 'unknown', heads: ['fraud', 'death_or_injury'] },
      '⟦Nothing in this Agreement shall exclude or limit liability for death or personal injury caused by negligence or for fraudulent misrepresentation.⟧',
    ],
    [{ party: 'vendor', heads: ['other'] }, '⟦The liability of Vendor under this Agreement is unlimited.⟧'],
    [{ party: 'vendor', heads: ['other'] }, "⟦Supplier's liability shall be without limit.⟧"],
    [{ party: 'mutual', heads: ['other'] }, '⟦The liability of each party shall not be limited in amount.⟧'],
    [{ party: 'mutual', heads: ['other'] }, "⟦Neither party's liability is limited.⟧"],
    [
      { party: 'vendor', heads: ['other'] },
      '⟦The liability of Vendor will not be subject to any limit in amount.⟧',
    ],
    [{ party: 'vendor', heads: ['other'] }, '⟦Vendor shall have unlimited liability for what it supplies.⟧'],
    [{ party: 'vendor', heads: ['other'] }, '⟦There is no cap on the liability of Provider.⟧'],
    [{ party: 'vendor', heads: ['other'] }, '⟦Vendor accepts unlimited liability towards Customer.⟧'],
    [
      { party: 'customer', heads: ['misuse_of_ip'] },
      '⟦The liability of Customer for a breach of the licence restrictions is unlimited.⟧',
    ],
    [
      { party: 'unknown', heads: ['gross_negligence', 'wilful_misconduct', 'fraud'] },
      "⟦These terms don't limit liability for fraud, gross negligence or wilful misconduct.⟧",
    ],
  ],
  refuses: [
    'No party shall have unlimited liability.',
    'This limitation applies without limitation to claims in contract.',
    'The limitations above apply even to gross negligence and regardless of the theory of liability.',
    "Provider's liability for breach of confidentiality shall not exceed $500,000.",
    'These limits apply to everything, including our indemnity.',
    'In no event is Nightjar or any Nightjar Indemnitee liable to you for more than one hundred dollars under these Terms.',
    'The indemnification obligations in this Section shall not apply to any liability to the extent arising out of a breach of confidentiality or the gross negligence of Customer.',
    'The foregoing indemnity does not apply to damages that result from the use of the Service together with products that Vendor did not supply.',
    'Customer has the right to unlimited use of the Software by its staff.',
    'Vendor grants Customer an unlimited licence, and is not liable for the content that Customer puts into it.',
    "In no event shall Vendor's liability be unlimited.",
    'Supplier is liable for the acts of its staff, including but not limited to those of temporary staff.',
    'Vendor Holdings is a company with unlimited liability that is registered in Ireland.',
    'Section 7.2 Exclusions from Nondisclosure. The obligations under this Section shall not apply to such part of the information as the Recipient can show to have been in the public domain.',
    'The exclusions from confidential information in Section 6.2 do not apply to personal data, which is always confidential.',
    "Each party's total liability shall not exceed the fees paid in the previous twelve months.",
    "Except as expressly set forth in this Agreement, neither party's liability shall exceed $10,000.",
    'The confidentiality obligations do not apply to information that is public.',
    'Customer shall indemnify Vendor for gross negligence and fraud.',
    'This warranty does not apply to products modified by Customer.',
  ],
}
