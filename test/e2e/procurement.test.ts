import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../app/services/house.server.ts'
import type { Role } from '../../app/services/permissions.ts'
import { described } from '../app/governance/open-house.ts'
import { seriousFindings } from './accessible.ts'
import { type App, openApp } from './browser.ts'

/** Two masters in force since 1 March 2025, which renew by themselves, and a deployment that rests on both. */
async function twoVendors(house: House) {
  const agreementIds: string[] = []
  for (const [vendor, multiple, days] of [
    ['Arbour AI', 'one (1) times', 'sixty (60)'],
    ['Birchmere Models', 'three (3) times', 'thirty (30)'],
  ] as const)
    agreementIds.push(
      (
        await house.intake.accept({
          fileName: `${vendor}.txt`,
          bytes: new TextEncoder().encode(
            [
              'MASTER SERVICES AGREEMENT',
              `1. Term. The initial term is twelve (12) months. It renews automatically for successive periods of twelve (12) months unless either party gives written notice of non-renewal at least ${days} days before the end of the then-current term.`,
              `2. Liability. The aggregate liability of Vendor under this Agreement shall not exceed ${multiple} the fees paid in the twelve (12) months before the claim.`,
              '3. Notices. All notices shall be in writing and sent by courier. A notice sent by courier is deemed received two (2) business days after dispatch.',
            ].join('\n\n'),
          ),
          vendor,
          details: { title: `${vendor} master`, kind: 'msa', effectiveOn: '2025-03-01' },
          actor: 'a test',
        })
      ).agreementId,
    )
  await house.intake.idle()
  await described(house, { name: 'Refund helper', agreementIds })
}

let app: App
let page: Page
beforeAll(async () => {
  app = await openApp({ role: 'procurement', prepare: twoVendors })
  page = await app.open('/')
})
afterAll(() => app.close())

async function downloaded(name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().click(),
  ])
  return readFileSync(await download.path())
}
const wordsOf = async (docx: Buffer) => (await mammoth.extractRawText({ buffer: docx })).value
async function bookOf(xlsx: Buffer) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(xlsx).buffer)
  return book
}

