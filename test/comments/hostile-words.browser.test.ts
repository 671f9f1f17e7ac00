import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { articleHtml } from '../../src/text/article-html.ts'
import { commentHtml } from '../../src/text/comment-html.ts'
import { collect } from '../../src/text/quotation-blocks.ts'
import { sanitise } from '../../src/text/sanitise.ts'
import { CONTENT_SECURITY_POLICY } from '../../src/web/http/content-security-policy.ts'
import { openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { type ScriptWatch, type Seen, watchScripts } from '../support/browser/script-watch.ts'
import { HOSTILE_LISTS, hostileComment, hostileWords } from '../support/hostile-words.ts'
import { reading } from '../support/shared.ts'

const lists = { skip: inChromium.skip || reading(...Object.values(HOSTILE_LISTS)).skip }

let browser: Browser
before(async () => {
  if (!lists.skip) browser = await openBrowser()
})
after(() => browser?.close())

test('payloads do run where no wall stands', lists, async () => {
  await watching({}, async (watch) => {
    const seen = await watch.show(hostileWords().slice(600, 650).map(closed))
    assert.ok(seen.ran.length >= 10, `only ${seen.ran.length} scripts ran`)
  })
})

test('a script or a request among many pieces is found', lists, async () => {
  const harmless = hostileWords().slice(0, 40)
  const pieces = harmless.map((words) => commentHtml(collect(words).words))
  const scripts = ['<a href="javascript:void 0">a</a>', '<p onmouseover="void 0">a</p>', '<script>void 0</script>']
  const requests = ['<img src="/x" alt="">', '<link rel="prefetch" href="https://a.org">']
  await watching({}, async (watch) => {
    const planted = [...scripts, ...requests].reduce((all, piece, index) => all.toSpliced(index * 9, 0, piece), pieces)
    assert.deepEqual(await culprits(watch, planted, ranOrAsked), [...scripts, ...requests])
    assert.deepEqual(await culprits(watch, planted, ran), scripts)
  })
})

test('no script runs and nothing is asked for where hostile words are shown, without any policy', lists, async () => {
  const words = hostileWords()
  const pieces = [
    ...words.map((payload) => commentHtml(collect(payload).words)),
    ...everyFifth(words).map((payload) => commentHtml(collect(hostileComment(payload)).words)),
    ...words.map((word) => articleHtml(word)),
    ...words.map(sanitise),
  ]
  await watching({}, async (watch) => {
    for (const some of chunks(pieces, 1_000)) assert.deepEqual(await culprits(watch, some, ranOrAsked), [])
  })
})

test('no script runs in raw payloads under the policy, without any sanitiser', lists, async () => {
  const payloads = hostileWords().map(closed)
  const [unending, ending] = [payloads.filter(neverEnds), payloads.filter((payload) => !neverEnds(payload))]
  await watching({ 'content-security-policy': CONTENT_SECURITY_POLICY }, async (watch) => {
    const swallowed = await noneRuns(watch, ending, 200)
    const stillSwallowed = await noneRuns(watch, swallowed, 20)
    const away = await noneRuns(watch, [...stillSwallowed, ...unending], 1)
    assert.ok(away.every((payload) => /http-equiv/i.test(payload)) && away.length < 20, away.join('\n'))
  })
})

/** Shows so many pieces at a time, none of which may run; gives back those that another one swallowed or led away. */
async function noneRuns(watch: ScriptWatch, pieces: string[], together: number): Promise<string[]> {
  const missed: string[] = []
  for (const some of chunks(pieces, together)) {
    const seen = await watch.show(some)
    if (ran(seen)) assert.deepEqual(await culprits(watch, some, ran), [])
    missed.push(...some.filter((_, index) => !seen.reached.has(index)))
  }
  return missed
}

const ENOUGH = 8

/** The first pieces that make a document hit, found by halving it; all of them where only together they do. */
async function culprits(watch: ScriptWatch, pieces: string[], hits: (seen: Seen) => boolean): Promise<string[]> {
  if (!hits(await watch.show(pieces))) return []
  if (pieces.length === 1) return pieces
  const half = Math.ceil(pieces.length / 2)
  const found = await culprits(watch, pieces.slice(0, half), hits)
  if (found.length < ENOUGH) found.push(...(await culprits(watch, pieces.slice(half), hits)))
  return found.length > 0 ? found : pieces
}

function ran(seen: Seen): boolean {
  return seen.ran.length > 0
}

function ranOrAsked(seen: Seen): boolean {
  return ran(seen) || seen.asked.length > 0
}

/** In every place where Markdown takes words all payloads are tried without a browser; here the fifth part of them. */
function everyFifth<T>(list: readonly T[]): T[] {
  return list.filter((_, index) => index % 5 === 0)
}

/** No tag ends <plaintext>: what follows it is text. */
function neverEnds(payload: string): boolean {
  return /<plaintext/i.test(payload)
}

/** Ends whatever a payload may have left open, so that the next one stands for itself. */
function closed(payload: string): string {
  const open = ['textarea', 'title', 'style', 'script', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'option']
  const around = [
    'select',
    'form',
    'button',
    'a',
    'svg',
    'math',
    'template',
    'table',
    'object',
    'video',
    'audio',
    'pre',
  ]
  return `${payload}"'>-->${[...open, ...around].map((name) => `</${name}>`).join('')}`
}

function* chunks<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size)
}

async function watching(headers: Record<string, string>, task: (watch: ScriptWatch) => Promise<void>): Promise<void> {
  const watch = await watchScripts(browser, headers)
  try {
    await task(watch)
  } finally {
    await watch.close()
  }
}
