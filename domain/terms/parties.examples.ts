import type { z } from 'zod'
import type { parties } from './parties.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof parties)['value']>> = {
  says: [
    [
      [
        { name: 'Nimbus Works, Inc.', aliases: ['Supplier'], role: 'vendor' },
        { name: 'Alder Bank plc', aliases: ['Customer'], role: 'customer' },
      ],
      'This Agreement is made as of March 1, 2026 by and between Nimbus Works, Inc., a Delaware corporation ("Supplier"), and Alder Bank plc, a company registered in England ("Customer").',
    ],
    [
      [
        { name: 'Brightwell Software Limited', aliases: ['Licensor'], role: 'vendor' },
        { name: 'Harrow Foods Limited', aliases: ['Licensee'], role: 'customer' },
      ],
      'THIS LICENCE AGREEMENT is made between Brightwell Software Limited (the "Licensor") and Harrow Foods Limited (the "Licensee").',
    ],
    [
      [
        { name: 'Orrin Data GmbH', aliases: ['Provider'], role: 'vendor' },
        { name: 'Kestrel Insurance AG', aliases: ['Client'], role: 'customer' },
      ],
      'This Services Agreement is entered into by and between Orrin Data GmbH, with its seat in Hamburg (hereinafter referred to as the "Provider"), and Kestrel Insurance AG, with its seat in Zurich (hereinafter referred to as the "Client").',
    ],
    [
      [
        { name: 'Coldbrook Manufacturing LLC', aliases: ['Coldbrook', 'Seller'], role: 'vendor' },
        { name: 'Fenwick Stores, Inc.', aliases: ['Fenwick', 'Buyer'], role: 'customer' },
      ],
      'This Supply Agreement is made this 3rd day of June, 2024, by and between Coldbrook Manufacturing LLC ("Coldbrook" or "Seller") and Fenwick Stores, Inc. ("Fenwick" or "Buyer").',
    ],
    [
      [
        { name: 'MARLOW SYSTEMS CORP.', aliases: ['VENDOR'], role: 'vendor' },
        { name: 'PELL LOGISTICS, INC.', aliases: ['CUSTOMER'], role: 'customer' },
      ],
      'THIS AGREEMENT IS MADE AS OF DECEMBER 5, 2022 BY AND BETWEEN MARLOW SYSTEMS CORP. ("VENDOR") AND PELL LOGISTICS, INC. ("CUSTOMER").',
    ],
    [
      [
        { name: 'Ashdown Cloud, Inc.', aliases: ['Processor'], role: 'vendor' },
        { name: 'Perrin Health, Inc.', aliases: ['Controller'], role: 'customer' },
      ],
      'This Data Processing Addendum is between Ashdown Cloud, Inc. ("Processor") and Perrin Health, Inc. ("Controller") and forms part of the agreement between them.',
    ],
    [
      [
        { name: 'Sable Instruments, Inc.', aliases: ['Company'], role: 'vendor' },
        { name: 'Westing Trading Co.', aliases: ['Distributor'], role: 'customer' },
      ],
      'This Distribution Agreement is made on April 7, 2021 between Sable Instruments, Inc., a Nevada corporation ("Company"), and Westing Trading Co., an Ohio corporation ("Distributor").',
    ],
    [
      [
        { name: 'Lumen Advisers LLC', aliases: ['Consultant'], role: 'vendor' },
        { name: 'Garrick Holdings, Inc.', aliases: ['Client'], role: 'customer' },
      ],
      'This Consulting Agreement is made and entered into by Lumen Advisers LLC, a Texas limited liability company ("Consultant"), and Garrick Holdings, Inc., a Texas corporation ("Client").',
    ],
    [
      [
        { name: 'Quill Robotics B.V.', aliases: ['Supplier'], role: 'vendor' },
        { name: 'Dunmore Retail N.V.', aliases: ['Customer'], role: 'customer' },
      ],
      'Agreement between\n\n(1) Quill Robotics B.V., a company incorporated in the Netherlands (the "Supplier"); and\n\n(2) Dunmore Retail N.V., a company incorporated in Belgium (the "Customer").',
    ],
    [
      [
        { name: 'you', aliases: ['you'], role: 'customer' },
        { name: 'Tarn Analytics Ltd', aliases: ['we', 'us'], role: 'vendor' },
      ],
      'These Terms of Service are a contract between you and Tarn Analytics Ltd ("we" or "us") and apply to your use of the service.',
    ],
    [
      [
        { name: 'Vesper Labs, Inc.', aliases: ['Vesper'], role: 'unknown' },
        { name: 'Hollin Biotech, Inc.', aliases: ['Hollin'], role: 'unknown' },
      ],
      'This Mutual Nondisclosure Agreement is made by and between Vesper Labs, Inc. ("Vesper") and Hollin Biotech, Inc. ("Hollin"), each of which may disclose information to the other.',
    ],
    [
      [
        { name: 'Northgate Motors LLC', aliases: ['Service Provider'], role: 'vendor' },
        { name: 'Ridley Garages, Inc.', aliases: ['Subscriber'], role: 'customer' },
      ],
      'This Subscription Agreement is entered into between Northgate Motors LLC, a Delaware limited liability company ("Service Provider"), and Ridley Garages, Inc., an Illinois corporation ("Subscriber").',
    ],
    [
      [
        { name: 'Eastgate Hosting Pty Ltd', aliases: ['Supplier'], role: 'vendor' },
        { name: 'Morrow University', aliases: ['Customer'], role: 'customer' },
      ],
      'This Agreement is made on 9 May 2025 between Eastgate Hosting Pty Ltd (the "Supplier") and Morrow University (the "Customer"), each a "Party" and together the "Parties".',
    ],
    [
      [
        { name: 'Oakline AI, Inc.', aliases: ['Oakline', 'Provider'], role: 'vendor' },
        { name: 'Castell Retail Group plc', aliases: ['Castell', 'Customer'], role: 'customer' },
      ],
      'This AI Services Agreement is by and between Oakline AI, Inc., a Delaware corporation ("Oakline" or the "Provider"), and Castell Retail Group plc, a company incorporated in Scotland ("Castell" or the "Customer").',
    ],
    [
      [
        { name: 'Harborline Freight, Inc.', aliases: ['HLF'], role: 'unknown' },
        { name: 'Sorrel Mutual Company', aliases: ['Agency'], role: 'unknown' },
      ],
      'This Agreement is made between Harborline Freight, Inc., a Michigan corporation (HLF) and Sorrel Mutual Company, a Nevada corporation (the "Agency").',
    ],
    [
      [
        { name: 'Calder Brothers LLC', aliases: ['Company', 'Calder Air'], role: 'vendor' },
        { name: 'Tamarind Foods, Inc.', aliases: ['Customer'], role: 'customer' },
      ],
      'This Agreement is made by and between Calder Brothers LLC, d/b/a Calder Air (the "Company"), and Tamarind Foods, Inc. (the "Customer").',
    ],
    [
      [
        { name: 'Orchid Lantern Technology Co., Ltd.', aliases: ['Party A'], role: 'unknown' },
        { name: 'Fern River Logistics Co., Ltd.', aliases: ['Party B'], role: 'unknown' },
      ],
      'Cooperation Agreement\n\nParty A: Orchid Lantern Technology Co., Ltd.\nAddress: 3 Quay Street\n\nParty B: Fern River Logistics Co., Ltd.\nAddress: 8 Mill Lane\n\nThe two work together on parcel delivery.',
    ],
    [
      [
        { name: 'Ostrava Compute a.s.', aliases: ['Party A'], role: 'unknown' },
        { name: 'Vik Maritime AS', aliases: ['Party B'], role: 'unknown' },
      ],
      'This Cooperation Agreement is made on 4 May 2025 between: Party A: Ostrava Compute a.s. ("Party A") and Party B: Vik Maritime AS ("Party B").',
    ],
    [
      [
        { name: 'Tarn Analytics Ltd', aliases: ['Supplier'], role: 'vendor' },
        { name: 'Grove Clinics, Inc.', aliases: [], role: 'customer' },
      ],
      'This Agreement is entered into between Tarn Analytics Ltd (the "Supplier") and the party that signs below. The fee is due monthly. Grove Clinics, Inc. By: J. Moor. Tarn Analytics Ltd By: R. Hale',
    ],
    [
      [
        { name: 'Aster Holdings, Inc.', aliases: ['Issuer'], role: 'unknown' },
        { name: 'Bramble Securities LLC', aliases: ['Agent'], role: 'unknown' },
      ],
      'Agency letter of May 4, 2026\n\nLadies and Gentlemen:\n\nAster Holdings, Inc., a Delaware corporation (the "Issuer"), confirms what it has agreed with Bramble Securities LLC, a Utah company (the "Agent").',
    ],
    [
      [
        { name: 'Quill Robotics, Inc.', aliases: ['Quill'], role: 'customer' },
        { name: 'Dunmore Works B.V.', aliases: ['Consultant'], role: 'vendor' },
      ],
      'CONSULTING AGREEMENT\n\nQuill Robotics, Inc., with a place of business in Leeds ("Quill") and Dunmore Works B.V., with its seat in Utrecht ("Consultant") agree to the terms below.',
    ],
    [
      [
        { name: 'Orrin Oleo GmbH', aliases: ['Orrin'], role: 'unknown' },
        { name: 'Kestrel Pharma Inc.', aliases: ['Kestrel'], role: 'unknown' },
      ],
      'Supply Agreement between\n\nOrrin Oleo GmbH, Hafenweg 3, Hamburg\n\n— hereinafter referred to as Orrin —\n\nand\n\nKestrel Pharma Inc., 60 Quay Street, Leeds\n\n— hereinafter referred to as Kestrel —',
    ],
    [
      [
        { name: 'Calder Racing, LLC', aliases: ['Vendor'], role: 'vendor' },
        { name: 'Tamarind Motors Inc.', aliases: ['Tamarind'], role: 'customer' },
      ],
      'This Sponsorship Agreement is entered into by and between Calder Racing, LLC, 481 Mill Lane, Leeds ("Vendor") and Tamarind Motors Inc., a New York corporation (Tamarind).',
    ],
    [
      [
        { name: 'Sorrel Investment Company', aliases: ['Adviser'], role: 'unknown' },
        { name: 'SORREL SERVICES COMPANY', aliases: ['SSC'], role: 'unknown' },
      ],
      'This Agreement is made between Sorrel Investment Company (the "Adviser"), which does hereby appoint as its agent SORREL SERVICES COMPANY, a trust of Delaware ("SSC").',
    ],
    [
      [
        { name: 'Larkhaven Beauty, Inc.', aliases: ['Company'], role: 'vendor' },
        { name: 'Aster Management, LLC', aliases: ['Aster'], role: 'unknown' },
        { name: 'Aster Partners L.P.', aliases: [], role: 'unknown' },
        { name: 'Aster Focus Fund L.P.', aliases: [], role: 'unknown' },
        { name: 'Aster Research LLC', aliases: [], role: 'unknown' },
        { name: 'Aster Growth Fund L.P.', aliases: [], role: 'unknown' },
        { name: 'Mary Holt', aliases: ['Aster Parties'], role: 'unknown' },
      ],
      'This Agreement is made by and between Larkhaven Beauty, Inc., a Delaware corporation (the "Company"), and Aster Management, LLC ("Aster"), Aster Partners L.P., Aster Focus Fund L.P., Aster Research LLC, Aster Growth Fund L.P. and Mary Holt (collectively, the "Aster Parties").',
    ],
    [
      [
        { name: 'Tarn Technology, Inc.', aliases: ['Tarn'], role: 'unknown' },
        { name: 'Unison Corporation', aliases: [], role: 'unknown' },
      ],
      'This Agreement is effective on 1 July 2025 between Tarn Technology, Inc. ("Tarn"), and Unison Corporation 780 Mill Lane, Leeds. Tarn sells what the other distributes.',
    ],
    [
      [
        { name: 'Orchid Lantern (Leeds) Co., Ltd.', aliases: ['Party A'], role: 'unknown' },
        { name: 'Fern River Co., Ltd.', aliases: ['Party B'], role: 'unknown' },
      ],
      'Cooperation Agreement\n\nParty A: Orchid Lantern (Leeds) Co., Ltd.\n\nParty B: Fern River Co., Ltd.\n\nThe two work together on parcel delivery.',
    ],
    [
      [
        { name: 'The Marlow Company LLC', aliases: ['Agent'], role: 'unknown' },
        { name: 'Ferris, Incorporated', aliases: ['Ferris'], role: 'unknown' },
      ],
      'This Agreement is made between The Marlow Company LLC, an Ohio limited liability company (the "Agent"), and Ferris, Incorporated through its Seed Centre ("Ferris").',
    ],
    [
      [
        { name: 'Larch Circuits (UK) Ltd.', aliases: ['LARCH'], role: 'unknown' },
        { name: 'R. T. Moss Enterprises, LLC', aliases: ['Moss'], role: 'unknown' },
      ],
      'This Agreement is entered into between Larch Circuits (UK) Ltd., a company of England ("LARCH"), and R. T. Moss Enterprises, LLC, a Texas company ("Moss").',
    ],
    [
      [
        { name: 'OVERLAND SYSTEMS (AFRICA) (PTY) LIMITED', aliases: ['OVERLAND'], role: 'unknown' },
        { name: 'KESTREL 2005 LIMITED', aliases: ['KESTREL'], role: 'unknown' },
      ],
      'This Agreement is made by and between OVERLAND SYSTEMS (AFRICA) (PTY) LIMITED ("OVERLAND") and KESTREL 2005 LIMITED ("KESTREL").',
    ],
    [
      [
        { name: 'Harbour Alumni - Western Chapter', aliases: ['HA-W'], role: 'unknown' },
        { name: 'Bright Foods, Inc.', aliases: ['Bright'], role: 'unknown' },
      ],
      'This Agreement is made by and between Harbour Alumni - Western Chapter ("HA-W") and Bright Foods, Inc. ("Bright").',
    ],
    [
      [
        { name: 'ANNA PIKE', aliases: ['Consultant'], role: 'vendor' },
        { name: 'BIRCH GOLF, LTD.', aliases: ['Birch'], role: 'customer' },
      ],
      'This Agreement is entered into on 3 May 2025 between professional golfer, ANNA PIKE, (hereinafter referred to as "Consultant") and BIRCH GOLF, LTD. (hereinafter referred to as "Birch").',
    ],
    [
      [
        { name: 'Fenwick Care Limited', aliases: ['Employer'], role: 'unknown' },
        { name: 'Ruth Dale', aliases: ['Executive'], role: 'unknown' },
      ],
      'This agreement is entered into between the parties on 1 April 2025.\n\nPARTIES (1) Fenwick Care Limited is a company registered in England (the "Employer"); and (2) Ruth Dale (the "Executive").',
    ],
    [
      [
        { name: 'JSC Altyn Pipelines', aliases: ['Company'], role: 'vendor' },
        { name: 'JSC Sary Oil', aliases: ['Principal'], role: 'customer' },
      ],
      'TRANSPORTATION CONTRACT\n\nAlmaty, 31 January 2025\n\nJSC Altyn Pipelines, hereinafter referred to as the "Company", on the one side and JSC Sary Oil, hereinafter referred to as the "Principal", on the other side, have entered into this Contract.',
    ],
    [
      [
        { name: 'Rowan Funding, Inc.', aliases: ['RFI'], role: 'unknown' },
        { name: 'Rowan International, Inc.', aliases: ['RII', 'ROWAN'], role: 'unknown' },
        { name: 'Starling, LLC', aliases: ['Starling'], role: 'unknown' },
      ],
      'This Agreement is made among Rowan Funding, Inc., a Kentucky corporation ("RFI"), Rowan International, Inc. ("RII") (RFI and RII are collectively "ROWAN") and Starling, LLC ("Starling").',
    ],
    [
      [
        { name: 'AZURE LINES S/A', aliases: ['Azure'], role: 'unknown' },
        { name: 'Delta Repairs Ltd.', aliases: ['Repairer'], role: 'unknown' },
      ],
      'This Agreement is made by and between AZURE LINES S/A, registered with the national roll of companies (CNPJ) ("Azure"), and Delta Repairs Ltd. ("Repairer").',
    ],
    [
      [
        { name: 'Sable AI', aliases: ['Sable AI'], role: 'vendor' },
        { name: 'Customer', aliases: ['Customer'], role: 'customer' },
      ],
      'This Addendum is part of the Agreement entered into by and between Sable AI and Customer as of the Effective Date.\n\n(a) “Agreement” means the contract entered into by and between the parties for the products.\n\n(b) “Privacy Law” means any law that applies to personal data, among them the Utah Data Privacy Act (“UDPA”), the Data Protection Regulation (“DPR”), the Code of Fair Information Practice (“CFIP”) and the Privacy Act 1988, as amended (“PA”).',
    ],
    [
      [
        { name: 'Fernhill Infotech Limited', aliases: ['Supplier'], role: 'vendor' },
        { name: 'Oakmere Retail Limited', aliases: ['Customer'], role: 'customer' },
      ],
      'This Agreement is made between Fernhill Infotech Limited, a company incorporated under the Companies Act, 1956 (“Supplier”), and Oakmere Retail Limited, a company incorporated under the Companies Act 2006 (“Customer”).',
    ],
    [
      [
        { name: 'Customer', aliases: ['Customer'], role: 'customer' },
        { name: 'Brackwater Europe Limited', aliases: ['Brackwater'], role: 'vendor' },
        { name: 'Brackwater, Inc.', aliases: ['Brackwater'], role: 'vendor' },
      ],
      'These Terms are an agreement between Brackwater and you or the entity that you represent (“⟦Customer⟧”). “⟦Brackwater⟧” means ⟦Brackwater Europe Limited⟧ if Customer resides in the European Economic Area (“EEA”), and ⟦Brackwater, Inc.⟧ if Customer resides anywhere else.',
    ],
    [
      [
        { name: 'you', aliases: ['you'], role: 'customer' },
        { name: 'Fernhill Europe Limited', aliases: ['Fernhill', 'we'], role: 'vendor' },
      ],
      'These terms are a binding agreement between ⟦you⟧ and ⟦Fernhill Europe Limited (“Fernhill”, “we”)⟧. They come with our rules of conduct (“House Policies”).',
    ],
    [
      [
        { name: 'Harbourline Systems Limited', aliases: ['we'], role: 'vendor' },
        { name: 'you', aliases: ['you'], role: 'customer' },
      ],
      'These terms apply when you use Harbour. Words like “⟦we⟧”, “us” and “our” mean ⟦Harbourline Systems Limited⟧ and its affiliates. Words like “⟦you⟧” and “your” mean the person who uses Harbour.',
    ],
    [
      [
        { name: 'you', aliases: ['you'], role: 'customer' },
        { name: 'Westerby Compute (Oslo) Private Limited', aliases: ['Westerby', 'we'], role: 'vendor' },
      ],
      'These terms are between ⟦you⟧ and ⟦Westerby Compute (Oslo) Private Limited (“Westerby”, “we”)⟧.',
    ],
  ],
  refuses: [
    'Either party may terminate this Agreement for convenience at any time upon ninety (90) days prior written notice to the other party.',
    'This Agreement shall be governed by the laws of the State of New York, and the parties submit to the courts of that State.',
    'All notices shall be in writing and shall be sent by a nationally recognized overnight courier to the address stated in the order form.',
  ],
}
