import type { Browser } from 'playwright-core'
import type { Comment } from '../../../src/domain/discussion/index.ts'
import { openSite, publish, type Site, say, type Visitor, visitor } from '../site.ts'
import { openBrowser } from './browser.ts'
import { openWindow } from './windows.ts'

/** A browser and a site on which two people talk about one article after the other. */
export interface Discussed extends AsyncDisposable {
  browser: Browser
  site: Site
  tern: Visitor
  warden: Visitor
  /** Publishes an article and posts under it; a comment's place is told by the position of its parent in the list. */
  article(...under: (number | null)[]): Promise<Article>
}

export interface Article {
  id: Awaited<ReturnType<typeof publish>>
  path: string
  comments: Comment[]
}

export async function openDiscussed(): Promise<Discussed> {
  const [browser, site] = [await openBrowser(), await openSite()]
  const tern = await visitor(site, 'Tern')
  const warden = await visitor(site, 'Warden', 'moderator')
  let articles = 0
  return {
    browser,
    site,
    tern,
    warden,
    async article(...under) {
      const slug = `night-trains-${++articles}`
      const id = await publish(site, { slug, title: 'Night trains', words: 'Nobody has published the figures.' })
      const comments: Comment[] = []
      for (const [index, parent] of under.entries()) {
        const by = index % 2 === 0 ? tern : warden
        comments.push(await say(site, by.person, id, `Comment ${index}.`, parent === null ? 0 : comments[parent]!.id))
      }
      return { id, path: `/en/${slug}`, comments }
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      await site[Symbol.asyncDispose]()
    },
  }
}

/** Opens an article in a window of its own and waits until its stream is open. */
export async function openArticle({ browser, site }: Discussed, path: string, who?: Visitor, more = {}) {
  const window = await openWindow(browser, site, who, more)
  await goTo(window.page, path)
  return window
}

export async function goTo(page: Awaited<ReturnType<typeof openWindow>>['page'], path: string) {
  const stream = page.waitForResponse((answer) => answer.url().includes('/live?'))
  await page.goto(path)
  await stream
}

export const entry = ({ id }: Comment) => `#c-${id}`
