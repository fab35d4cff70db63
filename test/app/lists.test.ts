import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreements } from '#db/agreements.ts'
import { eventsOf } from '#db/events.ts'
import { vendors } from '#db/vendors.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import {
  Choices,
  keepList,
  mappedSheets,
  ownList,
  planOf,
  takeList,
} from '../../app/services/lists/lists.server.ts'
import { registerReport } from '../../app/services/reports.server.ts'
import { userAs } from './as.ts'
import { readersHere } from './readers-here.ts'

const folders: string[] = []
const open: House[] = []
const user = userAs('procurement')

async function emptyHouse(): Promise<House> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'carveout-lists-'))
  folders.push(dataFolder)
  const house = await openHouse(
    { dataFolder },
    { root: path.resolve('.'), log: pino({ level: 'silent' }), work: false, readers: readersHere() },
  )
  open.push(house)
  return house
}

let house: House
beforeAll(async () => {
  house = await emptyHouse()
})
afterAll(async () => {
  for (const one of open) await one.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))

async function listOf(bytes: Uint8Array, fileName: string, asked = '', into = house) {
  const search = new URLSearchParams(asked)
  const list = await ownList(into, user, await keepList(into, user, { bytes, fileName }))
  if (!list) throw new Error('The list is gone.')
  const sheets = mappedSheets(list, search)
  const choices = Choices.parse(Object.fromEntries(search))
  return {
    list,
    planned: await planOf(into, sheets, choices),
    take: () => takeList(into, user, list, sheets, choices),
  }
}

const contracts = csv(
  'Supplier;Contract;Type;Start date;Annual value;Currency',
  'Acme Cloud;Acme order form;Order form;03/04/2026;1.471,60;EUR',
  'Acme Cloud;Acme master;msa;;;',
  'Nobody Ltd;Their terms;msa;2026-01-01;100;EUR',
)

test('a dry run names each bad line with its number and the reason, and changes nothing', async () => {
  const vendorsFirst = await listOf(csv('Vendor name,Web', 'Acme Cloud,https://acme.example'), 'vendors.csv')
  expect(vendorsFirst.planned).toMatchObject([{ does: 'add_vendor', line: 2 }])
  expect(await vendors(house.db)).toEqual([])
  expect(await vendorsFirst.take()).toEqual({ ok: true, done: 1 })

  const { planned, take } = await listOf(contracts, 'contracts.csv')
  expect(planned).toMatchObject([
    { line: 2, does: 'bad', why: expect.stringMatching(/“03\/04\/2026” can be read two ways/) },
    { line: 3, does: 'add_agreement' },
    { line: 4, does: 'bad', why: expect.stringMatching(/No vendor is known as “Nobody Ltd”/) },
  ])
  expect(await take()).toMatchObject({ ok: false })
  expect(await agreements(house.db)).toEqual([])
})

test('"1.471,60" becomes 1471.60, the day comes first when chosen, and a blank day stays blank', async () => {
  const good = csv(
    'Supplier;Contract;Type;Start date;Annual value;Currency',
    'Acme Cloud;Acme order form;Order form;03/04/2026;1.471,60;EUR',
    'acme cloud;Acme master;msa;;;',
  )
  const { take } = await listOf(good, 'contracts.csv', 'days=day_month')
  expect(await take()).toEqual({ ok: true, done: 2 })
  const made = await agreements(house.db)
  expect(made).toMatchObject([
    { title: 'Acme master', effectiveOn: null, annualFees: null, vendorName: 'Acme Cloud' },
    {
      title: 'Acme order form',
      kind: 'order_form',
      effectiveOn: '2026-04-03',
      annualFees: { amount: 1471.6, currency: 'EUR' },
    },
  ])
  const [event] = await eventsOf(house.db, 'agreement', made[1]?.id ?? '')
  expect(event).toMatchObject({ actor: user.email, detail: { from: 'contracts.csv, contracts, line 2' } })
})

