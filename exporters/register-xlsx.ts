import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { listFields } from '#domain/lists/fields.ts'
import type { Agreement } from '#domain/register/agreement.ts'
import type { Vendor } from '#domain/register/vendor.ts'
import type { Exporter } from './exporter.ts'
import { fitRow, headRow, printed, put, streamedWorkbook, xlsxMime } from './xlsx.ts'

export interface RegisterXlsxModel {
  vendors: Vendor[]
  agreements: Agreement[]
  organisation: string
  /** ISO day. */
  preparedOn: string
  /** Told now and then how many rows are written. */
  tell?: (rows: number) => void
}

type Value = string | number | null

/** Vendors and agreements, a sheet a kind joined by ref_id: the form that the import takes back. */
export const registerXlsx: Exporter<RegisterXlsxModel> = {
  id: 'register-xlsx',
  title: 'Vendors and agreements',
  extension: 'xlsx',
  mime: xlsxMime,
  async write({ vendors, agreements, organisation, preparedOn, tell = () => undefined }) {
    const out = new PassThrough()
    const bytes = buffer(out)
    const book = streamedWorkbook(out, 'Vendors and agreements', organisation, preparedOn)
    let written = 0
    const add = async (
      name: string,
      fields: { id: string; title: string }[],
      rows: Record<string, Value>[],
    ) => {
      const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: printed })
      sheet.columns = fields.map(({ id }) => ({ width: /title|notes|website|address/.test(id) ? 40 : 20 }))
      const head = sheet.getRow(1)
      fields.forEach(({ title }, x) => {
        put(head.getCell(x + 1), title)
      })
      headRow(head)
      fitRow(sheet, head)
      head.commit()
      for (const [y, values] of rows.entries()) {
        const row = sheet.getRow(y + 2)
        fields.forEach(({ id }, x) => {
          fillCell(row.getCell(x + 1), id, values[id] ?? null)
        })
        fitRow(sheet, row)
        row.commit()
        written++
        // A long one takes seconds: whoever waits for this process is served between its rows.
        if (written % rowsAtOnce === 0) {
          tell(written)
          await new Promise(setImmediate)
        }
      }
      sheet.commit()
    }
    await add('Vendors', listFields.vendors, vendors.map(vendorRow))
    await add('Agreements', listFields.agreements, agreements.map(agreementRow))
    await book.commit()
    return new Uint8Array(await bytes)
  },
}

const rowsAtOnce = 100

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
