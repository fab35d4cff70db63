import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import pino from 'pino'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { type RunningServer, startServer } from '../../app/server.ts'
import { type House, openHouse } from '../../app/services/house.server.ts'
import type { Role } from '../../app/services/permissions.ts'
import { readersHere } from '../app/readers-here.ts'

export interface App {
  address: string
  /** The one-time address that a first start prints. */
  setUpAddress: string | null
  /** A new page of a browser that takes downloads. */
  open(path: string): Promise<Page>
  /** The same for somebody else, in a browser of their own. */
  openAs(role: Role, path: string): Promise<Page>
  /** @throws Error when a screen failed in the browser, or tried what the Content-Security-Policy forbids */
  close(): Promise<void>
}

const launch = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    // The package's own list is for a cloud function: its --single-process makes pages die on a desktop.
    args: ['--no-sandbox', '--headless=shell', '--font-render-hinting=none'],
  })

export interface AppOptions {
  /** Who looks, by the demo's sign-in; null: a visitor, and the app without its demo. */
  role?: Role | null
  /** Puts into the register what it holds when the app starts; an empty register when left out. */
  prepare?: (house: House) => Promise<void>
}

/** The built app on a free port with a register of its own, and a real Chromium that is signed in. */
export async function openApp({ role = 'administrator', prepare }: AppOptions = {}): Promise<App> {
  const data = mkdtempSync(path.join(tmpdir(), 'carveout-e2e-'))
  if (prepare) {
    const house = await openHouse(
      { dataFolder: data },
      { root: process.cwd(), log: pino({ level: 'silent' }), readers: readersHere() },
    )
    await prepare(house)
    await house.close()
  }
  process.env.CARVEOUT_DATA = data
  process.env.PORT = '0'
  process.env.LOG_LEVEL = 'error'
  process.env.NODE_ENV = 'production'
  process.env.CARVEOUT_DEMO = role ? '1' : '0'
  const server: RunningServer = await startServer({ root: process.cwd() })
  const browser = await launch()
  // Whatever a screen tries that the Content-Security-Policy forbids fails the test that opened it.
  const refused: string[] = []
  const failed: string[] = []
  const signIn = async (as: Role | null): Promise<BrowserContext> => {
    const context = await browser.newContext({
      acceptDownloads: true,
      locale: 'en-GB',
      viewport: { width: 1366, height: 768 },
    })
    context.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text()))
        refused.push(`${message.page()?.url()}: ${message.text()}`)
    })
    context.on('weberror', (web) => failed.push(`${web.page()?.url()}: ${web.error().message}`))
    if (as) await context.request.post(`${server.address}/demo`, { form: { role: as }, maxRedirects: 0 })
    return context
  }
  const openIn = async (context: BrowserContext, to: string) => {
    const page = await context.newPage()
    await page.goto(server.address + to)
    return page
  }
  const context = await signIn(role)
  return {
    address: server.address,
    setUpAddress: server.setUpAddress,
    open: (to) => openIn(context, to),
    async openAs(other, to) {
      const page = await openIn(await signIn(other), to)
      // Their first press comes at once: the screen must have come alive.
      await page.waitForLoadState('networkidle')
      return page
    },
    async close() {
      await browser.close()
      await server.close()
      rmSync(data, { recursive: true, force: true })
      if (refused.length > 0)
        throw new Error(`The browser refused what its screen tried:\n${refused.join('\n')}`)
      if (failed.length > 0) throw new Error(`Screens failed in the browser:\n${failed.join('\n')}`)
    },
  }
}
