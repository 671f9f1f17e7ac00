import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Role } from '../../../src/domain/people/index.ts'
import { openSite, type Site, type Visitor, visitor } from '../site.ts'
import { openBrowser } from './browser.ts'
import { inChromium } from './chromium.ts'

/** A browser, a site, and people with accounts there, by what a test calls them. */
export type Stage<People extends string> = AsyncDisposable & { browser: Browser; site: Site } & Record<People, Visitor>

/** Opens a browser and a site for these people; each is told by their name, and where they are no reader by their role. */
export async function openStage<People extends string>(
  people: Record<People, [name: string, role?: Role]>,
  more: Parameters<typeof openSite>[1] = {},
): Promise<Stage<People>> {
  const [browser, site] = [await openBrowser(), await openSite(undefined, more)]
  const visitors: Partial<Record<string, Visitor>> = {}
  for (const [called, [name, role]] of Object.entries<[string, Role?]>(people))
    visitors[called] = await visitor(site, name, role)
  return {
    ...(visitors as Record<People, Visitor>),
    browser,
    site,
    async [Symbol.asyncDispose]() {
      await browser.close()
      await site[Symbol.asyncDispose]()
    },
  }
}

/** Opens something before the tests of a file and closes it after them; where there is no browser, nothing. */
export function whileTesting<T extends AsyncDisposable>(open: () => Promise<T>): T {
  const opened = {} as T
  before(async () => {
    if (!inChromium.skip) Object.assign(opened, await open())
  })
  after(() => opened[Symbol.asyncDispose]?.())
  return opened
}