test('what is there already stops the import, is skipped, or is changed where a cell is filled', async () => {
  const again = csv('title,vendor,owner,currency', 'Acme master,Acme Cloud,Ada,', 'New paper,Acme Cloud,,')
  expect((await listOf(again, 'more.csv')).planned).toMatchObject([
    { does: 'bad' },
    { does: 'add_agreement' },
  ])
  expect((await listOf(again, 'more.csv', 'conflict=skip')).planned).toMatchObject([
    { does: 'skip' },
    { does: 'add_agreement' },
  ])
  const { take } = await listOf(again, 'more.csv', 'conflict=update')
  expect(await take()).toEqual({ ok: true, done: 2 })
  expect((await agreements(house.db)).find((a) => a.title === 'Acme master')).toMatchObject({
    owner: 'Ada',
    kind: 'msa',
  })
})

test('a list is taken once, and by nobody but who uploaded it', async () => {
  const { list, take } = await listOf(csv('name', 'Once Ltd'), 'v.csv')
  expect(await ownList(house, userAs('legal'), list.id)).toBeUndefined()
  expect(await take()).toMatchObject({ ok: true })
  expect(await take()).toMatchObject({ ok: false })
  expect((await vendors(house.db)).filter((v) => v.name === 'Once Ltd')).toHaveLength(1)
})

test('columns are mapped by the address, whatever their heads say', async () => {
  const odd = csv('A,B', 'Zeta,Zeta terms')
  const { planned } = await listOf(
    odd,
    'odd.csv',
    's0=agreements&s0.agreements.vendor_ref=0&s0.agreements.title=1',
  )
  expect(planned).toMatchObject([{ does: 'bad', what: 'Zeta: Zeta terms' }])
})

test('the workbook that goes out comes in again, and holds no formula', async () => {
  const formula = await listOf(
    csv('name,notes,Address for notices', '"=HYPERLINK(""x"")","+1","1 New Road\nLeeds"'),
    'v.csv',
  )
  await formula.take()
  const { bytes } = await registerReport(await vendors(house.db), await agreements(house.db), '2026-11-25')
  const other = await emptyHouse()
  const { planned, take } = await listOf(bytes, 'carveout-register.xlsx', '', other)
  expect(planned.filter(({ does }) => does === 'bad')).toEqual([])
  expect(await take()).toMatchObject({ ok: true })
  const shown = async ({ db }: House) => ({
    vendors: (await vendors(db)).map(({ name, website, notes, noticeAddress }) => ({
      name,
      website,
      notes,
      noticeAddress,
    })),
    agreements: (await agreements(db)).map(({ title, kind, effectiveOn, annualFees, owner }) => ({
      title,
      kind,
      effectiveOn,
      annualFees,
      owner,
    })),
  })
  expect(await shown(other)).toEqual(await shown(house))
  expect((await shown(other)).vendors).toContainEqual(
    expect.objectContaining({ noticeAddress: '1 New Road\nLeeds' }),
  )
})

test('an Excel file of the old form and a file that is none are refused with what to do', async () => {
  const refused = (bytes: Uint8Array) => keepList(house, user, { bytes, fileName: 'x' })
  await expect(refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).rejects.toMatchObject({ next: /xlsx/ })
  await expect(refused(Uint8Array.of(0x50, 0x4b, 3, 4, 9))).rejects.toMatchObject({ code: 'damaged' })
  await expect(refused(csv('only a head'))).rejects.toMatchObject({ code: 'empty_file' })
})

test('days of Excel are days, whatever they look like there', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Contracts')
  sheet.addRow(['vendor', 'title', 'signed on'])
  sheet.addRow(['Acme Cloud', 'Dated', new Date('2026-05-06T00:00:00Z')])
  sheet.getCell('C2').numFmt = 'd/m/yy'
  const { planned } = await listOf(new Uint8Array(await book.xlsx.writeBuffer()), 'c.xlsx')
  expect(planned).toMatchObject([{ does: 'add_agreement', input: { signedOn: '2026-05-06' } }])
})
