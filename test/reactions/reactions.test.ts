import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Comment, commentById, react, reactionsBy, recounted } from '../../src/domain/discussion/index.ts'
import { restoreRemoved } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, formIn, type Page } from '../support/front-door.ts'
import { removeByRule } from '../support/remove-by-rule.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'berths', title: 'The berths', words: 'A sleeper is a hotel.' }

for (const { name, open } of DATABASES) {
  describe(`reactions on ${name}`, () => {
    async function setUp() {
      const database = await open()
      const site = await openSite(database.url)
      const articleId = await publish(site, ARTICLE)
      const [ada, bob, mo] = [
        await visitor(site, 'Ada'),
        await visitor(site, 'Bob'),
        await visitor(site, 'Mo', 'moderator'),
      ]
      const comment = await say(site, ada.person, articleId, 'Every paper had the same sentence.')
      return {
        site,
        ada,
        bob,
        mo,
        articleId,
        comment,
        path: `/c/${comment.id}/reactions`,
        as: ({ cookies }: { cookies: string }) => browserAt(site.url, cookies),
        stranger: browserAt(site.url),
        async [Symbol.asyncDispose]() {
          await site[Symbol.asyncDispose]()
          await database.close()
        },
      }
    }

    test('are set and taken back by the same button, and counted for everyone', async () => {
      await using s = await setUp()
      const bob = s.as(s.bob)
      const form = await bob.get(s.path)
      assert.match(form.text, /Agree[\s\S]*Disagree[\s\S]*Well argued/)
      assert.equal((await bob.send(form, { kind: 'well-argued' })).location, `/c/${s.comment.id}?language=en`)
      assert.match(await shown(s.stranger), /<span class="reaction" data-kind="well-argued">Well argued 1<\/span>/)
      const mo = s.as(s.mo)
      await mo.post(s.path, { kind: 'well-argued', on: '1' })
      assert.match(await shown(s.stranger), /Well argued 2</)
      const pressed = await bob.get(s.path)
      assert.match(pressed.text, /Take back: Well argued/)
      await bob.post(s.path, { ...hiddenOf(pressed, 'well-argued') })
      assert.match(await shown(s.stranger), /Well argued 1</)
    })

    test('stand once however often they are sent, and can be set again at once', async () => {
      await using s = await setUp()
      const bob = s.as(s.bob)
      const form = await bob.get(s.path)
      await Promise.all(Array.from({ length: 4 }, () => bob.send(form, {})))
      await Promise.all(Array.from({ length: 4 }, () => bob.post(s.path, { kind: 'agree', on: '1' })))
      assert.match(await shown(s.stranger), /Agree 1</)
      for (const on of ['0', '0', '1', '0']) await bob.post(s.path, { kind: 'agree', on })
      assert.doesNotMatch(await shown(s.stranger), /Agree \d/)
      assert.equal((await bob.post(s.path, { kind: 'applause', on: '1' })).status, 422)
      assert.equal((await bob.post(s.path, { kind: 'agree', on: 'yes' })).status, 422)
    })

    test('are refused for own and for removed comments, with a sentence', async () => {
      await using s = await setUp()
      const ada = s.as(s.ada)
      for (const page of [await ada.get(s.path), await ada.post(s.path, { kind: 'agree', on: '1' })]) {
        assert.equal(page.status, 403)
        assert.match(page.text, /You cannot react to your own comment/)
      }
      const link = `/c/${s.comment.id}?language=en`
      assert.match((await ada.get(s.path)).text, /Everyone else who is signed in can/)
      assert.ok(
        (await ada.get(s.path)).text.includes(`<a class="primary" href="${link}">To the comment in its place</a>`),
      )
      assert.equal((await s.stranger.post(s.path, { kind: 'agree', on: '1', language: 'en' })).status, 403)
      const mo = s.as(s.mo)
      const removal = await mo.get(`/c/${s.comment.id}/removal`)
      await mo.send(removal, { rule: /name="rule" value="(\d+)"/.exec(removal.text)![1]!, note: '' })
      for (const page of [await mo.get(s.path), await mo.post(s.path, { kind: 'agree', on: '1' })]) {
        assert.equal(page.status, 410)
        assert.match(page.text, /This comment has been removed/)
      }
      assert.equal((await mo.post('/c/999999/reactions', { kind: 'agree', on: '1' })).status, 404)
    })

    test('are told to open pages as the present count, and never by whom', async () => {
      await using s = await setUp()
      const since = s.site.parley.tail.seq
      await s.as(s.bob).post(s.path, { kind: 'disagree', on: '1' })
      const heard = await heardSince(s.site.url, s.articleId, since)
      assert.match(heard, /"kind":"changed".*Disagree 1</)
      const everything = [
        heard,
        await shown(s.stranger),
        (await s.stranger.get('/en/berths/feed.atom')).text,
        (await s.as(s.ada).get('/en/berths')).text,
      ].join('')
      assert.doesNotMatch(everything, /Bob/)
      assert.doesNotMatch(everything, new RegExp(`data-author="${s.bob.person.id}"`))
    })

    test('count what recounting counts after many random acts, removals among them', async () => {
      await using s = await setUp()
      const { store } = s.site.parley
      const people = [s.bob.person, s.mo.person]
      const comments: Comment[] = [s.comment]
      for (let i = 0; i < 4; i++) comments.push(await say(s.site, s.ada.person, s.articleId, `Word ${i}`, s.comment.id))
      const next = chances(7)
      for (let i = 0; i < 150; i++) {
        const { id } = pick(comments, next)
        const by = pick(people, next)
        const kind = pick(['agree', 'disagree', 'well-argued'] as const, next)
        const removed = (await commentById(store, id))!.html === null
        const act = { id, by: s.mo.person, note: '', at: i }
        await store.write((tx) => {
          if (removed) return restoreRemoved(tx, act)
          if (next() < 0.1) return removeByRule(tx, { ...act, ruleId: 1 as never })
          return react(tx, { id, by, kind, on: next() < 0.7, at: i })
        })
      }
      assert.deepEqual(await recounted(store, 10), [])
      const mine = await reactionsBy(store, s.bob.person.id, s.comment.id)
      assert.deepEqual(mine, [...new Set(mine)])
      await store.write((tx) =>
        tx.change<{ comment: { agreed: number } }>().updateTable('comment').set({ agreed: 99 }).execute(),
      )
      assert.ok((await recounted(store, 100)).some(({ column }) => column === 'agreed'))
    })
  })
}

async function shown(browser: { get(path: string): Promise<Page> }): Promise<string> {
  return (await browser.get('/en/berths')).text
}

/** What the form of one reaction carries. */
function hiddenOf(page: Page, kind: string) {
  const forms = page.text.split('<form').slice(1)
  const form = forms.find((text) => text.includes(`value="${kind}"`))!
  return formIn({ ...page, text: `<form${form}` }).fields
}

async function heardSince(url: string, articleId: number, since: number): Promise<string> {
  const stop = new AbortController()
  const answer = await fetch(`${url}/live?article=${articleId}&language=en&since=${since}`, { signal: stop.signal })
  let heard = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    heard += chunk
    if (/event: changes\ndata: .*\n\n/.test(heard)) break
  }
  stop.abort()
  return heard
}

function chances(seed: number) {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function pick<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)]!
}
