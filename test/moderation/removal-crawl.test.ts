import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt, type Page } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const SECRET_WORDS = 'Umbrellagate'
const MOST_PAGES = 300
/** Words beside the secret ones, for a form shows what it was asked. */
const SEARCH = '/en/search?words=all+along'

for (const { name, open } of DATABASES) {
  test(`on ${name}, removed words are on no surface any more`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const mo = browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies)
    const { id } = await say(site, ada.person, articleId, `It was ${SECRET_WORDS} all along`)
    const quoting = `> It was ${SECRET_WORDS} all along\n> — [Ada, 1](/c/${id})\n\nIndeed.`
    await say(site, bob.person, articleId, quoting, id)
    await site.found()
    const reader = browserAt(site.url)
    const before = await crawl(reader)
    assert.ok(before.some(holds), 'the crawl reaches the words while they stand')
    assert.ok(
      before.some((page) => page.path === SEARCH && holds(page)),
      'and search finds them',
    )
    const since = site.parley.tail.seq - 5

    const form = await mo.get(`/c/${id}/removal`)
    const removed = await mo.send(form, { rule: /name="rule" value="(\d+)"/.exec(form.text)![1]!, note: '' })
    assert.equal(removed.status, 303)

    for (const surface of surfacesOf(before)) assert.ok(!holds(await reader.get(surface)), `${surface}, at once`)
    assert.deepEqual(
      (await crawl(reader)).filter(holds).map(({ path }) => path),
      [],
    )
    assert.doesNotMatch(
      await streamed(`${site.url}/live?article=${articleId}&language=en&since=${since}`),
      new RegExp(SECRET_WORDS),
    )
  })
}

function holds({ text }: Page) {
  return text.includes(SECRET_WORDS)
}

/** The pages on which the words stood: asked again first, while what is kept of them could still be old. */
function surfacesOf(pages: readonly Page[]): string[] {
  return pages.filter(holds).map(({ path }) => path)
}

/** Every page that links lead to, feeds and forms for strangers among them. */
async function crawl(reader: ReturnType<typeof browserAt>): Promise<Page[]> {
  const pages: Page[] = []
  const waiting = ['/en/', '/ru/', '/en/feed.atom', '/ru/feed.atom', '/', SEARCH]
  const known = new Set(waiting)
  while (waiting.length > 0 && pages.length < MOST_PAGES) {
    const page = await reader.get(waiting.shift()!)
    pages.push(page)
    for (const path of [...linksIn(page), page.location]) {
      const plain = path.split('#')[0]!
      if (!plain.startsWith('/') || known.has(plain) || plain.startsWith('/assets/')) continue
      known.add(plain)
      waiting.push(plain)
    }
  }
  return pages
}

function linksIn({ text }: Page): string[] {
  return [...text.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, path]) => path!.replaceAll('&amp;', '&'))
}

/** What an open page is told that missed the last entries. */
async function streamed(url: string): Promise<string> {
  const leaving = new AbortController()
  const answer = await fetch(url, { signal: leaving.signal })
  let heard = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    heard += chunk
    if (/event: changes\ndata: .*\n\n/.test(heard)) break
  }
  leaving.abort()
  return heard
}
