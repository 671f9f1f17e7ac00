import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const JSON_BACK = { accept: 'application/json' }

async function setUp() {
  const site = await openSite()
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
  const comment = await say(site, bob.person, articleId, 'It left at ten.')
  return {
    articleId,
    comment,
    ada: browserAt(site.url, ada.cookies),
    stranger: browserAt(site.url),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}

test('programs are told what was wrong as a problem, with the fields that it is about', async () => {
  await using s = await setUp()
  const post = async (path: string, fields: Record<string, string>, by = s.ada) => {
    const { status, headers, text } = await by.post(path, { language: 'en', ...fields }, JSON_BACK)
    assert.equal(headers.get('content-type'), 'application/problem+json; charset=utf-8')
    const problem = JSON.parse(text)
    assert.equal(problem.status, status)
    assert.equal(problem.type, 'about:blank')
    return problem
  }
  const long = await post(`/a/${s.articleId}/comments`, { words: 'x'.repeat(8_001) })
  assert.equal(long.status, 422)
  assert.equal(long.title, 'That cannot be accepted')
  assert.equal(long.key, 'words.too-long')
  assert.match(long.detail, /8,000/)
  assert.deepEqual(long.errors, [{ field: 'words', key: long.key, detail: long.detail }])

  const unknown = await post(`/c/${s.comment.id}/reactions`, { kind: 'sneeze' })
  assert.equal(unknown.key, 'reaction.unknown')
  assert.deepEqual(
    unknown.errors.map(({ field }: { field: string }) => field),
    ['kind', 'on'],
  )
  const nowhere = await post('/c/999999/replies', { words: 'Words' })
  assert.deepEqual([nowhere.status, nowhere.title, nowhere.key], [404, 'Not found', 'comment.parent-missing'])
  const unnumbered = await post('/c/none/replies', { words: 'Words' })
  assert.deepEqual([unnumbered.status, unnumbered.key], [404, 'comment.missing'])
  const refused = await post(`/c/${s.comment.id}/replies`, { words: 'Words' }, s.stranger)
  assert.deepEqual([refused.status, refused.key, refused.errors], [403, 'person.unknown', undefined])
})

test('a form comes back with what was typed, whoever was refused it', async () => {
  await using s = await setUp()
  const words = 'What I wrote <b>while</b> my session ended'
  const back = await s.stranger.post(`/c/${s.comment.id}/replies`, { words, language: 'en' })
  assert.equal(back.status, 403)
  assert.match(back.text, /What I wrote &lt;b&gt;while/)
  assert.match(back.text, /Sign in to take part/)

  for (const [path, field] of [
    [`/c/${s.comment.id}/report`, 'words'],
    ['/desk/articles', 'standfirst'],
    ['/en/account/profile', 'about'],
    ['/desk/publication/pages/new', 'words'],
  ] as const) {
    const refused = await s.stranger.post(path, { [field]: words, language: 'en', key: 'of-the-form' })
    assert.equal(refused.status, 403, path)
    assert.match(refused.text, new RegExp(`<form class="form" method="post" action="${path}[?"]`), path)
    assert.match(refused.text, new RegExp(`name="${field}" rows="2" dir="auto">\\nWhat I wrote &lt;b&gt;while`), path)
    assert.match(refused.text, /name="key" value="of-the-form"/, path)
    assert.match(refused.text, /<a class="primary" href="\/en\/sign-in" target="_blank">/, path)
  }
  const secret = await s.stranger.post('/en/account/password', { current: words, password: words, language: 'en' })
  assert.deepEqual([secret.status, secret.text.includes('What I wrote')], [403, false])
})

test('too many tries are answered with 429 and with how long to wait, on a page and as a problem', async () => {
  await using s = await setUp()
  const fields = { code: 'none', language: 'en' }
  for (let time = 1; time <= 20; time++) assert.equal((await s.stranger.post('/en/sign-in/code', fields)).status, 410)
  for (const headers of [{}, JSON_BACK]) {
    const refused = await s.stranger.post('/en/sign-in/code', fields, headers)
    assert.equal(refused.status, 429)
    const seconds = Number(refused.headers.get('retry-after'))
    assert.ok(seconds > 14 * 60 && seconds <= 15 * 60, `${seconds}`)
    assert.match(refused.text, /Please wait 15 minutes/)
  }
})
