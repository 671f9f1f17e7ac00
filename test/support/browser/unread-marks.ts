import type { Page } from 'playwright-core'
import type { Comment } from '../../../src/domain/discussion/index.ts'
import { entry } from './discussed.ts'

/** The comments on a page that carry the mark of what is new, by the ids of their entries. */
export function unreadOn(page: Page): Promise<string[]> {
  return page.locator('.comment.unread').evaluateAll((all) => all.map((one) => one.parentElement!.id))
}

export function idsOf(comments: readonly { id: number }[]): string[] {
  return comments.map(({ id }) => `c-${id}`)
}

/** The button that counts what is unread and leads to it. */
export function countOn(page: Page) {
  return page.getByRole('button', { name: /unread comment/ })
}

/** Brings a comment into view or out of it, and waits until the browser has told the page so. */
export async function look(page: Page, comment: Comment, isInView: boolean): Promise<void> {
  const own = `${entry(comment)} > .comment`
  if (isInView) await page.locator(own).scrollIntoViewIfNeeded()
  else await page.evaluate(() => scrollTo(0, 0))
  await page.evaluate(
    ([which, awaited]) =>
      new Promise<void>((told) => {
        const eyes = new IntersectionObserver((changes) => {
          if (changes.at(-1)!.isIntersecting !== awaited) return
          eyes.disconnect()
          told()
        })
        eyes.observe(document.querySelector(which)!)
      }),
    [own, isInView] as const,
  )
}

/** From now on time goes by in a window only as the test lets it, however slow the machine is. */
export async function holdTime(page: Page): Promise<void> {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 1_000)
}

/** Looks at a comment for as long as it takes to have seen it, in a window whose time is held. */
export async function see(page: Page, comment: Comment): Promise<void> {
  await look(page, comment, true)
  await page.clock.runFor(20_000)
  await page.waitForSelector(`${entry(comment)} > .comment:not(.unread)`)
}

/** Puts a window out of sight, or back. */
export function hide(page: Page, isHidden: boolean) {
  return page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)
}
