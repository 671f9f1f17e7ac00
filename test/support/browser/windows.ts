import type { Browser } from 'playwright-core'
import type { Site, Visitor } from '../site.ts'
import { type Reader, seat } from './browser.ts'

/** @NOTE The browser itself complains of a cut connection and of an answer that is an error; neither is the page's fault. */
const NO_FAULT = [/net::ERR_|Failed to load resource/]

/** Opens a window of somebody's browser on a site. When it is disposed it is closed, and nothing may have gone wrong in it. */
export async function openWindow(browser: Browser, site: Pick<Site, 'url'>, who?: Visitor, more: Partial<Reader> = {}) {
  const { page, close } = await seat(browser, { origin: site.url, expected: NO_FAULT, ...more })
  page.setDefaultTimeout(15_000)
  if (who) await page.context().addCookies([{ ...cookieOf(who), url: site.url }])
  return { page, [Symbol.asyncDispose]: close }
}

/** The cookie that keeps somebody signed in. */
export function cookieOf({ cookies }: Visitor): { name: string; value: string } {
  const at = cookies.indexOf('=')
  return { name: cookies.slice(0, at), value: cookies.slice(at + 1) }
}
