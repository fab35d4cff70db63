import { englishClauses } from '../docx/clauses.ts'
import { englishHead, NOT_ADVICE } from '../docx/opening.ts'
import { counted, listed } from '../format.ts'
import type { MatrixWords } from './words.ts'

export const english: MatrixWords = {
  ...englishClauses,
  locale: (asked) => (asked?.startsWith('en') ? asked : 'en-GB'),
  title: 'Responsibility matrix',
  deployment: 'Deployment',
  head: englishHead,
  area: 'Area',
  vendor: 'Vendor',
  customer: 'Customer',
  sharedOrNobody: 'Shared, nobody',
  carriedBy: 'Carried by',
  clause: 'Clause',
  note: 'Note',
  sides: { vendor: 'Vendor', customer: 'Customer', shared: 'Shared', unallocated: 'Nobody' },
  saysNothing: 'says nothing',
  whoCarries: 'Who carries what',
  nobodyCarries: (areas) => `Nobody carries ${counted(areas, 'area')}: decide before launch`,
  summary({ vendor, customer, shared, unallocated }) {
    const carried = [
      `the vendor carries ${vendor}`,
      `we carry ${customer}`,
      `${shared} ${shared === 1 ? 'is' : 'are'} shared`,
      `${unallocated || 'none'} ${unallocated === 1 ? 'has' : 'have'} nobody`,
    ]
    return `Of ${counted(vendor + customer + shared + unallocated, 'area')} ${listed(carried, 'en-GB')}.`
  },
  moreClauses: (count) => `and ${counted(count, 'more clause')}`,
  decidedBy: (who) => `(decided by ${who})`,
  doubtful: 'The reading is doubtful: look at the clause.',
  version(state) {
    if (!state) return 'draft'
    if (state.changed) return `draft, changed since version ${state.number}`
    return state.signed
      ? `${state.number}, signed by ${state.signed.by} on ${state.signed.at.slice(0, 10)}`
      : `${state.number}, not signed`
  },
  notAdvice: NOT_ADVICE,
  pages: ['Page ', ' of '],
}
