import assert from 'node:assert/strict'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumPath } from './chromium.ts'

export { assertAccessible } from './axe.ts'

const QUIET = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-sync', ...QUIET]

/** The system's Chromium, to be closed by whoever opens it. */
export function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  assert.ok(executablePath, 'There is no Chromium: install it (Debian: apt install chromium) or set PARLEY_CHROMIUM')
  return chromium.launch({ executablePath, args: ARGS })
}

export interface Reader {
  /** The only address that its pages may ask. */
  origin: string
  script?: boolean
  colours?: 'light' | 'dark'
  width?: number
  height?: number
  locale?: string
  /** Complaints that this walk provokes, such as the console's line about an answer of 404. */
  expected?: RegExp[]
  more?: BrowserContextOptions
}

export interface Seat {
  page: Page
  /** Another page of the same reader (cookies shared), watched as the first. */
  open(): Promise<Page>
  /** Console errors, errors of scripts and requests to others so far, but those expected. */
  complaints(): string[]
  /** Ends the reader's session; fails when there was a complaint. */
  close(): Promise<void>
}

/** Seats a reader in front of an empty page, with cookies of their own. */
export async function seat(browser: Browser, reader: Reader): Promise<Seat> {
  const { origin, script = true, colours = 'light', width = 1280, height = 900, locale = 'en', more } = reader
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: script,
    colorScheme: colours,
    viewport: { width, height },
    locale,
    ...more,
  })
  const heard: string[] = []
  context.on('page', (page) => listen(page, origin, heard))
  const complaints = () => heard.filter((line) => !reader.expected?.some((pattern) => pattern.test(line)))
  return {
    page: await context.newPage(),
    open: () => context.newPage(),
    complaints,
    async close() {
      await context.close()
      assert.deepEqual(complaints(), [])
    },
  }
}

function listen(page: Page, origin: string, heard: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console on ${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => heard.push(`script on ${page.url()}: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    const local = url.protocol === 'data:' || url.protocol === 'blob:' || url.protocol === 'about:'
    if (!local && url.origin !== origin) heard.push(`third party from ${page.url()}: ${request.url()}`)
  })
}
