import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from './accessible.ts'
import { type App, openApp } from './browser.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(() => app.close())

test.each(['/', '/agreements', '/deployments'])(
  '%s has no serious finding in light or dark',
  async (address) => {
    const page = await app.open(address)
    expect(await seriousFindings(page)).toEqual([])
    await page.close()
  },
)
