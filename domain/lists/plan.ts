import { z } from 'zod'
import { AgreementKind } from '../reading/kind.ts'
import {
  AgreementInput,
  AgreementStatus,
  agreementKindTitles,
  agreementStatusTitles,
} from '../register/agreement.ts'
import { VendorInput } from '../register/vendor.ts'
import type { ListKind, Mapping } from './fields.ts'
import { type Cell, isBlank, type Sheet } from './sheet.ts'
import { type DayOrder, type NumberStyle, type Written, writtenAmount, writtenDay } from './written.ts'

/** What to do with a line that names something the register has already. */
export const ConflictRule = z.enum(['stop', 'skip', 'update'])
export type ConflictRule = z.infer<typeof ConflictRule>

export interface ListChoices {
  conflict: ConflictRule
  numbers: NumberStyle
  days: DayOrder
  /** For sums without one of their own. */
  currency: string
}

/** What the register has already, by its addresses and its names. */
export interface Known {
  vendors: { id: string; ref: string; name: string }[]
  agreements: { id: string; ref: string; title: string; vendorId: string }[]
}

interface Line {
  sheet: string
  line: number
  /** "Northwind AI" or "Northwind AI: Master agreement". */
  what: string
}
type Values = Record<string, Cell>

/** What would become of one line. */
export type PlannedLine = Line &
  (
    | { does: 'bad'; why: string }
    | { does: 'skip'; why: string }
    | { does: 'add_vendor'; ref: string; input: VendorInput }
    | { does: 'update_vendor'; id: string; changes: Partial<VendorInput> }
    | { does: 'add_agreement'; ref: string; vendor: string; input: AgreementInput }
    | { does: 'update_agreement'; id: string; changes: Partial<AgreementInput> }
  )

