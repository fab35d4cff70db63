import type { z } from 'zod'
import type { dataLocation } from './data-location.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof dataLocation)['value']>> = {
  says: [
    [{ regions: ['European Union'] }, '⟦Customer Data is stored only in the European Union.⟧'],
    [{ regions: ['United States'] }, '⟦Vendor hosts Customer Data in data centers in the United States.⟧'],
    [
      { regions: [], transferMechanism: ['scc'] },
      '⟦Transfers of personal data to third countries are made pursuant to the Standard Contractual Clauses.⟧',
    ],
    [
      { regions: [], transferMechanism: ['scc', 'uk_addendum'] },
      '⟦The SCCs and the UK Addendum are incorporated by reference and apply to transfers.⟧',
    ],
    [
      { regions: [], transferMechanism: ['adequacy'] },
      '⟦Provider may transfer data on the basis of an adequacy decision.⟧',
    ],
    [
      { regions: ['European Economic Area'] },
      '⟦Provider shall not transfer Personal Data outside the European Economic Area.⟧',
    ],
    [
      { regions: ['Germany', 'Ireland'] },
      '⟦Content is processed in servers located in Germany and Ireland.⟧',
    ],
    [
      { regions: [], transferMechanism: ['dpf'] },
      '⟦For transfers to America the parties rely on the Data Privacy Framework.⟧',
    ],
  ],
  refuses: [
    'This Agreement is governed by the laws of Ireland.',
    '“SCCs” means the standard contractual clauses adopted by the Commission.',
    'The courts located in the United States have jurisdiction.',
    'Vendor may not be used in embargoed countries outside the United States.',
    'Vendor has offices in Germany and Japan.',
  ],
}
