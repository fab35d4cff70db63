import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from './accessible.ts'
import { type App, openApp } from './browser.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

test('a token is made, seen once, works, reads the documentation’s words and is revoked', async () => {
  const page = await app.open('/account/tokens')
  await page.getByLabel('What it is for').fill('CI of the refund assistant')
  await page.getByRole('button', { name: 'Make' }).click()
  await page.getByText('Copy it now').waitFor()
  const secret = await page.getByRole('status').locator('code').textContent()
  expect(await seriousFindings(page)).toEqual([])

  const ask = () => fetch(`${app.address}/api/v1/vendors`, { headers: { Authorization: `Bearer ${secret}` } })
  expect(await (await ask()).json()).toEqual({ items: [], next: null })

  await page.reload()
  expect(await page.getByText(secret ?? '').count()).toBe(0)

  const docs = await app.open('/api/docs')
  const complaints: string[] = []
  docs.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await docs.reload()
  await docs.getByText('May it launch or go on? Every reason against it').first().waitFor()
  expect(complaints).toEqual([])

  await page.getByRole('button', { name: 'Revoke CI of the refund assistant' }).click()
  await page.getByText(/^Revoked /).waitFor()
  const refused = await ask()
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ code: 'no_token' })
})
