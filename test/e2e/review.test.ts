import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from './accessible.ts'
import { type App, openApp } from './browser.ts'

let app: App
beforeAll(async () => {
  app = await openApp({ role: 'legal' })
})
afterAll(() => app.close())

test('an agreement is reviewed by keyboard alone', async () => {
  const page = await app.open('/upload')
  await page.getByLabel('Files to upload').setInputFiles('samples/files/corvane-msa.pdf')
  await page.getByText('1 of 1 read').waitFor({ timeout: 120_000 })
  await page.getByRole('link', { name: 'Master Services Agreement' }).click()
  await page.getByRole('heading', { level: 2, name: 'Gaps' }).waitFor()
  const inHand = page.getByRole('complementary', { name: 'The term in hand' })
  const list = page.getByRole('navigation', { name: 'Terms' })
  const press = (key: string) => page.keyboard.press(key)

  // The help, the first term, a confirmation that goes on to the next that waits.
  await press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await press('Escape')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
  await press('j')
  await page.waitForURL(/\/terms\/liability-cap$/)
  await inHand.getByRole('heading', { name: 'Liability cap' }).waitFor()
  await press('c')
  await list
    .getByRole('link', { name: /^Liability cap/ })
    .getByText('✓ confirmed')
    .waitFor()
  expect(page.url()).not.toMatch(/liability-cap$/)

  // Back to it: corrected by the fields of its type.
  await page.goto(`${page.url().replace(/\/terms\/.*/, '')}/terms/liability-cap`)
  await inHand.getByRole('button', { name: 'Undo' }).waitFor()
  await press('e')
  await inHand.getByLabel('Per').selectOption('claim')
  await inHand.getByLabel('Multiple').first().press('Enter')
  await inHand.getByText(/Corrected by legal/).waitFor()
  await press('u')
  await inHand.getByText('Confirmed by legal@demo.example.').waitFor()

  // Search in the paper.
  await press('/')
  await page.keyboard.type('liability')
  await page
    .getByRole('status')
    .filter({ hasText: /^1 of \d+/ })
    .waitFor()
  expect(await seriousFindings(page)).toEqual([])

  await page.goto(`${app.address}/review`)
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor()
  const before = await page.getByRole('list', { name: 'What waits' }).getByRole('link').count()
  await press('c')
  await expect
    .poll(() => page.getByRole('list', { name: 'What waits' }).getByRole('link').count(), { timeout: 20_000 })
    .toBe(before - 1)
  expect(await seriousFindings(page)).toEqual([])
  await page.goto(`${app.address}/review/measures`)
  await page.getByText(/Of \d+ readings of the engine/).waitFor()
})
