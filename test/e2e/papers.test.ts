import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertVendor } from '#db/vendors.ts'
import { VendorInput } from '#domain/register/vendor.ts'
import { scanForNamedPapers } from '../../app/services/incorporated.server.ts'
import { described, openTestHouse } from '../app/governance/open-house.ts'
import { newVersion, paperOf } from '../app/papers.ts'
import { seriousFindings } from './accessible.ts'
import { type App, openApp } from './browser.ts'
import { wordsOf } from './words-of.ts'

const clauses = (...words: string[]) => words.map((one, i) => `${i + 1}. ${one}`).join('\n\n')
const notice = (within: string) =>
  `Incidents\nThe Supplier shall notify the Customer of any security incident within ${within} of becoming aware of it.`
const cap = (times: string) =>
  `Liability\nThe total liability of the Supplier to the Customer under this Agreement shall not exceed ${times} the fees paid in the twelve months before the claim.`
const use =
  'Use\nThe Customer shall comply with the Acceptable Use Policy, which is available at https://corvane.example/aup.'
const first =
  'Precedence\nIn the event of a conflict between this Agreement and the Data Processing Addendum, this Agreement shall prevail.'
const audit = 'Audit\nThe Customer may audit the security of the Supplier once in every calendar year.'
const law = 'Law\nThis Agreement is governed by the laws of England and Wales.'

let app: App
let page: Page
beforeAll(async () => {
  app = await openApp({ role: 'legal' })
  const { house, close } = await openTestHouse({ dataFolder: process.env.CARVEOUT_DATA })
  const vendor = await insertVendor(house.db, VendorInput.parse({ name: 'Corvane' }))
  const ours = await insertVendor(house.db, VendorInput.parse({ name: 'Halden' }))
  const paper = (title: string, kind: 'msa' | 'dpa', words: string) =>
    paperOf(house, vendor.id, { title, kind, signedOn: '2026-01-01', effectiveOn: '2026-01-01' }, words)
  const master = await paper(
    'Master agreement',
    'msa',
    clauses(cap('three times'), notice('72 hours'), use, first, law, audit),
  )
  await newVersion(house, master.id, clauses(law, cap('one time'), notice('72 hours'), use, first))
  const dpa = await paper('Data Processing Addendum', 'dpa', clauses(notice('24 hours')))
  const template = { title: 'Our services agreement', kind: 'msa' } as const
  await paperOf(house, ours.id, template, clauses(notice('12 hours'), cap('five times'), law))
  await described(house, { name: 'Claims triage', riskClass: 'high', agreementIds: [master.id, dpa.id] })
  await scanForNamedPapers(house)
  await close()
  page = await app.open('/vendors/corvane/family')
})
afterAll(() => app.close())

const go = (to: string) => page.goto(app.address + to)
const row = (name: RegExp) => page.getByRole('row', { name })

test('a family: what prevails is traced, a person confirms the order, a paper that is only named comes in', async () => {
  const holds = row(/^Incident notice/)
  await holds.getByText('so says Master agreement s.5; nobody has confirmed the order yet').waitFor()
  await page.getByLabel('Place of Master agreement').fill('2')
  await page.getByLabel('Place of Data Processing Addendum').fill('1')
  await page.getByRole('button', { name: 'Confirm this order' }).click()
  await holds
    .getByText(/^Data Processing Addendum s\.1 prevails over .* legal@demo\.example confirmed\.$/)
    .waitFor()
  const named = row(/^Acceptable Use Policy/)
  await named.getByText('missing').waitFor()
  expect(await seriousFindings(page)).toEqual([])

  await named.getByText('Settle it').click()
  await named.getByRole('link', { name: 'Upload it' }).click()
  expect(await page.getByRole('textbox', { name: 'Vendor' }).inputValue()).toBe('Corvane')
  await page.getByLabel('Files to upload').setInputFiles({
    name: 'policy.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(
      '# Acceptable Use Policy\n\n1. The Customer shall not use the Services to break the law.',
    ),
  })
  await page.getByText('1 of 1 read').waitFor({ timeout: 60_000 })
  await go('/vendors/corvane/family')
  await named.getByRole('link', { name: 'Acceptable Use Policy' }).waitFor()
})

