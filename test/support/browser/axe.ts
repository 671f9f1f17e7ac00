import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
/** With the rule of WCAG 2.2, 2.5.8, which axe leaves off unless it is asked for: what is pressed has 24 px, or as much room. */
const RUN = { preload: false, rules: { 'target-size': { enabled: true } } }
/** What depends on the colours alone. */
const COLOURS = { preload: false, runOnly: ['color-contrast', 'link-in-text-block'] }
/** Where a reader has switched scripts off, timers never fire, for axe neither; its own are all of zero length. */
const AT_ONCE = 'globalThis.setTimeout = (work, _ms, ...args) => void queueMicrotask(() => work(...args))'

/** Which of its rules axe is asked for: all, or those alone that colours can break. */
const ASKED = { everything: RUN, colours: COLOURS }
type Asked = keyof typeof ASKED

/**
 * Fails on anything that axe finds. It runs in a world of its own beside the page's scripts, which the page's
 * Content-Security-Policy and Trusted Types neither see nor stop; so nothing is switched off for it.
 */
export async function assertAccessible(page: Page, asked: Asked = 'everything'): Promise<void> {
  const { violations } = await axeResults(page, asked)
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))
  assert.deepEqual(found, [], `axe on ${page.url()}`)
}

/** All that axe has to say about the page as it stands. */
export async function axeResults(page: Page, asked: Asked = 'everything'): Promise<AxeResults> {
  const session = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await session.send('Page.getFrameTree')
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' })
    const evaluate = (expression: string) =>
      session.send('Runtime.evaluate', {
        expression,
        contextId: world.executionContextId,
        awaitPromise: true,
        returnByValue: true,
      })
    await evaluate(`${AT_ONCE};${SOURCE};0`)
    const { result, exceptionDetails } = await evaluate(`axe.run(document, ${JSON.stringify(ASKED[asked])})`)
    if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
    return result.value
  } finally {
    await session.detach()
  }
}
