import type { z } from 'zod'
import type { orderOfPrecedence } from './order-of-precedence.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof orderOfPrecedence)['value']>> = {
  says: [
    [
      { order: ['Order Form', 'Terms'] },
      '⟦If these Terms and your Order Form say different things, the Order Form wins.⟧',
    ],
    [
      { order: ['Service-Specific Terms', 'Terms'] },
      '⟦If any Service-Specific Terms conflict with these Terms, the Service-Specific Terms apply.⟧',
    ],
    [
      { order: ['Individual agreements', 'Terms'] },
      '⟦Individual agreements take precedence over these Terms.⟧',
    ],
    [
      { order: ['Order Form', 'this Agreement'] },
      '⟦In the event of a conflict between the Order Form and this Agreement, the Order Form shall prevail to the extent of the conflict.⟧',
    ],
    [
      { order: ['this Agreement', 'Order Form'] },
      '⟦If there is any inconsistency between an Order Form and this Agreement, this Agreement will control unless the Order Form expressly states otherwise.⟧',
    ],
    [
      { order: ['Data Processing Addendum', 'Order Form', 'this Agreement', 'Documentation'] },
      '⟦Any inconsistency among the papers shall be resolved in the following order of precedence: the Data Processing Addendum, the Order Form, this Agreement and the Documentation.⟧',
    ],
    [
      { order: ['the Order Form', 'the Data Processing Addendum', 'this Agreement'] },
      '⟦In the event of any conflict, the following order of precedence applies: (1) the Order Form; (2) the Data Processing Addendum; and (3) this Agreement.⟧',
    ],
    [
      { order: ['DPA', 'Agreement'] },
      '⟦In case of a conflict between this DPA and the Agreement with regard to the processing of personal data, the DPA shall take precedence.⟧',
    ],
    [
      { order: ['Standard Contractual Clauses', 'Addendum'] },
      '⟦Where the Standard Contractual Clauses contradict any provision of this Addendum, the Standard Contractual Clauses shall prevail.⟧',
    ],
    [
      { order: ['Amendment', 'Agreement'] },
      '⟦Except as amended hereby, the Agreement remains in force, and if there is a conflict between this Amendment and the Agreement, the terms of this Amendment shall govern.⟧',
    ],
    [
      { order: ['Statement of Work', 'Master Services Agreement'] },
      '⟦Notwithstanding anything to the contrary, in the event of a discrepancy between the Master Services Agreement and a Statement of Work, the Statement of Work controls.⟧',
    ],
    [
      { order: ['THIS AGREEMENT', 'EXHIBIT'] },
      '⟦IN THE EVENT OF ANY CONFLICT BETWEEN THIS AGREEMENT AND ANY EXHIBIT, THE TERMS OF THIS AGREEMENT SHALL PREVAIL.⟧',
    ],
    [
      { order: ['Service Level Agreement', 'this Agreement'] },
      '⟦To the extent that the Service Level Agreement is inconsistent with this Agreement, the Service Level Agreement shall control for matters of availability.⟧',
    ],
    [
      { order: ['Terms', 'Usage Policy'] },
      '⟦If there is a conflict between these Terms and the Usage Policy, these Terms will prevail over the Usage Policy.⟧',
    ],
    [
      { order: ['the Special Terms', 'the General Terms', 'the Price List'] },
      '⟦The documents that make up this Agreement shall apply in the following order of priority if they conflict: (a) the Special Terms; (b) the General Terms; and (c) the Price List.⟧',
    ],
    [
      { order: ['Exhibit', 'Agreement'] },
      '⟦Notwithstanding anything to the contrary in the Agreement, in the event of a conflict between this Exhibit and the Agreement, this Exhibit shall control.⟧',
    ],
    [
      { order: ['DPA', 'Agreement'] },
      'If this DPA and the Agreement are inconsistent, the provisions in this DPA shall prevail.',
    ],
    [
      { order: ['Third-Party Terms', 'this Agreement'] },
      'Where this Agreement and the Third-Party Terms are inconsistent about a connector, the Third-Party Terms prevail.',
    ],
    [
      { order: ['Terms'] },
      '⟦If the language in another paper conflicts with the language in these Terms, these Terms control.⟧',
    ],
  ],
  refuses: [
    'If the Documentation and the law conflict, the stricter rule applies.',
    'If a conflict of interest arises, Provider shall tell Customer.',
    'This Agreement supersedes all prior agreements on its subject.',
    'In the event of a conflict between the parties over the quality of the goods, the decision of the independent surveyor shall be final.',
    'This Agreement shall be governed by the laws of Ireland without regard to its conflict of laws principles, and those laws shall prevail over any others.',
    'Each party shall promptly disclose any conflict of interest that could affect its performance, and its own policies shall govern how it is resolved.',
    'This Agreement is the entire agreement of the parties and supersedes all prior proposals, negotiations and agreements about its subject matter.',
    'Supplier shall resolve any inconsistency in the meter readings within ten days and shall correct the affected invoices accordingly.',
    'The laws of Ohio govern this Agreement, its conflict-of-laws rules left aside.',
  ],
}
