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
    [
      { regions: ['United Kingdom'] },
      '⟦Supplier shall store and process Customer Data only in data centers located in the United Kingdom and shall not move it without consent.⟧',
    ],
    [
      { regions: ['Canada'] },
      '⟦ALL CUSTOMER DATA SHALL BE STORED EXCLUSIVELY ON SERVERS LOCATED IN CANADA, NOTWITHSTANDING THE PLACE FROM WHICH SUPPORT IS PROVIDED.⟧',
    ],
    [
      { regions: [], transferMechanism: ['bcr'] },
      '⟦Any transfer of Personal Data to an affiliate of Processor in a third country is made on the basis of its approved binding corporate rules.⟧',
    ],
    [
      { regions: ['European Economic Area'], transferMechanism: ['scc'] },
      '⟦Processor shall not transfer Personal Data outside the European Economic Area unless the transfer is subject to the Standard Contractual Clauses.⟧',
    ],
    [
      { regions: ['European Union', 'Switzerland'] },
      '⟦Provider shall host the Customer Data at all times in the European Union or in Switzerland, including all of its backups.⟧',
    ],
    [{ regions: ['United States'] }, 'PROVIDER SHALL STORE CUSTOMER DATA SOLELY WITHIN THE UNITED STATES.'],
    [{ regions: ['Canada'] }, 'Customer data never leaves Canada.'],
  ],
  refuses: [
    'Supplier shall deliver the equipment to the warehouse of Customer in Germany and shall install it at the site in Switzerland.',
    'This Agreement is governed by the laws of Ireland.',
    '“SCCs” means the standard contractual clauses adopted by the Commission.',
    'The courts located in the United States have jurisdiction.',
    'Vendor may not be used in embargoed countries outside the United States.',
    'Vendor has offices in Germany and Japan.',
    'Brightleaf AI, Inc. is a company located in the United States and provides data services.',
  ],
}
