import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { ArticleId } from '../../src/domain/articles/index.ts'
import { LONGEST } from '../../src/text/words.ts'
import { DATABASES, type FreshDatabase } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { reading, sharedFile } from '../support/shared.ts'
import { openSite, publish, type Site, say, type Visitor, visitor, withoutPace } from '../support/site.ts'

const CASES = 'cases/comments-that-show-nothing'
const NOTHING = [
  '> ',
  '#',
  '- ',
  '1. ',
  '```\n```',
  '&nbsp;',
  '&#8203;&shy;',
  '[](https://x.example)',
  '[x]: https://x.example',
  '> > - #',
  '---',
  '**\u2800**',
  '\u0007\u0008',
]

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    let fresh: FreshDatabase
    let site: Site
    let ada: Visitor
    let browser: Browser
    let article: ArticleId

    before(async () => {
      fresh = await open()
      site = await openSite(fresh.url)
      await withoutPace(site)
      article = await publish(site, { slug: 'the-hour', title: 'The hour', words: 'The ferries run.' })
      ada = await visitor(site, 'Ada')
      browser = browserAt(site.url, ada.cookies)
    })
    after(async () => {
      await site[Symbol.asyncDispose]()
      await fresh.close()
    })

    async function post(words: string, more: Record<string, string> = {}) {
      const form = await browser.get('/en/the-hour/comment')
      return browser.send(form, { words, ...more })
    }

    test('a comment of which nothing would be shown is refused, and its words stay in the form', async () => {
      for (const words of NOTHING) {
        const answer = await post(words)
        assert.equal(answer.status, 422, JSON.stringify(words))
        assert.match(answer.text, /class="error"/)
      }
    })

    test('so are those of others', reading(CASES), async () => {
      const folder = sharedFile(CASES)!
      for (const file of readdirSync(folder))
        assert.equal((await post(readFileSync(path.join(folder, file), 'utf8'))).status, 422, file)
    })

    test('a comment that shows anything is taken', async () => {
      for (const words of ['.', '> a', '# b', '`c`', '![](https://x.example/a.png)', '👍', '&amp;', '```\nd\n```'])
        assert.equal((await post(words)).status, 303, words)
    })

    test('the longest comments can be quoted whole and answered, whatever they are made of', async () => {
      for (const unit of ['a', '😀', 'a\n', 'a\n\n', '- a\n', '1. a\n', '*a* ', '&', 'שׁ', '> a\n']) {
        const longest = unit.repeat(Math.floor(LONGEST / Array.from(unit).length))
        const comment = await say(site, ada.person, article, longest)
        const form = await browser.get(`/c/${comment.id}/reply?quote=1&language=en`)
        assert.equal(form.status, 200)
        const typed = /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(form.text)![1]!
        assert.ok(typed.length > 0)
        const answer = await browser.send(form, {})
        assert.equal(
          answer.status,
          303,
          `${JSON.stringify(unit)}: ${/class="error"[^>]*>([^<]*)/.exec(answer.text)?.[1]}`,
        )
      }
    })

    test('one that says its own 8,000 characters beside them is taken, and can be edited; one more is refused', async () => {
      const comment = await say(site, ada.person, article, '😀'.repeat(LONGEST))
      const block = `> ${'😀'.repeat(LONGEST)}\n> — [Ada, 1](/c/${comment.id})\n\n`
      const taken = await post(`${block}${'ö'.repeat(LONGEST - 2)}`)
      assert.equal(taken.status, 303)
      const id = /\/c\/(\d+)/.exec(taken.location)![1]
      const edit = await browser.get(`/c/${id}/edit?language=en`)
      assert.equal((await browser.send(edit, {})).status, 303)
      assert.equal((await post(`${block}${'ö'.repeat(LONGEST + 1)}`)).status, 422)
      const thrice = await post(`${block}${block}${block}So.`)
      assert.equal(thrice.status, 422)
      assert.match(thrice.text, /24,0\d\d characters in all; at most 16,000/)
    })

    test('the preview names what is not shown as it may be meant', async () => {
      const preview = await post('| a | b |\n|---|---|\n| 1 | 2 |\n\nSo.[^1]', { preview: '1' })
      assert.match(preview.text, /Shown as typed, because it is not supported here: a table, a footnote\./)
      assert.doesNotMatch((await post('Plain *words*.', { preview: '1' })).text, /Shown as typed/)
    })

    test('marks piled on a letter are kept, and eight of them are shown', async () => {
      const typed = `Zalgo${'\u0301'.repeat(400)} comes`
      const taken = await post(typed)
      const id = /\/c\/(\d+)/.exec(taken.location)![1]
      const page = await browser.get(`/c/${id}?language=en`)
      const shown = page.status === 200 ? page : await browser.get(page.location)
      assert.match(shown.text, /Zalgo\u0301{8} comes/)
      assert.match((await browser.get(`/c/${id}/edit?language=en`)).text, /Zalgo\u0301{400} comes/)
    })
  })
}
