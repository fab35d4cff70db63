import { listFields } from '#domain/lists/fields.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import type { Vendor } from '#domain/register/vendor.ts'
import type { Exporter } from './exporter.ts'
import { fitRows, headRow, printed, put, workbook, xlsxMime } from './xlsx.ts'

export interface RegisterXlsxModel {
  vendors: Vendor[]
  agreements: Agreement[]
  organisation: string
  /** ISO day. */
  preparedOn: string
}

type Value = string | number | null

/** Vendors and agreements, a sheet a kind joined by ref_id: the form that the import takes back. */
export const registerXlsx: Exporter<RegisterXlsxModel> = {
  id: 'register-xlsx',
  title: 'Vendors and agreements',
  extension: 'xlsx',
  mime: xlsxMime,
  async write(model) {
    const book = workbook('Vendors and agreements', model.organisation, model.preparedOn)
    const add = (name: string, fields: { id: string; title: string }[], rows: Record<string, Value>[]) => {
      const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: printed })
      sheet.columns = fields.map(({ id }) => ({ width: /title|notes|website|address/.test(id) ? 40 : 20 }))
      fields.forEach(({ title }, i) => {
        put(sheet.getCell(1, i + 1), title)
      })
      headRow(sheet.getRow(1))
      rows.forEach((row, y) => {
        fields.forEach(({ id }, x) => {
          fillCell(sheet.getCell(y + 2, x + 1), id, row[id] ?? null)
        })
      })
      fitRows(sheet)
    }
    add('Vendors', listFields.vendors, model.vendors.map(vendorRow))
    add('Agreements', listFields.agreements, model.agreements.map(agreementRow))
    return new Uint8Array(await book.xlsx.writeBuffer())
  },
}

function fillCell(cell: Parameters<typeof put>[0], field: string, value: Value): void {
  if (value === null || value === '') return
  if (typeof value === 'number') {
    cell.value = value
    cell.numFmt = '#,##0.##'
    cell.alignment = { vertical: 'top' }
  } else if (field.endsWith('_on')) {
    cell.value = new Date(`${value}T00:00:00Z`)
    cell.numFmt = 'yyyy-mm-dd'
    cell.alignment = { vertical: 'top', horizontal: 'left' }
  } else put(cell, value)
}

const vendorRow = (vendor: Vendor): Record<string, Value> => ({
  ref_id: vendor.slug,
  name: vendor.name,
  website: vendor.website,
  owner: vendor.owner,
  notice_address: vendor.noticeAddress,
  notes: vendor.notes,
})

const agreementRow = (agreement: Agreement): Record<string, Value> => ({
  ref_id: agreement.slug,
  vendor_ref: agreement.vendorSlug,
  title: agreement.title,
  kind: agreement.kind,
  status: agreement.status,
  counterparty: agreement.counterparty,
  owner: agreement.owner,
  signed_on: agreement.signedOn,
  effective_on: agreement.effectiveOn,
  annual_fees: agreement.annualFees?.amount ?? null,
  currency: agreement.annualFees?.currency ?? null,
})
