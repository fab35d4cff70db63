import type { z } from 'zod'
import type { postTermination } from './post-termination.ts'
import type { Examples } from './term.ts'

export const examples: Examples<z.infer<(typeof postTermination)['value']>> = {
  says: [
    [
      { party: 'unknown', duties: ['sell_off'] },
      '⟦If, upon the termination of this Agreement, Reseller still has Products in its inventory, Reseller may sell them to its customers on the terms of this Agreement.⟧',
    ],
    [
      { party: 'customer', duties: ['sell_off'], period: 'P6M' },
      '⟦Upon the expiration of this Agreement, Licensee may continue to sell off its remaining inventory of the licensed products for a period of six (6) months.⟧',
    ],
    [
      { party: 'vendor', duties: ['transition'], period: 'P90D' },
      '⟦Following termination of this Agreement, Supplier shall provide transition services to Customer for a period of up to ninety (90) days at its then-current rates.⟧',
    ],
    [
      { party: 'customer', duties: ['sell_off'], period: 'P12M' },
      '⟦Notwithstanding the expiration of this Agreement, Buyer shall have the right for one year thereafter to dispose of any inventory of the products on hand at that time.⟧',
    ],
    [
      { party: 'customer', duties: ['sell_off', 'payment'], period: 'P90D' },
      '⟦Upon termination of this Agreement, Buyer may for a sell-off period of ninety (90) days continue to sell its remaining inventory of the products, provided that it makes payment of all fees due on those sales.⟧',
    ],
    [
      { party: 'mutual', duties: ['wind_down'], period: 'P180D' },
      '⟦Upon any termination of this Agreement there shall be a wind-down period of one hundred eighty (180) days during which the parties shall fill the orders that were accepted before it.⟧',
    ],
    [
      { party: 'vendor', duties: ['transition'], period: 'P6M' },
      '⟦On expiry or termination of this Agreement, Provider shall provide transition assistance to Client or its new provider for up to six months, as set out in the exit plan.⟧',
    ],
    [
      { party: 'vendor', duties: ['wind_down', 'transition'], period: 'P12M' },
      '⟦After the expiration of this Agreement, Supplier shall continue to provide support for the products during a phase-out period of twelve (12) months.⟧',
    ],
    [
      { party: 'customer', duties: ['sell_off'], period: 'P3M' },
      '⟦UPON EXPIRATION OF THIS AGREEMENT, LICENSEE SHALL HAVE THE RIGHT TO SELL OFF ITS EXISTING INVENTORY OF LICENSED PRODUCTS FOR A PERIOD OF THREE (3) MONTHS.⟧',
    ],
    [
      { party: 'customer', duties: ['sell_off', 'return'], period: 'P60D' },
      '⟦Following the termination of this Agreement, Licensee shall have a sell-off period of sixty (60) days, at the end of which it shall destroy all copies of the software that remain unsold.⟧',
    ],
    [
      { party: 'customer', duties: ['sell_off'] },
      '⟦Upon termination of this Agreement for any reason other than its own breach, Buyer may sell off the products in its possession, but shall place no new orders.⟧',
    ],
    [
      { party: 'vendor', duties: ['transition'], period: { businessDays: 20 } },
      '⟦After the termination of this Agreement by either party, Vendor shall for a transition period of twenty (20) business days go on to perform the services without interruption.⟧',
    ],
    [
      { party: 'customer', duties: ['wind_down', 'payment'] },
      '⟦Upon expiration or termination of this Agreement, Customer must pay for all services that are performed by Supplier during the wind-down of the project.⟧',
    ],
    [
      { party: 'vendor', duties: ['transition'], period: 'P3M' },
      '⟦Following the expiration or termination of this Agreement, Supplier shall for three (3) months provide such transition assistance as Customer reasonably requests, notwithstanding any unpaid invoice.⟧',
    ],
    [
      { party: 'customer', duties: ['sell_off'], period: 'P18M' },
      '⟦Upon termination, Licensee shall have eighteen (18) months to exhaust any inventories that bear the licensed mark.⟧',
    ],
  ],
  refuses: [
    'Sections 5 and 7 survive termination.',
    'Upon termination, Customer shall stop using the Services.',
    "Upon termination, each party shall return the other's Confidential Information.",
    'Upon termination or expiration of this Agreement, all outstanding and unpaid amounts owed by Reseller to Supplier under this Agreement shall become immediately due and payable.',
    'Upon the expiration of this Agreement, Customer agrees to pay Supplier all undisputed fees for services rendered up to the date of termination.',
    'Neither party shall be liable to the other on account of the termination or expiration of this Agreement for loss of goodwill or of anticipated orders.',
    'Upon the termination of this Agreement, each party shall promptly return to the other all Proprietary Information of the other party.',
    'Termination of this Agreement shall not relieve either party of the obligations that accrued before its date, and Sections 5 to 9 shall survive.',
    'Upon termination of this Agreement each party shall return to the other, or destroy, all Confidential Information that it has received from it.',
    'For two years after the termination of this Agreement, Distributor shall not compete with Supplier and shall not solicit any of its employees.',
    'Upon termination of this Agreement all licenses granted under it shall immediately terminate and Licensee shall cease using the marks.',
    'Either party may terminate this Agreement for convenience at any time upon ninety (90) days prior written notice to the other party.',
    'The term of this Agreement shall be two years and it shall renew for successive one-year terms unless either party gives notice.',
    'Customer shall pay each invoice within thirty (30) days after its receipt, and late payments bear interest at one percent per month.',
  ],
}
