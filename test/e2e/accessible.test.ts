import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from './accessible.ts'
import { type App, openApp } from './browser.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

test.each([
  '/',
  '/agreements',
  '/deployments',
  '/vendors',
  '/review',
  '/gaps',
  '/deadlines',
  '/search?q=cap',
  '/import',
  '/settings/documents',
  '/nowhere',
])('%s has no serious finding in light or dark', async (address) => {
  const page = await app.open(address)
  expect(await seriousFindings(page)).toEqual([])
  await page.close()
})

test('an address that does not exist says so, inside the frame', async () => {
  const page = await app.open('/nowhere')
  await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor()
  expect(await page.getByRole('link', { name: 'Vendors' }).count()).toBeGreaterThan(0)
  await page.close()
})
