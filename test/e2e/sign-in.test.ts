import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../app/totp.ts'
import { seriousFindings } from './accessible.ts'
import { type App, openApp } from './browser.ts'

let app: App
beforeAll(async () => {
  app = await openApp({ role: null })
})
afterAll(() => app.close())

const maria = { email: 'maria@halden.example', password: 'violet lamp staple horse' }
const jonas = { email: 'jonas@halden.example', password: 'copper windmill quiet river' }

/** Top right. After a form that reloads the page the menu works once its script is there. */
async function chooseInMenu(page: Page, name: string, item: string) {
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function signOut(page: Page, name: string) {
  await chooseInMenu(page, name, 'Sign out')
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
}

async function signIn(page: Page, { email, password }: typeof maria) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('from the first start to an invited colleague with a second factor, who is refused what is not for their role', async () => {
  // The address that the console printed makes the administrator.
  const page = await app.open(new URL(app.setUpAddress ?? '').pathname)
  await page.getByLabel('Your e-mail').fill(maria.email)
  await page.getByLabel('Your name').fill('Maria Strand')
  await page.getByRole('textbox', { name: 'Password' }).fill(maria.password)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('heading', { name: 'Welcome to Carveout' }).waitFor()

  // How long ended agreements are kept.
  await page.goto(`${app.address}/settings/retention`)
  await page.getByLabel('may be deleted after a time').check()
  await page.getByLabel('Months').fill('120')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').filter({ hasText: /./ }).waitFor()
  await page.reload()
  expect(await page.getByLabel('Months').inputValue()).toBe('120')
  expect(await page.getByLabel('may be deleted after a time').isChecked()).toBe(true)

  // Somebody is invited, with an address that is shown once as there is no mail server.
  await page.goto(`${app.address}/settings/people`)
  await page.getByLabel('E-mail').fill(jonas.email)
  await page.getByLabel('Role').selectOption('auditor')
  await page.getByRole('button', { name: 'Invite' }).click()
  const invitation = (await page.getByRole('status').locator('pre').textContent()) ?? ''
  await signOut(page, 'Maria Strand')

  await page.goto(invitation)
  await page.getByRole('heading', { level: 1, name: 'Welcome to Carveout' }).waitFor()
  await page.getByLabel('Your name').fill('Jonas Berg')
  await page.getByRole('textbox', { name: 'Password' }).fill(jonas.password)
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await signIn(page, jonas)

  // A second factor of their own.
  await page.getByRole('button', { name: 'Jonas Berg' }).waitFor()
  await chooseInMenu(page, 'Jonas Berg', 'Your account')
  await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Set it up' }).click()
  await page.getByRole('textbox', { name: 'Your password' }).fill(jonas.password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByAltText('QR code').waitFor()
  const key = (await page.locator('code').textContent()) ?? ''
  expect(await seriousFindings(page)).toEqual([])
  await page.getByLabel('The six digits').fill(codeOf(key))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByRole('status').getByText('Keep these backup codes').waitFor()
  expect(await page.getByRole('status').getByRole('listitem').count()).toBe(10)

  // From then on the password is not enough.
  await signOut(page, 'Jonas Berg')
  await signIn(page, jonas)
  await page.getByRole('heading', { level: 1, name: 'Second factor' }).waitFor()
  await page.goto(`${app.address}/gaps`)
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await signIn(page, jonas)
  await page.getByLabel('Code').fill(codeOf(key))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Gaps' }).waitFor()

  // An auditor reads, and manages nobody.
  expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0)
  await page.goto(`${app.address}/settings/people`)
  await page.getByText('Your role may not manage people and settings.').waitFor()
}, 240_000)
