import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from './accessible.ts'
import { type App, openApp } from './browser.ts'

let app: App
/** Of the person from Legal, in the agreement. */
let page: Page
let agreement: string
beforeAll(async () => {
  app = await openApp({ role: 'legal' })
  page = await app.open('/upload')
  await page.getByLabel('Files to upload').setInputFiles('samples/files/corvane-msa.pdf')
  await page.getByText('1 of 1 read').waitFor({ timeout: 120_000 })
  await page.getByRole('link', { name: 'Master Services Agreement' }).click()
  await page.getByRole('heading', { level: 2, name: 'Gaps' }).waitFor()
  agreement = new URL(page.url()).pathname
})
afterAll(() => app.close())

/** Opens an address of the agreement, and waits until the browser draws its pages: from then on keys are heard. */
async function open(to: string) {
  await page.goto(app.address + agreement + to)
  await page.locator('canvas[data-drawn]').first().waitFor({ state: 'attached' })
}
const press = (key: string) => page.keyboard.press(key)
const inHand = (of = page) => of.getByRole('complementary', { name: 'The term in hand' })
const inList = (name: RegExp, of = page) =>
  of.getByRole('navigation', { name: 'Terms' }).getByRole('link', { name })

test('an agreement is reviewed by keyboard alone', async () => {
  // The help, the first term, a confirmation that goes on to the next that waits.
  await press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await press('Escape')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
  await press('j')
  await page.waitForURL(/\/terms\/liability-cap$/)
  await inHand().getByRole('heading', { name: 'Liability cap' }).waitFor()
  await press('c')
  await inList(/^Liability cap/)
    .getByText('✓ confirmed')
    .waitFor()
  expect(page.url()).not.toMatch(/liability-cap$/)

  // Back to it: corrected by the fields of its type.
  await open('/terms/liability-cap')
  await inHand().getByRole('button', { name: 'Undo' }).waitFor()
  await press('e')
  await inHand().getByLabel('Per').selectOption('claim')
  await inHand().getByLabel('Multiple').first().press('Enter')
  await inHand()
    .getByText(/Corrected by legal/)
    .waitFor()
  await press('u')
  await inHand().getByText('Confirmed by legal@demo.example.').waitFor()

  // Search in the paper.
  await press('/')
  await page.keyboard.type('liability')
  await page
    .getByRole('status')
    .filter({ hasText: /^1 of \d+/ })
    .waitFor()
  await page.keyboard.press('Escape')
  expect(await seriousFindings(page)).toEqual([])

  // To a clause by its heading.
  await press('g')
  await page.waitForFunction(() => document.activeElement?.closest('details[open]'))
  await press('Enter')
})

test('words that are selected on the page become a term that the reading had missed', async () => {
  // The page of the clause above it: pages far away have no words yet.
  await open('/terms/liability-cap')
  const words = page.locator('[data-start]', { hasText: 'No claim may be brought' }).first()
  await words.scrollIntoViewIfNeeded()
  await words.evaluate((run) => {
    const text = run.firstChild
    if (text) document.getSelection()?.setBaseAndExtent(text, 0, text, text.textContent?.length ?? 0)
    // At once: the browser tells of a selection a frame later.
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA' }))
  })
  await inHand().getByRole('heading', { name: 'Add a missed term' }).waitFor()
  await inHand()
    .getByText(/^No claim may be brought/)
    .waitFor()
  await inHand().getByLabel('What kind of term it is').selectOption('limitation_period')
  await inHand().getByLabel('Period').fill('2 years')
  await inHand().getByLabel('Party').selectOption('mutual')
  await inHand().getByRole('button', { name: 'Add the term' }).click()
  await inHand().getByText('Added by legal@demo.example.').waitFor()
  const added = inList(/^Time limit for claims 2 years/)
  await added.getByText('✓ added').waitFor()
  await press('u')
  await added.getByText('✓ rejected').waitFor()
})

test('all that was not found is settled with one key, and taken back with another', async () => {
  await open('/absent')
  await inHand()
    .getByText(/^The engine looked for these \d+/)
    .waitFor()
  await press('n')
  await inHand().getByText('A person has looked for everything').waitFor()
  await inList(/^All of these: ✓ not there/).waitFor()
  await press('u')
  await inList(/^All of these: \d+ to look at/).waitFor()
  expect(await seriousFindings(page)).toEqual([])
})

test('two people in one agreement: each sees what the other decides, and nothing is lost where both do', async () => {
  await open('/terms/governing-law')
  await inHand().getByRole('heading', { name: 'Governing law' }).waitFor()
  const other = await app.openAs('administrator', `${agreement}/terms/governing-law`)
  await inHand(other).getByRole('button', { name: 'Confirm' }).click()
  await inList(/^Governing law/)
    .getByText('✓ confirmed')
    .waitFor()

  // Now the first one's screen hears nothing of the other's, as between two of its questions.
  await page.route('**/decisions*', (route) => route.abort())
  await other.goto(`${app.address}${agreement}/terms/renewal`)
  await open('/terms/renewal')
  await inHand().getByRole('button', { name: 'Confirm' }).waitFor()
  await inHand(other).getByRole('button', { name: 'Not there' }).click()
  await inList(/^Renewal/, other)
    .getByText('✓ rejected')
    .waitFor()
  await press('c')
  const notice = inHand().getByRole('alert')
  await notice.getByText('Renewal: somebody decided first').waitFor()
  await notice.getByText('administrator@demo.example rejected it: Not there').waitFor()
  await notice.getByRole('button', { name: 'Decide mine on top' }).click()
  await inList(/^Renewal/)
    .getByText('✓ confirmed')
    .waitFor()
  await open('/terms/renewal')
  expect(await inHand().getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining('legal@demo.example confirmed it'),
    expect.stringContaining('administrator@demo.example rejected it'),
  ])
})

test('the queue decides in place; how review goes is told in numbers', async () => {
  await page.goto(`${app.address}/review`)
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor()
  await page.waitForLoadState('networkidle')
  const waiting = () => page.getByRole('list', { name: 'What waits' }).getByRole('link').count()
  const before = await waiting()
  await press('c')
  await expect.poll(waiting, { timeout: 20_000 }).toBe(before - 1)
  expect(await seriousFindings(page)).toEqual([])
  await page.goto(`${app.address}/review/measures`)
  await page.getByText(/Of \d+ readings of the engine/).waitFor()
})
