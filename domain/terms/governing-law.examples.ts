import type { z } from 'zod'
import type { governingLaw } from './governing-law.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof governingLaw)['value']>> = {
  says: [
    [{ jurisdiction: 'Netherlands' }, '⟦Dutch law is applicable to all agreements between the parties.⟧'],
    [{ jurisdiction: 'California' }, '⟦These Terms are governed by California law.⟧'],
    [{ jurisdiction: 'Austria' }, '⟦This contract is subject to Austrian law.⟧'],
    [{ jurisdiction: 'New York' }, '⟦This Agreement is governed by the laws of the State of New York.⟧'],
    [
      { jurisdiction: 'England and Wales' },
      '⟦This Agreement shall be governed by and construed in accordance with the laws of England and Wales.⟧',
    ],
    [
      { jurisdiction: 'Delaware' },
      '⟦THIS AGREEMENT SHALL BE GOVERNED BY THE LAWS OF THE STATE OF DELAWARE.⟧',
    ],
    [
      { jurisdiction: 'Ireland' },
      '⟦These Terms are governed by the laws of Ireland, without regard to its conflict of laws rules.⟧',
    ],
    [{ jurisdiction: 'Germany' }, '⟦This Agreement is governed by German law.⟧'],
    [{ jurisdiction: 'Ontario' }, '⟦The laws of the Province of Ontario govern this Agreement.⟧'],
    [
      { jurisdiction: 'Massachusetts' },
      '⟦This Agreement shall be governed by the laws of the Commonwealth of Massachusetts.⟧',
    ],
    [{ jurisdiction: 'Singapore' }, '⟦This Agreement shall be governed by the laws of Singapore.⟧'],
    [
      { jurisdiction: 'California' },
      '⟦THE LAWS OF THE STATE OF CALIFORNIA, AND NOT ITS RULES ON CONFLICT OF LAWS, SHALL GOVERN THIS AGREEMENT AND ALL THAT ARISES FROM IT.⟧',
    ],
    [
      { jurisdiction: 'New York' },
      '⟦This Agreement and all claims arising out of it shall be governed by the internal laws of the State of New York applicable to contracts made and performed entirely in that State.⟧',
    ],
    [
      { jurisdiction: 'England and Wales' },
      '⟦This Agreement and any non-contractual obligations arising out of it shall be governed by English law, and the courts of London shall have jurisdiction.⟧',
    ],
    [
      { jurisdiction: 'Hong Kong' },
      '⟦The validity, construction and performance of this Agreement shall be governed by the laws of Hong Kong, excluding the United Nations Convention on Contracts for the International Sale of Goods.⟧',
    ],
    [
      { jurisdiction: 'Switzerland' },
      '⟦This contract is subject exclusively to Swiss law, to the exclusion of its rules on the conflict of laws and of the Vienna Sales Convention.⟧',
    ],
    [
      { jurisdiction: 'Texas' },
      '⟦Notwithstanding the place where this Agreement is executed, the parties agree that it shall be construed and enforced under the laws of the State of Texas.⟧',
    ],
    [
      { jurisdiction: 'Scotland' },
      '⟦This Agreement and any dispute or claim arising out of it shall be governed by and construed in accordance with the law of Scotland.⟧',
    ],
    [
      { jurisdiction: 'New South Wales' },
      '⟦These Terms are governed by and must be construed according to the law applying in the State of New South Wales, Australia.⟧',
    ],
    [
      { jurisdiction: 'France' },
      '⟦This contract shall in all respects be governed by French law, without giving effect to the principles of conflict of laws.⟧',
    ],
  ],
  refuses: [
    'All employees are subject to German law on working time.',
    'Customer shall comply with the laws of California.',
    'Provider is a corporation organised under the laws of Delaware.',
    'Supplier shall comply with all applicable laws of each jurisdiction in which it performs the services, including the laws of California on privacy.',
    'Nimbus Works, Inc. is a corporation that is duly organized and validly existing under the laws of the State of Delaware.',
    'Supplier shall comply with the laws of California.',
    'Each party shall obey all applicable laws.',
  ],
}
