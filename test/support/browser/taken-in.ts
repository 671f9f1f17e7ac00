import type { Page } from 'playwright-core'

/** Settles when a page has made of earlier answers whatever it makes of them: it asks for these addresses itself, one after the other, and draws twice. */
export async function takenIn(page: Page, ...addresses: string[]): Promise<void> {
  await page.evaluate(async (asked) => {
    for (const address of asked) await (await fetch(address)).text()
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  }, addresses)
}
