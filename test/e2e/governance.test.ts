import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../app/services/permissions.ts'
import { type App, openApp } from './browser.ts'

let app: App
let page: Page
beforeAll(async () => {
  app = await openApp({ role: 'security' })
  page = await app.open('/deployments/new')
  await page.getByLabel('Name').fill('Opening hours bot')
  await page.getByRole('textbox', { name: 'What it does' }).fill('Says when we are open.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Opening hours bot' }).waitFor()
})
afterAll(() => app.close())

const base = '/deployments/opening-hours-bot'
const go = (to: string) => page.goto(app.address + to)
const become = (role: Role) => page.request.post(`${app.address}/demo`, { form: { role }, maxRedirects: 0 })

test('a class is approved, a launch is signed, and the signature lapses when the prompt changes', async () => {
  await become('it')
  await go(`${base}/launch`)
  await page.getByText('The class is not approved. IT: not signed.').first().waitFor()

  await go(`${base}/controls`)
  await page.getByRole('button', { name: 'Sign' }).click()
  await page.getByText('class approved').waitFor()

  await go(`${base}/launch`)
  expect(await page.getByText('The class is not approved').count()).toBe(0)
  await page
    .getByRole('textbox', { name: 'What was found: Rollback was rehearsed' })
    .fill('Twice, four minutes')
  await page.getByRole('button', { name: 'Tick: Rollback was rehearsed' }).click()
  await page.getByRole('button', { name: 'Open again: Rollback was rehearsed' }).waitFor()
  await page.getByRole('button', { name: 'Sign' }).click()
  await page.locator('#signatures').getByText('Signed').waitFor()

  await go(`${base}/logs`)
  await page.getByLabel('A sample of the real log').setInputFiles({
    name: 'monday.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from('{"customer_id":"jo@example.com"}'),
  })
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByText('customer_id holds personal data: e-mail address.').waitFor()
  await go(`${base}/controls/interaction_log`)
  await page.getByText('Test failed: Log check of monday.jsonl').waitFor()

  await go(`${base}/versions`)
  await page.getByRole('textbox', { name: 'Name' }).fill('answer')
  await page.getByRole('textbox', { name: 'Version' }).fill('2')
  await page.getByRole('textbox', { name: 'Content' }).fill('Be brief.')
  await page.getByRole('button', { name: 'Register and use' }).click()
  await page.getByText('registered by').waitFor()
  await go(`${base}/launch`)
  await page.locator('#signatures').getByText('Changed since: versions').waitFor()
})

test('one click stops it; it goes on only with the sign-off that its class asks for', async () => {
  await become('procurement')
  await go(base)
  await page.getByRole('link', { name: 'Stop the line' }).first().click()
  await page.getByLabel('Why').fill('It says we are open on Christmas Day')
  await page.getByRole('button', { name: 'Stop it now' }).click()
  await page.getByRole('heading', { level: 1, name: 'Stopped' }).waitFor()
  const [frozen] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Frozen evidence' }).click(),
  ])
  expect(frozen.suggestedFilename()).toMatch(/^opening-hours-bot-stop-[0-9a-f]{8}\.json$/)
  await go(`${base}/launch`)
  await page.getByText('It says we are open on Christmas Day').first().waitFor()

  await become('it')
  await go(`${base}/stop`)
  expect(await page.getByRole('button', { name: 'Take it up again' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Sign' }).click()
  await page.getByText('Signed').first().waitFor()
  await page.getByLabel('What was put right').fill('The holidays are in the index')
  await page.getByRole('button', { name: 'Take it up again' }).click()
  await page.getByRole('heading', { level: 1, name: 'Stop the line' }).waitFor()
})

test('an incident starts its clocks, one is stopped, and a claim notice comes out in Word', async () => {
  await become('security')
  await go('/incidents/new?deployment=opening-hours-bot')
  await page.getByLabel('What happened, in a few words').fill('It showed a customer’s address')
  await page.getByLabel('Kind').selectOption('privacy_event')
  await page.getByLabel('GDPR: to the supervisory authority').check()
  await page.getByRole('button', { name: 'Report' }).click()
  await page.getByRole('heading', { level: 1, name: 'It showed a customer’s address' }).waitFor()
  await page.getByText('1 clock is still running.').waitFor()
  await page.getByRole('textbox', { name: 'How it was done: GDPR' }).fill('By the portal, ref. 77')
  await page.getByRole('button', { name: 'It is done' }).click()
  await page.getByText('Told: By the portal, ref. 77').waitFor()
  const [notice] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Claim notice (Word)' }).click(),
  ])
  expect(notice.suggestedFilename()).toMatch(/^claim-notice-\d{4}-1\.docx$/)
})

test('what a failure costs: a number is changed and the page is reckoned again', async () => {
  await go(`${base}/costs`)
  await page.getByText('These are the numbers the product starts with').waitFor()
  await page.getByLabel('Loss of one, high').first().fill('10')
  await page.getByRole('button', { name: 'Save and reckon again' }).click()
  await page.getByRole('alert').getByText('Low may not be over likely, nor likely over high.').waitFor()
  await page.getByLabel('Loss of one, high').first().fill('900000')
  await page.getByRole('button', { name: 'Save and reckon again' }).click()
  await page.getByText('These are the numbers the product starts with').waitFor({ state: 'detached' })
  await page.getByText('In an average year failures cost').waitFor()
})

test('an exercise leaves a role that nobody has with an owner and a date; a CSV of measures is charted', async () => {
  await become('compliance')
  await go('/exercises')
  await page.getByLabel('Present').fill('Iris, Ivo')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('heading', { level: 1, name: 'A hallucinated refund promise' }).waitFor()
  for (const who of await page.getByLabel('Who', { exact: true }).all()) await who.fill('Ivo')
  const stops = page.getByRole('group', { name: 'Who can stop the deployment, also at night?' })
  await stops.getByLabel('Who', { exact: true }).fill('')
  await page.getByRole('button', { name: 'End the exercise' }).click()
  await page.getByRole('alert').getByText('Give each open question an owner and a date').waitFor()
  await stops.getByLabel('If nobody: who sees to it').fill('M. Strand')
  await stops.getByLabel('Until').fill('2027-01-15')
  await page.getByRole('button', { name: 'End the exercise' }).click()
  await page.getByText('ended').waitFor()
  await go('/deadlines')
  await page.getByText('A role that nobody has').first().waitFor()

  await go('/measures?deployment=opening-hours-bot')
  const rows = [3, 4, 30].map((count, i) => `overrides,2026-11-0${i + 1},2026-11-0${i + 1},all,,${count},100`)
  await page.getByLabel('File').setInputFiles({
    name: 'overrides.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['measure,startsOn,endsOn,dimension,value,count,total', ...rows].join('\n')),
  })
  await page.getByRole('button', { name: 'Load' }).click()
  await page.getByText('Newest period, 30 %: above the upper limit, over 20 %').waitFor()
})