test('two agreements side by side: the clause, weights, a what-if, equal rows folded, as Excel and as Word', async () => {
  await page.goto(`${app.address}/compare?of=arbour-ai-master,birchmere-models-master`)
  const table = page.getByRole('region', { name: 'Comparison' })
  await table.getByRole('button', { name: /^12 months' fees/ }).click()
  await page.getByRole('dialog').getByText('shall not exceed one (1) times').waitFor()
  await page.getByRole('link', { name: /clause 2/ }).waitFor()
  await page.getByRole('button', { name: 'Close the clause' }).click()

  const score = table.getByRole('columnheader', { name: /Birchmere/ })
  const before = await score.textContent()
  await page.getByText('How the score is made').click()
  await page.getByLabel('General cap on the vendor’s liability').fill('10')
  await page.getByRole('button', { name: 'Weigh again' }).click()
  await page.waitForURL(/weight\.liability_cap=10/)
  await expect.poll(() => score.textContent()).not.toBe(before)

  await page.getByText('What if', { exact: true }).click()
  await page.getByLabel('gave').selectOption('super_cap')
  await page.getByRole('button', { name: 'Suppose it' }).click()
  await page.getByText('Supposed, signed by nobody:').waitFor()
  await table.getByRole('button', { name: /data breach/ }).waitFor()

  const rows = await table.getByRole('row').count()
  await page.getByRole('link', { name: /^Fold \d+ rows without a difference/ }).click()
  await page.getByRole('link', { name: /^Show the \d+ rows/ }).waitFor()
  expect(await table.getByRole('row').count()).toBeLessThan(rows)
  expect(await seriousFindings(page)).toEqual([])

  const book = await bookOf(await downloaded('Excel'))
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Comparison', 'Score', 'Clauses cited'])
  expect(book.getWorksheet('Comparison')?.getCell('A3').text).toContain('Supposed, signed by nobody')
  expect(await wordsOf(await downloaded('Board paper (Word)'))).toContain('Where their words differ')
})

test('a deadline is found, set aside with a reason, written as a letter, and done with the proof of sending', async () => {
  await page.goto(`${app.address}/deadlines`)
  await page.getByLabel('Kind').selectOption('non_renewal_notice')
  await page.getByLabel('Vendor').selectOption('Arbour AI')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/vendor=Arbour/)
  await page.getByText(/− 30 days/).waitFor({ state: 'detached' })
  await page.getByText(/− 60 days .* courier, deemed received after 2 business days: send by/).waitFor()

  await page.getByText('Work on it').click()
  await page.getByLabel('Set aside until').fill('2099-01-01')
  await page.getByLabel('Because').fill('Waits for the budget')
  await page.getByRole('button', { name: 'Set aside' }).click()
  await page.getByText('No date is like that.').waitFor()

  await page.goto(`${app.address}/deadlines?kind=non_renewal_notice&state=snoozed`)
  await page.getByText('Waits for the budget').waitFor()
  await page.getByText('Work on it').click()
  await page.getByRole('button', { name: 'Open it again' }).click()
  await page.getByText('No date is like that.').waitFor()
  await page.goto(`${app.address}/deadlines?kind=non_renewal_notice&vendor=Arbour%20AI`)
  await page.getByText('Work on it').click()
  expect(await wordsOf(await downloaded('Notice letter (Word)'))).toContain(
    'we give notice that we do not renew it',
  )

  await page.getByLabel('Sent on').fill('2026-12-01')
  await page.getByLabel('Proof, such as a tracking number').fill('Waybill 7741')
  await page.getByRole('button', { name: 'Record the sending' }).click()
  await page.getByText('No date is like that.').waitFor()
  await page.goto(`${app.address}/deadlines?state=done`)
  await page.getByText('Notice sent by courier on 2026-12-01: Waybill 7741').waitFor()
  expect(await seriousFindings(page)).toEqual([])
})

test('a report of a vendor is recorded with its file, and the day it expires stands among the deadlines', async () => {
  await page.goto(`${app.address}/vendors/arbour-ai`)
  await page.getByRole('link', { name: 'all of them, and record one' }).click()
  await page.getByLabel('Its own name').fill('SOC 2 Type II, 2098')
  await page.getByLabel('Good until').fill('2098-12-31')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'soc2.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByText('● Counts').waitFor()
  expect((await downloaded('SOC 2 Type II, 2098')).toString()).toBe('%PDF')
  expect(await seriousFindings(page)).toEqual([])
  await page.goto(`${app.address}/deadlines?kind=assurance_expires`)
  await page.getByText('Report or certificate expires (SOC 2 Type II, 2098)').first().waitFor()
})

test('a question from the palette becomes a watch list on the home screen', async () => {
  await page.goto(`${app.address}/vendors`)
  await page.keyboard.press('Control+K')
  await page.getByLabel('Go to, or search for').fill('notice longer than 45 days')
  await page.getByText('Search for notice longer than 45 days').click()
  await page.getByText('1 to 1 of 1').waitFor()
  await page.getByLabel('Name of the watch list').fill('Long notice periods')
  await page.getByRole('button', { name: 'Watch this question' }).click()
  await page.getByText('Watched as “Long notice periods”').waitFor()
  await page.getByRole('link', { name: /^Non-renewal notice: 60 days/ }).click()
  await page.waitForURL(/\/agreements\/arbour-ai-master\/terms\/non-renewal-notice/)

  await page.goto(app.address)
  const hit = page
    .getByRole('listitem')
    .filter({ hasText: 'Non-renewal notice: 60 days before the term ends' })
  await hit.getByText('Arbour AI · Arbour AI master').waitFor()
})

test('a list is mapped, a dry run names its bad line, and the mended one is taken in', async () => {
  const list = (day: string) =>
    Buffer.from(
      `Supplier;Contract;Type;Begins;Yearly\nArbour AI;Order form 7;Order form;${day};1.471,60\nArbour AI;Addendum;DPA;2026-05-01;`,
    )
  const take = async (day: string) => {
    await page.goto(`${app.address}/import`)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'contracts.csv', mimeType: 'text/csv', buffer: list(day) })
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.waitForURL(/\/import\/.+/)
    await page.getByLabel('annual fees').selectOption({ label: 'Yearly (1.471,60)' })
    await page.getByLabel('Currency where none is named').fill('EUR')
    await page.getByRole('button', { name: 'Look again' }).click()
    await page.waitForURL(/currency=EUR/)
  }
  await take('31/02/2026')
  const bad = page.getByRole('row').filter({ hasText: 'Can’t be taken' })
  expect(await bad.textContent()).toMatch(/2.*Order form 7.*“31\/02\/2026” is no day of any calendar/)
  expect(await page.getByRole('button', { name: 'Take in 1 line' }).isDisabled()).toBe(true)
  expect(await seriousFindings(page)).toEqual([])

  await take('28/02/2026')
  await page.getByRole('button', { name: 'Take in 2 lines' }).click()
  await page.waitForURL(/\/vendors$/)
  await page.goto(`${app.address}/vendors/arbour-ai`)
  await page.getByRole('row').filter({ hasText: 'Order form 7' }).getByText('€1,472 a year').waitFor()
})