export interface MappedSheet {
  sheet: Sheet
  kind: ListKind
  mapping: Mapping
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Goes through every line and changes nothing: vendors first, since agreements name them. */
export function planLists(sheets: MappedSheet[], known: Known, choices: ListChoices): PlannedLine[] {
  const planned: PlannedLine[] = []
  const ordered = [...sheets].sort(
    (a, b) => Number(a.kind === 'agreements') - Number(b.kind === 'agreements'),
  )
  for (const { sheet, kind, mapping } of ordered)
    for (const { line, cells } of sheet.rows) {
      const values: Values = {}
      for (const [field, column] of Object.entries(mapping)) {
        const cell = cells[column]
        if (cell !== undefined && !isBlank(cell))
          values[field] = typeof cell === 'string' ? cell.trim() : cell
      }
      const place = { sheet: sheet.name, line }
      planned.push(
        kind === 'vendors'
          ? planVendor(place, values, known, planned, choices)
          : planAgreement(place, values, known, planned, choices),
      )
    }
  return planned
}

const text = (values: Values, field: string): string => {
  const value = values[field]
  return value === undefined ? '' : typeof value === 'object' ? value.day : String(value)
}

const bad = (line: Line, why: string): PlannedLine => ({ ...line, does: 'bad', why })

const firstIssue = (error: z.ZodError) => error.issues[0]?.message ?? 'Something is wrong with this line.'

function planVendor(
  place: { sheet: string; line: number },
  values: Values,
  known: Known,
  before: PlannedLine[],
  { conflict }: ListChoices,
): PlannedLine {
  const line = { ...place, what: text(values, 'name') || text(values, 'ref_id') || 'a vendor without a name' }
  const given = {
    ...Object.fromEntries(['name', 'website', 'owner', 'notes'].map((f) => [f, text(values, f)])),
    noticeAddress: text(values, 'notice_address'),
  }
  const input = VendorInput.safeParse(given)
  if (!input.success) return bad(line, firstIssue(input.error))
  const ref = text(values, 'ref_id')
  const twin = before.find(
    (one) =>
      one.does === 'add_vendor' && (same(one.input.name, input.data.name) || (ref !== '' && one.ref === ref)),
  )
  if (twin) return bad(line, `Line ${twin.line} of ${twin.sheet} is the same vendor.`)
  const there = known.vendors.find((v) => (ref !== '' && v.ref === ref) || same(v.name, input.data.name))
  if (!there) return { ...line, does: 'add_vendor', ref, input: input.data }
  const changes = filled(input.data, given)
  return inConflict(line, conflict, `${there.name} is in the register already.`, {
    ...line,
    does: 'update_vendor',
    id: there.id,
    changes,
  })
}

function inConflict(line: Line, rule: ConflictRule, why: string, update: PlannedLine): PlannedLine {
  if (rule === 'stop') return bad(line, `${why} Choose to skip or to update such lines.`)
  return rule === 'skip' ? { ...line, does: 'skip', why } : update
}

/** Fields that the line fills; a blank cell leaves what is there. */
const filled = <T extends Record<string, unknown>>(input: T, given: Record<string, string>): Partial<T> =>
  Object.fromEntries(Object.entries(input).filter(([field]) => given[field])) as Partial<T>

const pick = <T extends string>(options: readonly T[], titles: Record<T, string>, said: string) =>
  options.find((one) => same(one, said) || same(titles[one], said) || same(one.replaceAll('_', ' '), said))

function planAgreement(
  place: { sheet: string; line: number },
  values: Values,
  known: Known,
  before: PlannedLine[],
  choices: ListChoices,
): PlannedLine {
  const title = text(values, 'title')
  const vendor = text(values, 'vendor_ref')
  const line = {
    ...place,
    what: [vendor, title].filter(Boolean).join(': ') || 'an agreement without a title',
  }
  if (!vendor) return bad(line, 'Say whose it is: the vendor’s ref_id or name.')
  const problems: string[] = []
  const taken = <T>(written: Written<T> | undefined): T | undefined => {
    if (written?.ok === false) problems.push(written.why)
    return written?.ok ? written.value : undefined
  }
  const day = (field: string) => {
    const cell = values[field]
    return taken(cell === undefined ? undefined : writtenDay(cell, choices.days))
  }
  const saidKind = text(values, 'kind')
  const saidStatus = text(values, 'status')
  const kind = pick(AgreementKind.options, agreementKindTitles, saidKind)
  const status = pick(AgreementStatus.options, agreementStatusTitles, saidStatus)
  if (saidKind && !kind)
    problems.push(`“${saidKind}” is no kind: there is ${AgreementKind.options.join(', ')}`)
  if (saidStatus && !status)
    problems.push(`“${saidStatus}” is no status: there is ${AgreementStatus.options.join(', ')}`)
  const { annual_fees: fees } = values
  const amount = taken(fees === undefined ? undefined : writtenAmount(fees, choices.numbers))
  const currency = (text(values, 'currency') || choices.currency).toUpperCase()
  if (amount !== undefined && !currency)
    problems.push('An amount needs its currency: a column, or one for all')
  const given = {
    title,
    kind: kind ?? '',
    status: status ?? '',
    counterparty: text(values, 'counterparty'),
    owner: text(values, 'owner'),
    signedOn: day('signed_on') ?? '',
    effectiveOn: day('effective_on') ?? '',
    annualFees: amount === undefined ? '' : String(amount),
  }
  if (problems.length > 0) return bad(line, `${problems.join('; ')}.`)
  const input = AgreementInput.safeParse({
    ...given,
    kind: kind ?? 'other',
    status: status ?? 'active',
    annualFees: amount === undefined ? null : { amount, currency },
  })
  if (!input.success) return bad(line, firstIssue(input.error))

  const ref = text(values, 'ref_id')
  const twin = before.find(
    (one) =>
      one.does === 'add_agreement' &&
      ((ref !== '' && one.ref === ref) || (same(one.vendor, vendor) && same(one.input.title, title))),
  )
  if (twin) return bad(line, `Line ${twin.line} of ${twin.sheet} is the same agreement.`)
  const owner = known.vendors.find((v) => v.ref === vendor || same(v.name, vendor))
  const comes = before.some(
    (one) =>
      one.does === 'add_vendor' && ((one.ref !== '' && one.ref === vendor) || same(one.input.name, vendor)),
  )
  const there = known.agreements.find(
    (a) => (ref !== '' && a.ref === ref) || (a.vendorId === owner?.id && same(a.title, title)),
  )
  if (there)
    return inConflict(line, choices.conflict, `${there.title} is in the register already.`, {
      ...line,
      does: 'update_agreement',
      id: there.id,
      changes: filled(input.data, given),
    })
  if (!owner && !comes)
    return bad(line, `No vendor is known as “${vendor}”: add it to the vendors’ sheet first.`)
  return { ...line, does: 'add_agreement', ref, vendor, input: input.data }
}
