import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from './browser.ts'
import { wordsOf } from './words-of.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

const sample = (file: string) => `samples/files/${file}`

async function upload(page: Page, ...files: string[]) {
  await page.goto(`${app.address}/upload`)
  await page.getByLabel('Files to upload').setInputFiles(files.map(sample))
  await page.getByText(`${files.length} of ${files.length} read`).waitFor({ timeout: 60_000 })
}

test('from a vendor’s PDF to highlighted terms, gaps and a responsibility matrix in Word', async () => {
  const page = await app.open('/')
  await page.getByRole('heading', { name: 'Welcome to Carveout' }).waitFor()

  await upload(page, 'corvane-msa.pdf')
  await page.getByRole('link', { name: 'Master Services Agreement' }).click()
  await page.getByRole('heading', { level: 1, name: 'Master Services Agreement' }).waitFor()
  expect(await page.getByRole('link', { name: 'Corvane Systems Limited' }).count()).toBeGreaterThan(0)

  // The term in the list, its words on the page, the page drawn by the browser.
  await page
    .getByRole('navigation', { name: 'Terms' })
    .getByRole('link', { name: /^Liability cap/ })
    .click()
  await page.waitForURL(/\/terms\/liability-cap$/)
  const mark = page.locator('figure [data-current]').first()
  await mark.waitFor()
  await page.locator('canvas[data-drawn]').first().waitFor({ state: 'attached' })
  expect(
    await page.getByRole('complementary').getByText('each party’s total aggregate liability').count(),
  ).toBe(1)

  // A person confirms it, and can take that back.
  await page.getByRole('button', { name: 'Confirm' }).click()
  const inList = page.getByRole('navigation', { name: 'Terms' }).getByRole('link', { name: /^Liability cap/ })
  await inList.getByText('✓ confirmed').waitFor()
  await inList.click()
  await page.getByText('Confirmed by administrator@demo.example').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Nobody has confirmed it yet').waitFor()

  // A deployment that rests on it, classed by its answers.
  await page.goto(`${app.address}/deployments/new`)
  await page.getByLabel('Name').fill('Account closure helper')
  await page.getByRole('textbox', { name: 'What it does' }).fill('Closes accounts at the customer’s request.')
  await page.getByLabel('It moves money without a fixed limit').check()
  await page.getByRole('status').getByText('High').waitFor()
  await page.getByLabel(/Master Services Agreement/).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Account closure helper' }).waitFor()

  // A gap with what is required, what was found, the clause and the words to ask for.
  const gaps = page.locator('#gaps')
  await gaps.getByText('General cap on the vendor’s liability').click()
  await gaps.getByText('At least the greater of 3× twelve months’ fees and USD 5,000,000').waitFor()
  expect(await gaps.getByRole('link', { name: /clause 8\.2, page 2/ }).count()).toBeGreaterThan(0)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Matrix (Word)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('account-closure-helper-responsibilities.docx')
  const words = wordsOf(await download.path())
  expect(words).toContain('Account closure helper')
  expect(words).toContain('Risk class')
  expect(words).toContain('Incident notification')
  expect(words).toContain('The Supplier shall defend and indemnify the Customer against third-party claims')
})

test('a file that is no agreement fails with a sentence, and is kept to be tried again', async () => {
  const page = await app.open('/upload')
  await page.getByLabel('Files to upload').setInputFiles({
    name: 'broken.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\nnothing more'),
  })
  await page.getByRole('alert').getByText('The original is kept.').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('alert').getByText('The original is kept.').waitFor({ timeout: 60_000 })
})

test('the samples come in by one button and fill every screen', async () => {
  const page = await app.open('/')
  await page.request.post(`${app.address}/samples`, { timeout: 150_000 })
  for (const [address, heading] of [
    ['/', 'What must I do this week?'],
    ['/agreements', 'Agreements'],
    ['/vendors', 'Vendors'],
    ['/deployments', 'Deployments'],
    ['/gaps', 'Gaps'],
    ['/deadlines', 'Deadlines'],
    ['/playbook', 'Playbook'],
    ['/deployments/claims-triage-copilot', 'Claims triage copilot'],
    ['/deployments/claims-triage-copilot/responsibilities', 'Who carries what'],
    ['/agreements/lumenfold-ai-addendum', 'Lumenfold AI addendum'],
    ['/vendors/corvane-systems', 'Corvane Systems'],
  ] as const) {
    await page.goto(app.address + address)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }
  await page.goto(`${app.address}/agreements`)
  const rows = page.getByRole('row').filter({ hasText: /Corvane|Lumenfold|Quillmark|Tessaline/ })
  const readings = await rows.locator('td:last-child').allInnerTexts()
  expect(readings.length).toBeGreaterThanOrEqual(9)
  for (const words of readings) expect(words).toMatch(/^\d+ terms/)
}, 180_000)