const become = (role: Role) => page.request.post(`${app.address}/demo`, { form: { role }, maxRedirects: 0 })
const responsibilities = '/deployments/refund-helper/responsibilities'

test('the matrix is filled from a template, kept, signed by somebody else, and handed over in Word', async () => {
  await become('it')
  await page.goto(app.address + responsibilities)
  await page.getByText('Fill what nobody carries from a template').click()
  await page.getByRole('button', { name: 'Assistant that answers questions' }).click()
  await page.getByText('Only we speak to our customers.').first().waitFor()
  await page.getByLabel('What is new in it').fill('First of all')
  await page.getByRole('button', { name: 'Keep as version 1' }).click()
  await page.getByText('Not signed: somebody else than who kept it signs.').waitFor()

  await become('legal')
  await page.goto(app.address + responsibilities)
  await page.getByRole('button', { name: 'Sign version 1' }).click()
  await page.getByText(/Signed by legal@demo.example/).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  const words = await wordsOf(await downloaded('Matrix (Word)'))
  expect(words).toMatch(/Arbour AI\s+Birchmere Models/)
  expect(words).toContain('1, signed by legal@demo.example')
  expect(await wordsOf(await downloaded('Deutsch'))).toContain('Verantwortungsmatrix')
})

test('a Word file of one’s own takes the matrix; one without its place is refused with what to do', async () => {
  await become('administrator')
  await page.goto(`${app.address}/settings/documents`)
  const use = async (...lines: string[]) => {
    const children = lines.map((line) => new Paragraph(line))
    const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }))
    await page
      .locator('form[action*="of=template"] input[type=file]')
      .setInputFiles({ name: 'form.docx', mimeType: 'application/octet-stream', buffer })
    await page.getByRole('button', { name: 'Use it' }).click()
  }
  await use('Form IT-17')
  await page.getByText('The place {{matrix}} is missing.').waitFor()
  await use('Form IT-17: {{deployment}}', '{{matrix}}')
  await page.getByText(/^form\.docx, from administrator@demo\.example/).waitFor()
  await page.goto(app.address + responsibilities)
  const words = await wordsOf(await downloaded('Matrix (Word)'))
  expect(words).toContain('Form IT-17: Refund helper')
  expect(words).toContain('Incident notification')
})
