import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crawl } from '../support/crawl.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, type Page } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const SECRET_WORDS = 'Umbrellagate'
/** Who said them, and nothing else. */
const SECRET_NAME = 'Heronymus'
/** Words beside the secret ones, for a form shows what it was asked. */
const SEARCH = '/en/search?words=all+along'

for (const { name, open } of DATABASES) {
  test(`on ${name}, removed words are on no surface any more`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [ada, bob] = [await visitor(site, SECRET_NAME), await visitor(site, 'Bob')]
    const mo = browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies)
    const { id } = await say(site, ada.person, articleId, `It was ${SECRET_WORDS} all along`)
    const quoting = `> It was ${SECRET_WORDS} all along\n> — [${SECRET_NAME}, 1](/c/${id})\n\nIndeed.`
    const { id: answer } = await say(site, bob.person, articleId, quoting, id)
    const signedIn = browserAt(site.url, bob.cookies)
    await signedIn.send(await signedIn.get(`/c/${id}/follow`), {})
    await site.found()
    const reader = browserAt(site.url)
    const before = await crawl(reader, [SEARCH])
    const own = ['/me/data', '/follows', '/notices', `/c/${answer}/edit`, `/a/${articleId}/map`]
    for (const page of await crawl(signedIn, own))
      if (own.includes(page.path)) assert.equal(page.status, 200, page.path)
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
    for (const [who, starts] of [
      [reader, [SEARCH]],
      [signedIn, [SEARCH, ...own]],
    ] as const) {
      const after = await crawl(who, starts)
      assert.deepEqual(
        after.filter((page) => holds(page) || names(page) || numbers(page, ada.person.id)).map(({ path }) => path),
        [],
      )
    }
    assert.doesNotMatch(
      await streamed(`${site.url}/live?article=${articleId}&language=en&since=${since}`),
      new RegExp(`${SECRET_WORDS}|${SECRET_NAME}`),
    )
  })
}

function holds({ text }: Page) {
  return text.includes(SECRET_WORDS)
}

function names({ text }: Page) {
  return text.includes(SECRET_NAME)
}

/** Whether a page names somebody by their number. */
function numbers({ text }: Page, id: number) {
  return new RegExp(`/people/${id}\\b|data-author="${id}"|"authorId":${id}\\b`).test(text)
}

/** The pages on which the words stood: asked again first, while what is kept of them could still be old. */
function surfacesOf(pages: readonly Page[]): string[] {
  return pages.filter(holds).map(({ path }) => path)
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
