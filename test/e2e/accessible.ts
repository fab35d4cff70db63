import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: { run(context: Document, options: { resultTypes: ['violations'] }): Promise<AxeResults> }
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds serious or critical on the page as it stands, in light and in dark, a line each:
 * "dark: color-contrast (serious): .term > small". [] is what a test wants.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset.mantineColorScheme === wanted,
      scheme,
    )
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
    const { violations } = await page.evaluate(() =>
      window.axe.run(document, { resultTypes: ['violations'] }),
    )
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        for (const node of nodes) found.push(`${scheme}: ${id} (${impact}): ${node.target.join(' ')}`)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
  return [...new Set(found)]
}