test('a new version: terms by value, clauses by their words, the gaps it opens go into negotiation', async () => {
  await go('/agreements/master-agreement/versions')
  await row(/^Liability cap .* 3× 12 months' fees, .* 12 months' fees/).waitFor()
  await page.locator('del', { hasText: 'three' }).waitFor()
  await page.locator('ins', { hasText: 'one' }).waitFor()
  await page.getByText('Moved').first().waitFor()
  await page
    .getByText(/^Opens:/)
    .first()
    .waitFor()
  await page.getByLabel('Due').fill('2027-01-15')
  await page.getByRole('button', { name: 'Negotiate the gaps it opens' }).click()
  await page.getByText(/being negotiated now/).waitFor()
  expect(await seriousFindings(page)).toEqual([])
})

test('their paper beside our template: what it lacks, where terms differ, clauses of one subject together', async () => {
  await go('/agreements/our-services-agreement/versions')
  await page.getByRole('button', { name: 'Mark as our template' }).click()
  await page.getByRole('button', { name: 'No longer our template' }).waitFor()
  await go('/agreements/master-agreement/versions')
  await page.getByLabel('Hold it beside').selectOption('our-services-agreement')
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('heading', { name: 'Master agreement beside another paper' }).waitFor()
  await page.getByText('“Our services agreement” gives it, this paper does not').waitFor()
  await row(/^Incident notice/)
    .getByText(/12 hours/)
    .waitFor()
  await page.locator('del', { hasText: 'five' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
})

const gap = '/gaps/claims-triage/audit'

test('the risk of a gap: one asks, a second person approves, and it comes back when it ends', async () => {
  await go(gap)
  await page.getByText('Accept it for a time, with a second person').click()
  await page.getByLabel('Why we take this risk').fill('The pilot has no customer data.')
  await page.getByLabel('Until (it comes back then)').fill('2099-06-30')
  await page.getByRole('button', { name: 'Ask a second person' }).click()
  await page
    .getByText(/legal@demo\.example asks to accept it until 30 Jun 2099/)
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: 'Approve as the second person' }).count()).toBe(0)
  expect(await seriousFindings(page)).toEqual([])

  const second = await app.openAs('administrator', gap)
  await second.getByRole('button', { name: 'Approve as the second person' }).click()
  await second.getByText('Approved by administrator@demo.example.').waitFor()
  await go(`${gap}?date=2099-07-01`)
  await page.getByText('It was accepted until 30 Jun 2099, and has come back.').first().waitFor()
})

test('the rules: a draft with its effect, published by a second person, and the way back', async () => {
  await go('/playbook/draft?edit=cell.insurance.high')
  await page.getByRole('button', { name: 'Ask nothing of this class' }).click()
  await page.getByText('Publishing opens no gap and closes 1.').waitFor()
  const differs = page.getByRole('heading', { name: 'What differs' }).locator('xpath=ancestor::section')
  await differs.getByText('Insurance, High').waitFor()
  await go('/playbook/draft?edit=cell.audit.low')
  await page.getByLabel('In words for people').waitFor()
  expect(await seriousFindings(page)).toEqual([])

  const second = await app.openAs('administrator', '/playbook/draft')
  await page.reload()
  await page.getByText('somebody else publishes it: administrator@demo.example').waitFor()
  await second.getByLabel('What it changes and why').fill('Our own policy covers it.')
  await second.getByRole('button', { name: 'Publish' }).click()
  await second
    .getByRole('row', { name: /^2 in force .* legal@demo\.example Our own policy covers it/ })
    .waitFor()

  await go('/playbook/versions?from=1&to=2')
  await page.getByRole('heading', { name: 'From version 1 to version 2' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Go back to version 1' }).click()
  await page.getByText('Publishing opens 1 gap on 1 deployment and closes none.').waitFor()
})

test('the asks of an agreement come as a list in Word', async () => {
  await go('/agreements/master-agreement')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Negotiation list' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('master-agreement-negotiation.docx')
  const words = wordsOf(await download.path())
  expect(words).toContain('shall not exceed one time the fees paid')
  expect(words).toContain('Claims triage')
})
