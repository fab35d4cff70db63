import type { z } from 'zod'
import type { auditRight } from './audit-right.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof auditRight)['value']>> = {
  says: [
    [
      { holder: 'customer', kind: 'security', frequency: 'P12M', notice: 'P30D' },
      '⟦Customer may request an audit of the processing no more than once every 12 months, upon 30 days’ advance written notice.⟧',
    ],
    [
      { holder: 'customer', kind: 'reports_only' },
      '⟦Upon request Vendor will provide Customer all documents and information necessary to demonstrate its compliance.⟧',
    ],
    [
      { holder: 'customer', kind: 'records', frequency: 'P12M', notice: 'P30D' },
      '⟦Customer may, upon thirty days prior notice and no more than once per year, audit the books and records of Vendor.⟧',
    ],
    [
      { holder: 'customer', kind: 'security' },
      '⟦Processor shall allow for and contribute to audits, including inspections, of its processing of personal data by Customer.⟧',
    ],
    [
      { holder: 'customer', kind: 'reports_only', frequency: 'P12M' },
      '⟦On request, but no more than once each year, Vendor will provide Customer a copy of its most recent SOC 2 audit report.⟧',
    ],
    [
      { holder: 'unknown', kind: 'regulator' },
      '⟦Any supervisory authority may inspect the premises of Vendor.⟧',
    ],
    [
      { holder: 'mutual', kind: 'records' },
      '⟦Each party shall have the right to examine the records of the other.⟧',
    ],
    [
      { holder: 'customer', kind: 'security', cost: 'customer' },
      "⟦Vendor shall permit Customer to audit its security controls at Customer's expense.⟧",
    ],
    [
      { holder: 'vendor', kind: 'records' },
      '⟦Customer shall permit Vendor to inspect its records to verify compliance with the licence.⟧',
    ],
    [
      { holder: 'customer', kind: 'security', frequency: 'P12M' },
      '⟦Customer may conduct a security audit once every twelve months.⟧',
    ],
    [
      { holder: 'customer', kind: 'records', frequency: 'P12M', notice: { businessDays: 10 } },
      '⟦CUSTOMER MAY, NOT MORE THAN ONCE IN ANY CALENDAR YEAR AND UPON TEN (10) BUSINESS DAYS NOTICE, AUDIT THE BOOKS AND RECORDS OF SUPPLIER THAT RELATE TO THE FEES.⟧',
    ],
    [
      { holder: 'customer', kind: 'records', cost: 'customer' },
      '⟦Customer may examine the records of Supplier that concern the fees, or have them examined by an independent accountant, in each case at the expense of Customer.⟧',
    ],
    [
      { holder: 'customer', kind: 'security', frequency: 'P6M' },
      '⟦Customer shall have the right to conduct a security audit of the data centers of Provider once every six (6) months, or at any time after a security incident.⟧',
    ],
    [
      { holder: 'customer', kind: 'security', frequency: 'P12M', cost: 'customer' },
      "⟦Vendor will permit Customer, at Customer's expense, to audit its security controls, provided that a similar audit has not been conducted less than twelve (12) months prior.⟧",
    ],
    [
      { holder: 'customer', kind: 'reports_only' },
      "⟦Vendor's security is assessed every year by independent third-party auditors, and it will make available copies of the most recent SOC 2 audit reports to its customers.⟧",
    ],
    [
      { holder: 'vendor', kind: 'records' },
      '⟦Customer shall make its records of the sales of the products available to Vendor for review on request.⟧',
    ],
    [
      { holder: 'vendor', kind: 'records' },
      '⟦Vendor may, during normal business hours, inspect the warehouse in which Customer holds the consigned stock, and the stock records.⟧',
    ],
    [
      { holder: 'customer', kind: 'records', frequency: 'P12M', notice: 'P30D' },
      '⟦Customer may audit the records of Vendor no more than once a year upon thirty days prior written notice.⟧',
    ],
    [
      { holder: 'vendor', kind: 'records', frequency: 'P3M' },
      '⟦Licensor has the right, at its own cost, to audit the licence counts once a quarter.⟧',
    ],
    [
      { holder: 'vendor', kind: 'records' },
      '⟦Vendor reserves the right to inspect the installation at the site of Customer.⟧',
    ],
    [
      { holder: 'customer', kind: 'security' },
      'The Processor enables the Controller to carry out inspections and contributes to audits.',
    ],
    [
      { holder: 'customer', kind: 'security' },
      'The Controller is entitled to verify compliance with the technical and organisational measures at the premises of the Processor.',
    ],
    [
      { holder: 'customer', kind: 'security' },
      'The Processor makes available to the Controller all information necessary to demonstrate compliance with the obligations.',
    ],
    [
      { holder: 'customer', kind: 'reports_only' },
      "We'll give you a copy of our latest SOC 2 audit report if you ask.",
    ],
    [
      { holder: 'unknown', kind: 'regulator' },
      "Any regulatory authority with jurisdiction over Customer may inspect Provider's facilities and records.",
    ],
    [
      { holder: 'customer', kind: 'security', cost: 'customer' },
      'The Controller may have audits of the data processing carried out by an independent auditor at its own cost; the costs are borne by the Controller.',
    ],
  ],
  refuses: [
    'Customer waives the right to inspect the photographs before they are published.',
    'Records that are available for review do not include those of other customers.',
    'Supplier shall answer the support line during normal business hours.',
    'Customer may review the quality of the service with Supplier once in each period of twelve months.',
    'If any such audit reveals an underpayment by Licensee, Licensee shall pay the difference to Licensor within thirty days.',
    'Licensee shall maintain complete and accurate records of its sales of the products for a period of three years.',
    'If the parties disagree about the findings of the audit report, they shall submit the dispute to an independent accounting firm.',
    'Manufacturer shall conduct a visual inspection of all components that are received at its site before it uses them.',
    'Supplier shall have its annual financial statements audited by an independent firm of accountants and shall publish them on its website.',
    'Seller shall furnish its audited financial statements.',
    'Buyer may inspect the goods on delivery.',
    'Customer shall keep its password secret.',
    'The parties shall record all changes in writing.',
    'The audit committee meets quarterly.',
    'Processor maintains audit and assurance procedures by which its management reviews its own security.',
    'Provider maintains audit logs of access to Customer Data.',
  ],
}
